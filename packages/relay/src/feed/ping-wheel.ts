import type { Reader } from './reader.js';

/** Into so many parts the interval is cut, so that ten thousand readers are not all told in one moment. */
const PARTS = 10;
/** No part is shorter than this, ms. */
const SHORTEST_PART_MS = 100;

/** Pings readers, each once an interval, by one timer for all; there is none while there is nobody. */
export class PingWheel {
  readonly #parts: readonly Set<Reader>[];
  readonly #partMs: number;
  readonly #before: () => void;
  readonly #partOf = new WeakMap<Reader, Set<Reader>>();
  #size = 0;
  #next = 0;
  #timer: NodeJS.Timeout | null = null;

  /** `before` runs before readers are pinged: what they are to have by then. */
  constructor(intervalMs: number, before: () => void) {
    const count = Math.max(1, Math.min(PARTS, Math.floor(intervalMs / SHORTEST_PART_MS)));
    this.#parts = Array.from({ length: count }, () => new Set<Reader>());
    this.#partMs = intervalMs / count;
    this.#before = before;
  }

  add(reader: Reader): void {
    // The emptiest, so that those who come back all at once are not pinged all at once.
    const part = this.#parts.reduce((least, one) => (one.size < least.size ? one : least));
    part.add(reader);
    this.#partOf.set(reader, part);
    this.#size += 1;
    this.#timer ??= setInterval(() => this.#turn(), this.#partMs);
  }

  remove(reader: Reader): void {
    if (!this.#partOf.get(reader)?.delete(reader)) return;
    this.#size -= 1;
    if (this.#size === 0) this.stop();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #turn(): void {
    const part = this.#parts[this.#next];
    this.#next = (this.#next + 1) % this.#parts.length;
    if (!part || part.size === 0) return;
    this.#before();
    for (const reader of part) reader.ping();
  }
}
