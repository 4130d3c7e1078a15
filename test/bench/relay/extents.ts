/** How much a run of the relay's benchmark does. */
export interface Extent {
  rounds: number;
  /** After so long nothing more is begun, s. */
  mostS: number;
  /** How many viewers there are, one number after the other. */
  sizes: readonly number[];
  /** How many changes so many viewers are told, and how far apart, ms. */
  told: (size: number) => { changes: number; everyMs: number };
  /** Sending one message after the other, and many at once, ms. */
  aloneMs: number;
  floodMs: number;
  recoverySize: number;
  /** For changes of 20 kB to viewers of whom some do not read. */
  slow: { viewers: number; changes: number; aSecond: number };
}

const told = (size: number) =>
  size <= 100
    ? { changes: 40, everyMs: 25 }
    : size <= 2_000
      ? { changes: 20, everyMs: 60 }
      : { changes: 6, everyMs: 500 };

export const EXTENTS: Readonly<Record<'quick' | 'usual', Extent>> = {
  quick: {
    rounds: 1,
    mostS: 50,
    sizes: [10, 1_000],
    told,
    aloneMs: 200,
    floodMs: 600,
    recoverySize: 1_000,
    slow: { viewers: 100, changes: 150, aSecond: 150 },
  },
  usual: {
    rounds: 2,
    mostS: 280,
    sizes: [10, 1_000, 10_000],
    told,
    aloneMs: 500,
    floodMs: 2_000,
    recoverySize: 10_000,
    slow: { viewers: 100, changes: 600, aSecond: 150 },
  },
};
