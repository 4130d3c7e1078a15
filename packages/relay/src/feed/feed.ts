import type { Change, Position, View } from '@stallcast/protocol';
import type { Ledger } from '@stallcast/ledger';
import { Audience } from './audience.js';
import { MAX_CHANGES_A_MESSAGE } from './encode.js';
import { PingWheel } from './ping-wheel.js';
import { Reader, type Outlet } from './reader.js';

/** Several changes within this time go as one message. */
export const FLUSH_INTERVAL_MS = 16;

/** Times of a feed, for tests. */
export interface FeedClock {
  now: () => number;
  pingIntervalMs: number;
}

/**
 * Sends a stall's log to its readers.
 *
 * A change is narrowed and turned to bytes once per view, not per reader. The first change after a quiet moment goes out in the same
 * turn of the event loop; those that follow within 16 ms go together.
 */
export class Feed {
  readonly #ledger: Ledger;
  readonly #clock: FeedClock;
  readonly #audiences = new Map<string, Audience>();
  readonly #wheel: PingWheel;
  readonly #unsubscribe: () => void;
  #pending: Change[] = [];
  #flushTimer: NodeJS.Timeout | null = null;
  #flushSoon: NodeJS.Immediate | null = null;
  #flushedAt = 0;

  constructor(ledger: Ledger, clock: FeedClock) {
    this.#ledger = ledger;
    this.#clock = clock;
    this.#wheel = new PingWheel(clock.pingIntervalMs, () => this.#flush());
    this.#unsubscribe = ledger.subscribe((change) => {
      if (this.#audiences.size === 0) return;
      this.#pending.push(change);
      // A surge may keep the event loop so busy that no timer comes to its turn.
      if (this.#pending.length >= MAX_CHANGES_A_MESSAGE) this.#flush();
      else this.#scheduleFlush();
    });
  }

  /** How many readers are connected. */
  get readers(): number {
    return [...this.#audiences.values()].reduce((sum, { readers }) => sum + readers.size, 0);
  }

  /** Connects a reader at a position; returns what disconnects it. */
  connect(outlet: Outlet, view: View, from: Position | null): () => void {
    const key = keyOf(view);
    const audience = this.#audienceOf(key, view);
    const reader = new Reader(outlet, audience);
    audience.readers.add(reader);
    this.#wheel.add(reader);
    const disconnect = () => {
      this.#wheel.remove(reader);
      audience.readers.delete(reader);
      // Another may have come under its name since, where this is said twice.
      if (audience.readers.size === 0 && this.#audiences.get(key) === audience) this.#audiences.delete(key);
      reader.close('gone');
    };
    reader.start(from).catch(disconnect);
    return disconnect;
  }

  /** Sends what waits and ends every connection. */
  close(): void {
    this.#unsubscribe();
    this.#flush();
    this.#wheel.stop();
    for (const { readers } of [...this.#audiences.values()]) for (const reader of readers) reader.close('closing');
  }

  #audienceOf(key: string, view: View): Audience {
    let audience = this.#audiences.get(key);
    if (!audience) this.#audiences.set(key, (audience = new Audience(this.#ledger, view, this.#clock.now)));
    return audience;
  }

  #scheduleFlush(): void {
    if (this.#flushTimer || this.#flushSoon) return;
    const wait = this.#flushedAt + FLUSH_INTERVAL_MS - performance.now();
    if (wait > 0) this.#flushTimer = setTimeout(() => this.#flush(), wait);
    else this.#flushSoon = setImmediate(() => this.#flush());
  }

  #flush(): void {
    if (this.#flushTimer) clearTimeout(this.#flushTimer);
    if (this.#flushSoon) clearImmediate(this.#flushSoon);
    this.#flushTimer = this.#flushSoon = null;
    const changes = this.#pending;
    if (changes.length === 0) return;
    this.#pending = [];
    this.#flushedAt = performance.now();
    for (const audience of this.#audiences.values()) audience.tell(changes);
  }
}

const keyOf = ({ room, operator }: View): string => `${operator ? 'deck' : 'view'} ${room ?? ''}`;
