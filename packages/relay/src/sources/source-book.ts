import type { Problem, Sentence } from '../http/problem.js';

/** What came of one source's messages to one stall since the relay was started. Nothing of their content is in it. */
export interface SourceRecord {
  /** Messages that were taken, and when the last one was (ISO 8601). */
  taken: number;
  lastTakenAt: string | null;
  /** When the shop last looked whether the address answers, without a message (ISO 8601). */
  lastPingAt: string | null;
  /** Messages that were refused, and why the last one was. */
  refused: number;
  lastRefusal: { at: string; status: number; code: string; message: Sentence } | null;
}

const NOTHING: SourceRecord = { taken: 0, lastTakenAt: null, lastPingAt: null, refused: 0, lastRefusal: null };

/** Keeps in memory what came of each source's messages, so that a host can see whether a shop is connected. */
export class SourceBook {
  /** ISO 8601: when it was opened. */
  readonly since: string;
  readonly #now: () => number;
  readonly #records = new Map<string, SourceRecord>();

  constructor(now: () => number) {
    this.#now = now;
    this.since = this.#iso();
  }

  /** What is known of a source at a stall. */
  of(stall: string, source: string): SourceRecord {
    return this.#records.get(keyOf(stall, source)) ?? NOTHING;
  }

  taken(stall: string, source: string): void {
    this.#write(stall, source, ({ taken }) => ({ taken: taken + 1, lastTakenAt: this.#iso() }));
  }

  pinged(stall: string, source: string): void {
    this.#write(stall, source, () => ({ lastPingAt: this.#iso() }));
  }

  refused(stall: string, source: string, { status, code, sentence }: Problem): void {
    const lastRefusal = { at: this.#iso(), status, code, message: sentence };
    this.#write(stall, source, ({ refused }) => ({ refused: refused + 1, lastRefusal }));
  }

  #write(stall: string, source: string, change: (before: SourceRecord) => Partial<SourceRecord>): void {
    const before = this.of(stall, source);
    this.#records.set(keyOf(stall, source), { ...before, ...change(before) });
  }

  #iso(): string {
    return new Date(this.#now()).toISOString();
  }
}

function keyOf(stall: string, source: string): string {
  return JSON.stringify([stall, source]);
}
