/** The value below which the share `q` of the values lies, with straight lines between them. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new Error('Expected at least one value, got none: did a run measure nothing?');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** One figure that was taken several times. */
export interface Spread {
  low: number;
  middle: number;
  high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { low: quantile(values, 0), middle: median(values), high: quantile(values, 1) };
}

/**
 * Compares two variants by one quantile of each of their runs.
 *
 * Runs are pairs of neighbours in time: `ours[i]` and `theirs[i]` met the same machine, busy or quiet. So the ratio is taken
 * within each pair, and what is told of the pairs is their median and how far they lie apart.
 */
export function comparePairs(ours: readonly number[][], theirs: readonly number[][], q: number) {
  if (ours.length !== theirs.length) {
    throw new Error(`Expected as many runs of both, got ${ours.length} and ${theirs.length}.`);
  }
  const pairs = ours.map((run, i) => ({ ours: quantile(run, q), theirs: quantile(theirs[i]!, q) }));
  return {
    ratio: spreadOf(pairs.map((pair) => pair.ours / pair.theirs)),
    difference: spreadOf(pairs.map((pair) => pair.ours - pair.theirs)),
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    theirs: spreadOf(pairs.map((pair) => pair.theirs)),
  };
}

export type Comparison = ReturnType<typeof comparePairs>;
