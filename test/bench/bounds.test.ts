import { describe, expect, it } from 'vitest';
import { FRAME_MS, judgeDelays, judgeFrames, judgeWeight, WEIGHT_CEILING, WEIGHT_GOAL } from './bounds.js';
import type { DamagedFrames } from './damaged-frames.js';
import { comparePairs } from './statistics.js';

const counted = (idle: number, onChange: number): DamagedFrames => ({
  browser: 'a browser',
  version: '1',
  variant: 'widgets',
  synthetic: false,
  idle,
  onChange,
});
const outcomes = (verdicts: { outcome: string }[]) => verdicts.map(({ outcome }) => outcome);
const pairs = (ours: number[], theirs: number) =>
  comparePairs(
    ours.map((one) => [one]),
    ours.map(() => [theirs]),
    0.5,
  );

describe('the bounds', () => {
  it.each([
    [0, 1, ['met', 'met']],
    [1, 1, ['missed', 'met']],
    [0, 0, ['met', 'missed']],
  ])('%d damaged frames at rest and %d on a change', (idle, onChange, expected) => {
    expect(outcomes(judgeFrames([counted(idle, onChange)]))).toEqual(expected);
  });

  it('are for the widgets, not for the script that they are compared with', () => {
    expect(judgeFrames([{ ...counted(9, 0), variant: 'script' }])).toEqual([]);
  });

  it.each([
    [WEIGHT_GOAL, ['met', 'met']],
    [WEIGHT_GOAL + 1, ['met', 'goal not reached']],
    [WEIGHT_CEILING + 1, ['missed', 'goal not reached']],
  ])('%d bytes', (brotli, expected) => {
    expect(outcomes(judgeWeight({ minified: 0, brotli }))).toEqual(expected);
  });

  it.each([
    [
      [10, 10.5, 11],
      ['met', 'met', 'met'],
    ],
    [
      [10, 12, 30],
      ['met', 'goal not reached', 'met'],
    ],
    [
      [19, 25, 30],
      ['met', 'goal not reached', 'met'],
    ],
    [
      [21, 25, 30],
      ['missed', 'goal not reached', 'met'],
    ],
  ])('medians of %j to 10', (ours, expected) => {
    expect(outcomes(judgeDelays(20, pairs(ours, 10), pairs([10], 10)))).toEqual(expected);
  });

  it.each([
    [[0.5, 0.9, 1.5], 'met'],
    [[0.9, 1.5, 2], 'goal not reached'],
  ])('%j frames late', (frames, expected) => {
    const late = pairs(
      frames.map((one) => 10 + one * FRAME_MS),
      10,
    );
    expect(outcomes(judgeDelays(20, pairs([10], 10), late))).toEqual(['met', 'met', expected]);
  });
});
