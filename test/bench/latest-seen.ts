import { ON_HAND, ROUND } from './scripted-stall.js';
import type { Sighting } from './probe.js';

/** By when a page had shown the change of that number, or one after it. */
export interface Seen {
  /** The first change is 1. */
  change: number;
  at: number;
}

/** The number that is shown after so many changes. */
const figureAfter = (changes: number) => ON_HAND - (changes % ROUND);

/**
 * Finds which changes a page had shown, and when, where more came than a number of four digits can tell apart: it begins again
 * after each round.
 *
 * Numbers fall and begin again, so each sighting is the next change that leaves its number. A page that stood still for a whole
 * round skipped one unseen; the last number, which is known, tells how many, and they are given to the longest gaps.
 */
export function latestSeen(sightings: readonly Sighting[], total: number): Seen[] {
  const seen: Seen[] = [];
  let last = 0;
  for (const { figure, at } of sightings) {
    const place = (ON_HAND - figure + ROUND) % ROUND;
    last += (((place - last) % ROUND) + ROUND) % ROUND;
    seen.push({ change: last, at });
  }
  // Only where it came to the end is known how much it skipped.
  if (seen.length > 0 && sightings.at(-1)?.figure === figureAfter(total)) {
    for (let missing = Math.round((total - last) / ROUND); missing > 0; missing -= 1) skipAtLongestGap(seen);
  }
  return seen;
}

/** A gap that was given a round already counts as two that are half as long. */
function skipAtLongestGap(seen: Seen[]): void {
  const gapBefore = (i: number) => {
    const [before, one] = [seen[i - 1], seen[i]];
    if (!before || !one) return 0;
    return (one.at - before.at) / (1 + Math.floor((one.change - before.change) / ROUND));
  };
  let longest = seen.length - 1;
  for (let i = 1; i < seen.length; i += 1) if (gapBefore(i) > gapBefore(longest)) longest = i;
  for (const one of seen.slice(longest)) one.change += ROUND;
}

/** How long each change took to be seen, ms; those that never were are left out. `sentAt[i]` is when change `i + 1` went out. */
export function delaysOfMany(sentAt: readonly number[], seen: readonly Seen[]): number[] {
  const delays: number[] = [];
  let next = 0;
  sentAt.forEach((at, i) => {
    while (next < seen.length && seen[next]!.change < i + 1) next += 1;
    if (next < seen.length) delays.push(seen[next]!.at - at);
  });
  return delays;
}
