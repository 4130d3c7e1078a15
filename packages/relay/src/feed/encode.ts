import { formatPosition, type Change, type Frame, type Ping, type Position, type Snapshot } from '@stallcast/protocol';

/** One message of the wire, ready to be sent, and the position that a reader has after it. */
export interface Message {
  text: string;
  position: Position;
}

const changeTexts = new WeakMap<Change, string>();

/** Writes changes as one message: a change alone as it is, several as a batch. A change object is turned to text once, for all readers. */
export function encodeChanges(changes: readonly [Change, ...Change[]]): Message {
  const last = changes[changes.length - 1] ?? changes[0];
  const texts = changes.map(changeText);
  return {
    text: texts.length === 1 ? texts.join() : `{"v":1,"type":"batch","frames":[${texts.join()}]}`,
    position: last,
  };
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
