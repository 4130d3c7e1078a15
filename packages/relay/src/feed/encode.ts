import { formatPosition, type Change, type Frame, type Ping, type Position, type Snapshot } from '@stallcast/protocol';

/** One message of the wire, ready to be sent, and the position that a reader has after it. */
export interface Message {
  text: string;
  position: Position;
}

const changeTexts = new WeakMap<Change, string>();

/** A message and the changes that it tells. */
export interface ChangesMessage extends Message {
  changes: readonly Change[];
}

/** No message tells more changes than this, so that a surge does not become one message that readers refuse for its size. */
export const MAX_CHANGES_A_MESSAGE = 100;
const MAX_MESSAGE_CHARS = 512 * 1024;

/**
 * Writes changes as messages: one alone as it is, several as a batch, many as several batches.
 *
 * A change object is turned to text once, for all readers. One that is large by itself is still sent whole.
 */
export function encodeChanges(changes: readonly Change[]): ChangesMessage[] {
  const messages: ChangesMessage[] = [];
  let texts: string[] = [];
  let chars = 0;
  changes.forEach((change, index) => {
    const text = changeText(change);
    texts.push(text);
    chars += text.length;
    const next = changes[index + 1];
    const isFull =
      texts.length === MAX_CHANGES_A_MESSAGE || (next && chars + changeText(next).length > MAX_MESSAGE_CHARS);
    if (next && !isFull) return;
    messages.push({
      text: texts.length === 1 ? text : `{"v":1,"type":"batch","frames":[${texts.join()}]}`,
      position: change,
      changes: changes.slice(index + 1 - texts.length, index + 1),
    });
    texts = [];
    chars = 0;
  });
  return messages;
}

export function encodeSnapshot(snapshot: Snapshot): Message {
  return { text: JSON.stringify({ v: 1, type: 'snapshot', ...snapshot } satisfies Frame), position: snapshot };
}

/** A sign of life at a position: it announces what has been sent, and nothing beyond. */
export function encodePing(stall: string, { epoch, offset }: Position, now: number): Message {
  const ping: Ping = { stall, epoch, prev: offset, offset, at: new Date(now).toISOString() };
  return { text: JSON.stringify({ v: 1, type: 'ping', ...ping } satisfies Frame), position: ping };
}

/** A message as a server-sent event. JSON text holds no line break, so one data line carries it. */
export function encodeServerSentEvent({ text, position }: Message): string {
  return `id: ${formatPosition(position)}\ndata: ${text}\n\n`;
}

function changeText(change: Change): string {
  let text = changeTexts.get(change);
  if (text === undefined) {
    text = JSON.stringify({ v: 1, type: 'change', ...change } satisfies Frame);
    changeTexts.set(change, text);
  }
  return text;
}
