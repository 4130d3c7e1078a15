import { openLedger, watchDays, type Ledger } from '@stallcast/ledger';
import { setUpExampleStall } from '@stallcast/ledger/example';
import { Feed } from './feed/feed.js';
import type { StallDatabase, StallEntry } from './storage/database.js';

/** A stall in use: its one writer, and what tells its readers. */
export interface OpenStall {
  ledger: Ledger;
  feed: Feed;
  /** Ends the watch over the stall's calendar. */
  unwatch: () => void;
}

/** The stalls of a relay. Each is opened once, when it is first asked for. */
export class Stalls {
  readonly #database: StallDatabase;
  readonly #clock: { now: () => number; pingIntervalMs: number };
  readonly #onNewLife: (stall: string) => void;
  readonly #open = new Map<string, Promise<OpenStall>>();

  constructor(
    database: StallDatabase,
    clock: { now: () => number; pingIntervalMs: number },
    /** Told when a stall's database turned out to be a copy that was put back. */
    onNewLife: (stall: string) => void = () => {},
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#onNewLife = onNewLife;
  }

  names(): string[] {
    return this.#database.stalls().map(({ name }) => name);
  }

  /** Makes a stall; false where it is there already. */
  add(name: string, options: { example: boolean }): boolean {
    return this.#database.addStall(name, options);
  }

  /** The stall of this name; null where there is none. Also finds one that another process has added since. */
  async find(name: string): Promise<OpenStall | null> {
    const open = this.#open.get(name);
    if (open) return open;
    const entry = this.#database.stall(name);
    if (!entry) return null;
    const opening = this.#openStall(entry);
    this.#open.set(name, opening);
    // A failure is not kept: the next request tries again.
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  /** Ends every reader's connection. */
  closeFeeds(): void {
    for (const opening of this.#open.values()) opening.then(({ feed }) => feed.close()).catch(() => {});
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.#open.values());
    for (const opening of all) {
      if (opening.status !== 'fulfilled') continue;
      opening.value.unwatch();
      await opening.value.ledger.close();
    }
  }

  async #openStall({ name, exampleDue }: StallEntry): Promise<OpenStall> {
    const storage = this.#database.storage(name);
    const newLife = this.#database.newLifeOf(name);
    const ledger = await openLedger({
      stall: name,
      storage,
      now: this.#clock.now,
      // What came in the same turn of the event loop becomes durable together: the disk is asked once.
      gather: (begin) => void setImmediate(begin),
      synthetic: exampleDue,
      ...(newLife && { newLife }),
    });
    if (newLife) this.#onNewLife(name);
    if (exampleDue) {
      await setUpExampleStall(ledger);
      this.#database.exampleDone(name);
    }
    return { ledger, feed: new Feed(ledger, this.#clock), unwatch: watchDays(ledger, this.#clock) };
  }
}
