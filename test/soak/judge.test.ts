import { describe, expect, it } from 'vitest';
import type { Checkpoint, Course } from './checkpoint.js';
import { judgeCourse, judgeMemory, slopeOf } from './judge.js';

const LEVEL: Checkpoint = {
  ...{ atMs: 0, events: 0, nodes: 500, shown: 300, detached: 200, listeners: 9, handles: 4 },
  ...{ heap: 1_000_000, embedder: 500_000, resident: 0 },
};
const over = (change: (i: number) => Partial<Checkpoint>): Checkpoint[] =>
  Array.from({ length: 21 }, (_, i) => ({ ...LEVEL, events: i * 50_000, ...change(i) }));
const missed = (checkpoints: readonly Checkpoint[]): string[] =>
  judgeMemory(checkpoints).flatMap(({ isMet, what }) => (isMet ? [] : [what]));

describe('the judge of a soak', () => {
  it('passes what stays level, whatever the first checkpoint was', () => {
    expect(missed(over((i) => (i === 0 ? { detached: 150, listeners: 1, heap: 400_000 } : {})))).toEqual([]);
  });

  it.each([
    ['a node more from the middle on', (i: number) => ({ nodes: i > 10 ? 501 : 500 }), 'Nodes at'],
    ['a node more a stretch that is held', (i: number) => ({ detached: 200 + i }), 'Nodes outside'],
    ['a listener a stretch', (i: number) => ({ listeners: 9 + i }), 'Listeners'],
    ['a timer that stays', (i: number) => ({ handles: i > 10 ? 5 : 4 }), 'Timers'],
    ['half a byte an order of scripts', (i: number) => ({ heap: 1_000_000 + i * 25_000 }), 'Heap'],
    ['half a byte an order of the engine', (i: number) => ({ embedder: i * 25_000 }), 'Heap'],
  ])('misses %s', (_, change, what) => {
    expect(missed(over(change))).toEqual([expect.stringContaining(what)]);
  });

  it('passes what swings, and a template that comes with a new word', () => {
    expect(
      missed(over((i) => ({ nodes: 500 + (i % 3), detached: i < 4 ? 200 : 222, listeners: 8 + (i % 2) }))),
    ).toEqual([]);
  });

  it('gives the heap room while the ids of the last orders fill, and no more', () => {
    const filling = (bytes: number) => over((i) => ({ events: i * 1_000, heap: 1_000_000 + i * 1_000 * bytes }));
    expect(missed(filling(120))).toEqual([]);
    expect(missed(filling(400))).toEqual([expect.stringContaining('Heap')]);
  });

  it('takes a slope in bytes an order', () => {
    expect(slopeOf(over((i) => ({ heap: 7 + i * 50_000 * 0.2 })))).toBeCloseTo(0.2, 6);
    expect(slopeOf([LEVEL])).toBe(0);
  });

  it('misses an error, a widget that is wrong, and no widgets at all', () => {
    const course: Course = {
      ...{ engine: '', version: '', checkpoints: over(() => ({})), errors: [], troublesTold: 0 },
      ...{ done: {}, wrong: [], compared: 12, ms: 0 },
    };
    const isWell = (change: Partial<Course>): boolean =>
      judgeCourse({ ...course, ...change }).every(({ isMet }) => isMet);
    expect(isWell({})).toBe(true);
    expect([isWell({ errors: ['no'] }), isWell({ wrong: ['no'] }), isWell({ compared: 0 })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
