/** Takes a stream of server-sent events apart as its text arrives. */
export interface ServerSentEvents {
  /** Takes in the next piece of text; calls back with the data of each event that is whole. */
  push(text: string): void;
}

/**
 * Creates a parser of `text/event-stream` for one connection.
 *
 * Only `data` is told: frames carry their own position. Throws when an event grows beyond `maxChars`, so that a stream without
 * an end of event does not fill the memory.
 */
export function createServerSentEvents(onData: (data: string) => void, maxChars: number): ServerSentEvents {
  /** The line that has not ended yet, in the pieces that came. Joined once, so that a line in a million pieces costs no more. */
  let begun: string[] = [];
  let begunChars = 0;
  let lines: string[] = [];
  let size = 0;
  /** The text so far ended in a carriage return, which may be half of a line break. */
  let afterReturn = false;

  const take = (end: string) => {
    const line = begun.length > 0 ? begun.join('') + end : end;
    begun = [];
    begunChars = 0;
    if (line === '') {
      if (lines.length > 0) onData(lines.join('\n'));
      lines = [];
      size = 0;
    } else if (line === 'data' || line.startsWith('data:')) {
      const value = line.slice(5);
      lines.push(value.startsWith(' ') ? value.slice(1) : value);
      // Also a line without a character costs something.
      size += value.length + 1;
    }
    if (size > maxChars) throw new RangeError('An event is longer than any frame.');
  };

  return {
    push(text) {
      let start = 0;
      if (afterReturn && text !== '') {
        if (text.startsWith('\n')) start = 1;
        afterReturn = false;
      }
      LINE_BREAK.lastIndex = start;
      for (let found = LINE_BREAK.exec(text); found; found = LINE_BREAK.exec(text)) {
        const line = text.slice(start, found.index);
        start = LINE_BREAK.lastIndex;
        afterReturn = found[0] === '\r' && start === text.length;
        take(line);
        LINE_BREAK.lastIndex = start;
      }
      if (start === text.length) return;
      begun.push(text.slice(start));
      begunChars += text.length - start;
      if (begunChars > maxChars) throw new RangeError('A line is longer than any frame.');
    },
  };
}

const LINE_BREAK = /\r\n|\n|\r/g;
