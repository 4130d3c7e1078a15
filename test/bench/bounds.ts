import type { ChangeCosts } from './change-costs.js';
import { IDLE_FRAMES, type DamagedFrames } from './damaged-frames.js';
import type { Comparison } from './statistics.js';
import type { Weight } from './weigh.js';

/** What the three widgets with store and relay adapter are to weigh in the end, brotli, bytes. */
export const WEIGHT_GOAL = 16_000;
/**
 * What they may weigh until then: no change makes them heavier unnoticed. Lower it whenever they become lighter. Decisions 16 and
 * 18 tell how it went up and down.
 */
export const WEIGHT_CEILING = 38_250;

/**
 * What the three widgets may hold and do, by counts that no machine changes: today's, with a little slack. Lower one whenever
 * it becomes less.
 */
export const COST_CEILINGS: Readonly<ChangeCosts> = {
  nodes: 1_015,
  listeners: 5,
  layoutsOfOne: 2.5,
  layoutsOfHundred: 2.5,
  allocated: 12_600,
};

/** The widgets' median delay, as a multiple of the hand-written script's. */
export const DELAY_RATIO_GOAL = 1.1;
/** What it may be until then. */
export const DELAY_RATIO_CEILING = 2;
/** By how many frames the slowest twentieth of changes may come later than the script's. */
export const LATE_FRAMES_GOAL = 1;
export const FRAME_MS = 1_000 / 60;

/**
 * What became of one bound. `missed` fails the run; a `goal` that is not reached yet is told and does not.
 */
export interface Verdict {
  what: string;
  bound: string;
  found: string;
  outcome: 'met' | 'missed' | 'goal not reached';
}

export function judgeFrames(counts: readonly DamagedFrames[]): Verdict[] {
  return counts
    .filter(({ variant }) => variant === 'widgets')
    .flatMap(({ browser, synthetic, idle, onChange }) => {
      const where = `${browser}${synthetic ? ', demo data' : ''}`;
      return [
        verdict(`Damaged frames of ${IDLE_FRAMES} at rest, ${where}`, '0', String(idle), idle === 0),
        verdict(`Damaged frames after a sale, ${where}`, 'more than 0', String(onChange), onChange > 0),
      ];
    });
}

export function judgeWeight({ brotli }: Weight): Verdict[] {
  const what = 'Widgets with store and relay adapter, brotli';
  return [
    verdict(what, `at most ${bytes(WEIGHT_CEILING)} today`, bytes(brotli), brotli <= WEIGHT_CEILING),
    verdict(what, `at most ${bytes(WEIGHT_GOAL)} in the end`, bytes(brotli), brotli <= WEIGHT_GOAL, 'goal not reached'),
  ];
}

/** Time is noisy: its bound counts as missed only where every pair of runs missed it. */
export function judgeDelays(perSecond: number, median: Comparison, late: Comparison): Verdict[] {
  const at = `at ${perSecond} changes a second`;
  const { low, middle } = median.ratio;
  const lateFrames = late.difference.middle / FRAME_MS;
  return [
    verdict(
      `Median delay ${at}, to the script's`,
      `not all pairs above ${DELAY_RATIO_CEILING.toFixed(2)} today`,
      `${low.toFixed(2)} at best`,
      low <= DELAY_RATIO_CEILING,
    ),
    verdict(
      `Median delay ${at}, to the script's`,
      `at most ${DELAY_RATIO_GOAL.toFixed(2)} in the end`,
      middle.toFixed(2),
      middle <= DELAY_RATIO_GOAL,
      'goal not reached',
    ),
    verdict(
      `Slowest twentieth ${at}, later than the script's`,
      `at most ${LATE_FRAMES_GOAL} frame in the end`,
      `${lateFrames.toFixed(2)} frames`,
      lateFrames <= LATE_FRAMES_GOAL,
      'goal not reached',
    ),
  ];
}

/** A number of bytes for people: `15,980 B`. */
export const bytes = (count: number): string => `${count.toLocaleString('en-US')} B`;

/** One bound, judged. */
export function verdict(
  what: string,
  bound: string,
  found: string,
  met: boolean,
  otherwise: Verdict['outcome'] = 'missed',
) {
  return { what, bound, found, outcome: met ? 'met' : otherwise } satisfies Verdict;
}
