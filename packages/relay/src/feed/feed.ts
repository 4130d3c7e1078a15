import { viewOfChange, viewOfSnapshot, type Change, type Position, type View } from '@stallcast/protocol';
import type { Ledger } from '@stallcast/ledger';
import { encodeChanges, MAX_CHANGES_A_MESSAGE } from './encode.js';
import { Reader, type Outlet } from './reader.js';

/** Several changes within this time go as one message. */
export const FLUSH_INTERVAL_MS = 16;
/** A longer history is told by a snapshot, which costs both sides less. */
export const MAX_REPLAYED_CHANGES = 5_000;

/** Times of a feed, for tests. */
export interface FeedClock {
  now: () => number;
  pingIntervalMs: number;
}

/** Readers that see the same. */
interface Audience {
  view: View;
  readers: Set<Reader>;
}

/**
 * Sends a stall's log to its readers.
 *
 * A change is narrowed and turned to text once per view, not per reader. The first change after a quiet moment goes out in the same
 * turn of the event loop; those that follow within 16 ms go together.
 */
export class Feed {
  readonly #ledger: Ledger;
  readonly #clock: FeedClock;
  readonly #audiences = new Map<string, Audience>();
  readonly #unsubscribe: () => void;
  #pending: Change[] = [];
  #flushTimer: NodeJS.Timeout | null = null;
  #flushSoon: NodeJS.Immediate | null = null;
  #flushedAt = 0;

  constructor(ledger: Ledger, clock: FeedClock) {
    this.#ledger = ledger;
    this.#clock = clock;
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
    const ledger = this.#ledger;
    const reader = new Reader({
      stall: ledger.stall,
      outlet,
      now: this.#clock.now,
      snapshot: () => viewOfSnapshot(ledger.snapshot(view.room), view),
      changesAfter: async (position) => {
        if (ledger.position.offset - position.offset > MAX_REPLAYED_CHANGES) return null;
        const changes = await ledger.changesAfter(position);
        return changes && changes.map((change) => viewOfChange(change, view));
      },
    });
    const audience = this.#audienceOf(view);
    audience.readers.add(reader);
    const pings = setInterval(() => {
      this.#flush();
      reader.ping();
    }, this.#clock.pingIntervalMs);
    const disconnect = () => {
      clearInterval(pings);
      audience.readers.delete(reader);
      if (audience.readers.size === 0) this.#audiences.delete(keyOf(view));
      reader.close('gone');
    };
    reader.start(from).catch(disconnect);
    return disconnect;
  }

  /** Sends what waits and ends every connection. */
  close(): void {
    this.#unsubscribe();
    this.#flush();
    for (const { readers } of [...this.#audiences.values()]) for (const reader of readers) reader.close('closing');
  }

  #audienceOf(view: View): Audience {
    const key = keyOf(view);
    let audience = this.#audiences.get(key);
    if (!audience) this.#audiences.set(key, (audience = { view, readers: new Set() }));
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
    for (const { view, readers } of this.#audiences.values()) {
      const messages = encodeChanges(changes.map((change) => viewOfChange(change, view)));
      for (const reader of readers) for (const message of messages) reader.deliver(message);
    }
  }
}

const keyOf = ({ room, operator }: View): string => `${operator ? 'deck' : 'view'} ${room ?? ''}`;
