/*
 * The soak in half a minute, on the current engine, with the checks of the whole one:
 *
 *     pnpm soak [--minutes 4] [--engine current|103|127] [--real-time 60m]
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playControl } from './control.js';
import { playEvening } from './evening.js';
import { playHours } from './hours.js';
import { judgeCourse, judgeMemory } from './judge.js';
import { buildOverlayPages, type OverlayPages } from './overlay-pages.js';

const PATIENCE_MS = 240_000;
const engine = '';
const SHORT = {
  engine,
  checkpoints: 4,
  sellMs: 1_000,
  surge: 2_000,
  usual: 500,
  ...{ reconnects: 6, restarts: 2, hides: 12, scenes: 3, reloads: 3, themes: 12 },
};

describe('a short evening', () => {
  let pages: OverlayPages;
  beforeAll(async () => {
    pages = await buildOverlayPages();
  }, PATIENCE_MS);
  afterAll(() => pages.remove());

  it(
    'leaves nothing behind in the overlay, which shows in the end what the relay knows',
    { timeout: PATIENCE_MS },
    async () => {
      const course = await playEvening(SHORT, pages.folder, () => {});
      expect(course.done['orders']).toBeGreaterThan(500);
      expect(course.done).toMatchObject({ reconnects: 6, restarts: 2, hides: 12, scenes: 3, reloads: 3, themes: 12 });
      expect(judgeCourse(course).filter(({ isMet }) => !isMet)).toEqual([]);
    },
  );
});

describe('an hour by a clock', () => {
  it('leaves nothing behind, and the countdown is right', { timeout: PATIENCE_MS }, async () => {
    const { findings, heartbeats } = await playHours(engine, 12, 1);
    expect(heartbeats).toBeGreaterThanOrEqual(720);
    expect(findings.filter(({ isMet }) => !isMet)).toEqual([]);
  });
});

describe('the control', () => {
  it('leaks, and is seen to', { timeout: PATIENCE_MS }, async () => {
    const [nodes] = judgeMemory(await playControl(engine, 3));
    expect(nodes?.isMet).toBe(false);
  });
});
