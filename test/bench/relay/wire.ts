/*
 * A viewer's end of a connection with as little work as can be, so that ten thousand of them fit beside the server that is measured:
 * frames are cut out of the bytes, and nothing is parsed.
 */

/** How a viewer is told: our two ways, and those of the rivals. */
export type Way = 'socket' | 'events' | 'socket.io' | 'nodecg';

/** What a message is to a viewer. */
export type Kind = 'state' | 'change' | 'other';

/** Cuts a stream of bytes into the payloads of its messages; what is not whole yet waits. */
export class Cutter {
  readonly #way: Way;
  readonly #told: (payload: Buffer) => void;
  #rest: Buffer | null = null;
  #hasHead = false;

  constructor(way: Way, told: (payload: Buffer) => void) {
    this.#way = way;
    this.#told = told;
  }

  /** Takes bytes, which are only lent. `onHead` is called with the head of the HTTP answer. */
  take(bytes: Buffer, onHead: (head: string) => void): void {
    let all = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes;
    if (!this.#hasHead) {
      const end = all.indexOf('\r\n\r\n');
      if (end >= 0) {
        this.#hasHead = true;
        onHead(all.toString('latin1', 0, end));
        all = all.subarray(end + 4);
      }
    }
    const used = this.#hasHead ? (this.#way === 'events' ? this.#cutEvents(all) : this.#cutFrames(all)) : 0;
    this.#rest = used === all.length ? null : Buffer.from(all.subarray(used));
  }

  #cutEvents(all: Buffer): number {
    let start = 0;
    for (let end = all.indexOf('\n\n'); end >= 0; end = all.indexOf('\n\n', start)) {
      this.#told(all.subarray(start, end));
      start = end + 2;
    }
    return start;
  }

  #cutFrames(all: Buffer): number {
    let start = 0;
    for (;;) {
      if (all.length < start + 2) return start;
      const short = all[start + 1]! & 127;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (all.length < start + head) return start;
      const length =
        short === 126 ? all.readUInt16BE(start + 2) : short === 127 ? Number(all.readBigUInt64BE(start + 2)) : short;
      if (all.length < start + head + length) return start;
      // Text; a ping of the protocol below is answered by nobody here within the time of a run.
      if ((all[start]! & 15) === 1) this.#told(all.subarray(start + head, start + head + length));
      start += head + length;
    }
  }
}

const OURS = '{"v":1,"type":"';

/** Tells a message from its first bytes. */
export function kindOf(way: Way, payload: Buffer): Kind {
  if (way === 'socket' || way === 'events') {
    const start = way === 'socket' ? 0 : payload.indexOf(OURS);
    const letter = String.fromCharCode(payload[start + OURS.length] ?? 0);
    return letter === 's' ? 'state' : letter === 'c' || letter === 'b' ? 'change' : 'other';
  }
  const head = payload.toString('latin1', 0, 24);
  if (way === 'socket.io') return head.startsWith('42["state"') ? 'state' : head.startsWith('42[') ? 'change' : 'other';
  return head.startsWith('431[') ? 'state' : head.startsWith('42["replicant:operation') ? 'change' : 'other';
}

/** The position that one of our messages leads to. */
export function positionIn(kind: Kind, payload: Buffer): { epoch: string; offset: number } | null {
  const word = '"offset":';
  const at = kind === 'state' ? payload.indexOf(word) : payload.lastIndexOf(word);
  const epochAt = payload.indexOf('"epoch":"');
  if (at < 0 || epochAt < 0) return null;
  return {
    epoch: payload.toString('latin1', epochAt + 9, epochAt + 35),
    offset: Number.parseInt(payload.toString('latin1', at + word.length, at + word.length + 16), 10),
  };
}

/** A text as a frame of a WebSocket's client; masked with zeros, which leaves it as it is. */
export function clientFrame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length > 65_535) throw new Error('Expected a short message.');
  const head =
    body.length < 126
      ? Buffer.from([0x81, 128 | body.length])
      : Buffer.from([0x81, 254, body.length >> 8, body.length]);
  return Buffer.concat([head, Buffer.alloc(4), body]);
}
