import type { Change, Position, Put } from '@stallcast/protocol';

/** More keys than this are told by a snapshot, which costs a reader less. */
export const MAX_BACKLOG_PUTS = 1_000;

/**
 * Changes that a reader could not take yet, merged into one: the last put or removal per key.
 *
 * However long a reader is away, this holds one entry per key and at most `MAX_BACKLOG_PUTS`; past that it overflows for good, and
 * the reader has to be given a snapshot instead.
 */
export class Backlog {
  readonly #puts = new Map<string, Put>();
  #first: Change | null = null;
  #last: Change | null = null;
  #overflowed = false;

  /** True once too much was missed to be told as a change. */
  get overflowed(): boolean {
    return this.#overflowed;
  }

  get size(): number {
    return this.#puts.size;
  }

  add(change: Change): void {
    this.#first ??= change;
    if (!this.#last || change.offset > this.#last.offset || change.epoch !== this.#last.epoch) this.#last = change;
    if (this.#overflowed) return;
    for (const put of change.puts) {
      const key = `${put.kind} ${put.id}`;
      if ((this.#puts.get(key)?.version ?? 0) <= put.version) this.#puts.set(key, put);
    }
    if (this.#puts.size > MAX_BACKLOG_PUTS) {
      this.#puts.clear();
      this.#overflowed = true;
    }
  }

  /** All of it as one change; null where there is nothing that a reader at `have` lacks. */
  merged(have: Position): Change | null {
    if (!this.#first || !this.#last || this.#overflowed) return null;
    const { epoch, prev } = this.#first;
    const { stall, offset, at } = this.#last;
    if (epoch === have.epoch && offset <= have.offset) return null;
    return { stall, epoch, prev, offset, at, puts: [...this.#puts.values()] };
  }
}
