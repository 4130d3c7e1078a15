import type { Socket } from 'node:net';
import type { Direction, Toxics } from './toxics.js';

/** More than this waits in no link: its source is paused, as a full line does it. */
const HELD_AT_MOST = 64 * 1024;
/** A slow line passes its bytes on so often. */
const SLICE_MS = 50;

interface Piece {
  bytes: Buffer;
  arrivedAt: number;
}

/** Passes the bytes of one direction of a connection on, as the toxics let it. */
export class TcpLink {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #toxics: Toxics;
  readonly #direction: Direction;
  readonly #queue: Piece[] = [];
  #held = 0;
  #passed = 0;
  #ended = false;
  #isPumping = false;
  /** The other side has forgotten this connection. */
  #isForgotten = false;

  constructor(from: Socket, to: Socket, toxics: Toxics, direction: Direction) {
    this.#from = from;
    this.#to = to;
    this.#toxics = toxics;
    this.#direction = direction;
    from.on('data', (bytes: Buffer) => this.#take(bytes));
    from.on('end', () => {
      this.#ended = true;
      // Nobody is told of it, but for the side that left.
      if (this.#isForgotten) from.destroy();
      void this.#pump();
    });
  }

  /** From now on nothing passes, not even the end. */
  forget(): void {
    this.#isForgotten = true;
  }

  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  #take(bytes: Buffer): void {
    if (this.#isForgotten) return;
    this.#queue.push({ bytes, arrivedAt: performance.now() });
    this.#held += bytes.length;
    if (this.#held > HELD_AT_MOST) this.#from.pause();
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    for (let piece = this.#queue.shift(); piece; piece = this.#queue.shift()) {
      await this.#pass(piece);
      this.#held -= piece.bytes.length;
      if (this.#held <= HELD_AT_MOST) this.#from.resume();
    }
    this.#isPumping = false;
    if (this.#ended && !this.#isForgotten) await this.#end();
  }

  async #pass({ bytes, arrivedAt }: Piece): Promise<void> {
    await this.#late(arrivedAt);
    let rest = bytes;
    while (rest.length > 0) {
      await this.#hole();
      if (this.#isForgotten || this.#to.destroyed) return;
      const [slice, waitMs] = this.#slice(rest);
      rest = rest.subarray(slice.length);
      const limit = this.#toxics.of('limit-data', this.#direction);
      if (limit && this.#passed + slice.length >= limit.bytes) {
        this.#write(slice.subarray(0, Math.max(0, limit.bytes - this.#passed)));
        this.#from.destroy();
        this.#to.end();
        this.#isForgotten = true;
        return;
      }
      this.#write(slice);
      if (waitMs > 0) await this.#toxics.changed(waitMs);
    }
  }

  /** Waits out the latency that holds when it is over, so that taking the toxic away lets everything through. */
  async #late(arrivedAt: number): Promise<void> {
    const jitter = Math.random();
    for (;;) {
      const latency = this.#toxics.of('latency', this.#direction);
      if (!latency) return;
      const left = arrivedAt + latency.ms + jitter * (latency.jitterMs ?? 0) - performance.now();
      if (left <= 0) return;
      await this.#toxics.changed(left);
    }
  }

  async #hole(): Promise<void> {
    while (this.#toxics.of('timeout', this.#direction) && !this.#to.destroyed) await this.#toxics.changed();
  }

  #slice(bytes: Buffer): [slice: Buffer, waitMs: number] {
    const bandwidth = this.#toxics.of('bandwidth', this.#direction);
    if (bandwidth) {
      const size = Math.max(1, Math.floor((bandwidth.bytesPerSecond * SLICE_MS) / 1_000));
      return [bytes.subarray(0, size), (Math.min(size, bytes.length) / bandwidth.bytesPerSecond) * 1_000];
    }
    const slicer = this.#toxics.of('slicer', this.#direction);
    return slicer ? [bytes.subarray(0, slicer.bytes), slicer.delayMs ?? 0] : [bytes, 0];
  }

  #write(bytes: Buffer): void {
    this.#passed += bytes.length;
    if (bytes.length > 0 && this.#to.writable) this.#to.write(bytes);
  }

  async #end(): Promise<void> {
    await this.#hole();
    const slow = this.#toxics.of('slow-close', this.#direction);
    if (slow) await this.#toxics.changed(slow.ms);
    if (!this.#isForgotten) this.#to.end();
  }
}
