import type { Money } from '@stallcast/protocol';

/** Why a price is asked about a second time, with the figure for the sentence: percent, or minor units of the floor. */
export type PriceDoubt = { kind: 'lower' | 'higher'; percent: number } | { kind: 'floor'; floor: Money };

/** A change by more than this part of the price is asked about: a point in the wrong place changes it by nine tenths or ninefold. */
const LARGEST_STEP = 0.5;

/** Says what is doubtful about a new price. A first price has nothing to be compared with but the floor. */
export function doubtsOf(after: Money, before: Money | null, floor: Money | null): PriceDoubt[] {
  const doubts: PriceDoubt[] = [];
  if (before && before.minor > 0) {
    const change = (after.minor - before.minor) / before.minor;
    if (Math.abs(change) > LARGEST_STEP)
      doubts.push({ kind: change < 0 ? 'lower' : 'higher', percent: Math.round(Math.abs(change) * 100) });
  }
  if (floor && after.minor < floor.minor) doubts.push({ kind: 'floor', floor });
  return doubts;
}
