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
  let rest = '';
  let lines: string[] = [];
  let size = 0;

  const take = (line: string) => {
    if (line === '') {
      if (lines.length > 0) onData(lines.join('\n'));
      lines = [];
      size = 0;
    } else if (line === 'data' || line.startsWith('data:')) {
      const value = line.slice(5);
      lines.push(value.startsWith(' ') ? value.slice(1) : value);
      size += value.length;
    }
    if (size > maxChars) throw new RangeError('An event is longer than any frame.');
  };

  return {
    push(text) {
      rest += text;
      let start = 0;
      for (let at = nextBreak(rest, start); at !== -1; at = nextBreak(rest, start)) {
        // A carriage return at the very end may be half of a line break.
        if (rest[at] === '\r' && at === rest.length - 1) break;
        take(rest.slice(start, at));
        start = at + (rest[at] === '\r' && rest[at + 1] === '\n' ? 2 : 1);
      }
      rest = rest.slice(start);
      if (rest.length > maxChars) throw new RangeError('A line is longer than any frame.');
    },
  };
}

function nextBreak(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const carriage = text.indexOf('\r', from);
  return feed === -1 || carriage === -1 ? Math.max(feed, carriage) : Math.min(feed, carriage);
}
