import type { Duel } from './measure.js';
import { median, spreadOf } from './statistics.js';

/**
 * Compares what ours took with what each of the others took, run by run of the same round; a lone figure stands for all.
 *
 * `taken` has the runs of each, by name for people; `ours` names ours.
 */
export function duelsOf(what: string, taken: Readonly<Record<string, readonly number[]>>, ours: string): Duel[] {
  const own = taken[ours];
  if (!own || own.length === 0) return [];
  return Object.entries(taken).flatMap(([rival, theirs]) => {
    if (rival === ours || theirs.length === 0) return [];
    const ratios = own.map((one, i) => one / (theirs[i] ?? median(theirs)));
    return [{ what, rival, ratio: spreadOf(ratios) }];
  });
}

/** Closer than this two are even: half of a tenth is what the same page differs by from run to run. */
const EVEN = 0.05;

/** Who is better in a duel. */
export function winnerOf({ ratio: { middle } }: Pick<Duel, 'ratio'>): 'ours' | 'even' | 'theirs' {
  if (middle > 1 + EVEN) return 'theirs';
  return middle < 1 - EVEN ? 'ours' : 'even';
}
