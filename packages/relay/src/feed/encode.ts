import { formatPosition, type Change, type Frame, type Ping, type Position, type Snapshot } from '@stallcast/protocol';

/**
 * One message of the wire, and the position that a reader has after it.
 *
 * Its bytes are made once per way, when the first reader of that way is told, and shared by all others.
 */
export class Message {
  #event: string | null = null;
  #chunk: Buffer | null = null;
  #frame: Buffer | null = null;

  constructor(
    readonly text: string,
    readonly position: Position,
  ) {}

  /** As a server-sent event. JSON text holds no line break, so one data line carries it. */
  get event(): string {
    return (this.#event ??= `id: ${formatPosition(this.position)}\ndata: ${this.text}\n\n`);
  }

  /** The event as one chunk of an HTTP/1.1 answer. */
  get chunk(): Buffer {
    if (!this.#chunk) {
      const length = Buffer.byteLength(this.event);
      this.#chunk = Buffer.from(`${length.toString(16)}\r\n${this.event}\r\n`);
    }
    return this.#chunk;
  }

  /** As one frame of a WebSocket, from its server. */
  get frame(): Buffer {
    return (this.#frame ??= frameOf(this.text));
  }
}

const changeTexts = new WeakMap<Change, string>();

/** A message and the changes that it tells. */
export class ChangesMessage extends Message {
  constructor(
    text: string,
    readonly changes: readonly Change[],
  ) {
    const { epoch, offset } = changes.at(-1)!;
    super(text, { epoch, offset });
  }
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
    const told = changes.slice(index + 1 - texts.length, index + 1);
    messages.push(
      new ChangesMessage(texts.length === 1 ? text : `{"v":1,"type":"batch","frames":[${texts.join()}]}`, told),
    );
    texts = [];
    chars = 0;
  });
  return messages;
}

export function encodeSnapshot(snapshot: Snapshot): Message {
  return new Message(JSON.stringify({ v: 1, type: 'snapshot', ...snapshot } satisfies Frame), {
    epoch: snapshot.epoch,
    offset: snapshot.offset,
  });
}

/** A sign of life at a position: it announces what has been sent, and nothing beyond. */
export function encodePing(stall: string, { epoch, offset }: Position, now: number): Message {
  const ping: Ping = { stall, epoch, prev: offset, offset, at: new Date(now).toISOString() };
  return new Message(JSON.stringify({ v: 1, type: 'ping', ...ping } satisfies Frame), { epoch, offset });
}

function changeText(change: Change): string {
  let text = changeTexts.get(change);
  if (text === undefined) {
    text = JSON.stringify({ v: 1, type: 'change', ...change } satisfies Frame);
    changeTexts.set(change, text);
  }
  return text;
}

const FINAL_TEXT = 0x81;

/** A text as an unmasked frame (RFC 6455, 5.2): length in 7 bits, or in 16 or 64 more. */
function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafeSlow(head + length);
  frame[0] = FINAL_TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}
