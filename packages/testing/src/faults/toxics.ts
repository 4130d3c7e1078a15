/** Which way bytes run: `down` from the server to its client, `up` the other way. */
export type Direction = 'up' | 'down';

/**
 * What is wrong with a line. The names are toxiproxy's, but for `half-open`, which it has none for.
 *
 * Without a direction both are meant.
 */
export type Toxic = { direction?: Direction } & (
  | /** Every piece arrives so much later, in order. */ {
      type: 'latency';
      ms: number;
      jitterMs?: number;
    } /** No more than this gets through; whoever sends too much is held back. */
  | {
      type: 'bandwidth';
      bytesPerSecond: number;
    } /** A black hole: nothing gets through, no one is told, and what was sent arrives late, when the toxic is gone. */
  | {
      type: 'timeout';
    } /** The other side has forgotten the connections that were there: nothing gets through them again, new ones work. */
  | { type: 'half-open' }
  | /** Connections are reset after a time. */ { type: 'reset-peer'; afterMs?: number }
  | /** Bytes arrive in pieces of this size. */ { type: 'slicer'; bytes: number; delayMs?: number }
  | /** A connection ends after so many bytes. */ { type: 'limit-data'; bytes: number }
  | /** The end of a connection arrives so much later. */ { type: 'slow-close'; ms: number }
);

export type ToxicOf<T extends Toxic['type']> = Extract<Toxic, { type: T }>;

/** The toxics that are on a proxy, and who wants to know when they change. */
export class Toxics {
  readonly #all = new Set<Toxic>();
  readonly #waiting = new Set<() => void>();

  /** Adds a toxic; returns what takes it away. */
  add(toxic: Toxic): () => void {
    this.#all.add(toxic);
    this.#tell();
    return () => {
      if (this.#all.delete(toxic)) this.#tell();
    };
  }

  clear(): void {
    this.#all.clear();
    this.#tell();
  }

  /** The toxic of a type that is on a direction, if there is one. */
  of<T extends Toxic['type']>(type: T, direction: Direction): ToxicOf<T> | undefined {
    for (const toxic of this.#all) {
      if (toxic.type === type && (toxic.direction ?? direction) === direction) return toxic as ToxicOf<T>;
    }
    return undefined;
  }

  /** Resolves when a toxic comes or goes, or after a time. */
  changed(ms = Infinity): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = ms === Infinity ? undefined : setTimeout(done, ms);
      this.#waiting.add(done);
    });
  }

  #tell(): void {
    for (const done of [...this.#waiting]) done();
  }
}
