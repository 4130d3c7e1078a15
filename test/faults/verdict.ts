import { LINE_BOUNDS, type Bounds } from './durations.js';
import type { HoldUp, Sight } from './page/watch.js';
import type { Truth } from './truth.js';

/** What a page did while a fault lasted and after it. */
export interface Verdict {
  /** Ms for which a figure was on screen without a mark that was not the one of its place in the log. */
  wrongMs: number;
  /** Ms for which a figure without a mark was behind the stall for longer than the mark may take. */
  behindMs: number;
  /** Ms from the beginning of the fault to the mark; null where there was none. */
  markedAfterMs: number | null;
  /** Ms of these for which the page's own timers were late as well: what the machine takes is not held against the page. */
  heldUpMs: number;
  /** Ms from the end of the fault to the truth without a mark. */
  backAfterMs: number;
}

/** Judges what was seen against the truth. */
export function judge(
  sights: readonly Sight[],
  truth: Truth,
  fault: { began: number; ended: number },
  { staleWithinMs }: Bounds = LINE_BOUNDS,
  holdUps: readonly HoldUp[] = [],
): Verdict {
  const heldUp = (from: number, to: number): number =>
    holdUps.reduce((sum, { due, ms }) => sum + Math.max(0, Math.min(to, due + ms) - Math.max(from, due)), 0);

  let wrongMs = 0;
  let behindMs = 0;
  sights.forEach((sight, index) => {
    if (sight.label !== 'live') return;
    const lasted = sight.until - sight.from;
    if (!isTrue(sight, sights[index - 1], truth)) wrongMs += Math.max(lasted, 1);
    const next = truth.nextAfter(sight.at);
    if (next === undefined) return;
    const within = staleWithinMs + heldUp(next, sight.until);
    behindMs += Math.max(0, sight.until - Math.max(sight.from, next + within));
  });
  const mark = sights.find(({ label, from }) => label !== 'live' && label !== 'waiting' && from >= fault.began);
  // It may have been right all along.
  const back = sights.find((sight) => isHome(sight, truth) && sight.until >= fault.ended);
  return {
    wrongMs: Math.round(wrongMs),
    behindMs: Math.round(behindMs),
    markedAfterMs: mark ? Math.round(mark.from - fault.began) : null,
    heldUpMs: mark ? Math.round(heldUp(fault.began, mark.from)) : 0,
    backAfterMs: back ? Math.max(0, Math.round(back.from - fault.ended)) : Infinity,
  };
}

/** Whether the page shows the last of the truth, without a mark. */
export function isHome(sight: Sight | undefined, truth: Truth): boolean {
  return sight?.label === 'live' && sight.left === truth.left && sight.at === truth.head;
}

/** A store is ahead of what is painted by one frame, no more. */
function isTrue(sight: Sight, before: Sight | undefined, truth: Truth): boolean {
  if (truth.leftAt(sight.at) === sight.left) return true;
  return sight.frames <= 2 && before !== undefined && truth.between(before.at, sight.at).includes(sight.left ?? -1);
}
