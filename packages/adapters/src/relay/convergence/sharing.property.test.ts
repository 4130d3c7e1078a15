/*
 * Pages that share a line, in random histories of pages that come, go, crash and freeze, of words between them that are lost,
 * repeated, swapped and late, and of a relay that is cut, restarted, emptied or restored.
 *
 * 300 in `npm test`; more by
 *
 *     STALLCAST_SHARING_RUNS=20000 pnpm vitest run --project adapters convergence/sharing
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../sharing.js';
import { HostilePages, PAGE_EVENTS, type PageStep } from './hostile-pages.fixture.js';

const RUNS = Number(process.env['STALLCAST_SHARING_RUNS'] ?? 300);

const DOINGS: readonly PageStep['do'][] = [
  ...PAGE_EVENTS,
  ...(['sell', 'sell', 'sell', 'sell', 'restock', 'cancel', 'new-session', 'remove'] as const),
  ...(['open', 'open', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'thaw'] as const),
];
const history = fc.array(fc.record({ do: fc.constantFrom(...DOINGS), dice: fc.nat(60) }), {
  maxLength: 30,
  size: 'max',
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-07-01T11:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it(
  'pages that share a line are never live and wrong, and come to the truth on one line',
  async () => {
    let compared = 0;
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const pages = new HostilePages();
        await pages.play(steps);
        compared += pages.compared;
        shared += pages.sharedMost > 1 ? 1 : 0;
        expect(pages.violation).toBeNull();
      }),
      { numRuns: RUNS },
    );
    // It would show nothing if pages never shared.
    expect(shared).toBe(RUNS);
    expect(compared).toBeGreaterThan(5 * RUNS);
  },
  60 * 60_000,
);
