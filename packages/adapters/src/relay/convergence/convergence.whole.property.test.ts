/*
 * The same histories with the adapter and the store as a page runs them: text, parser, timers, atoms.
 *
 * 2,000 in `npm test`; more by
 *
 *     STALLCAST_R1_WHOLE_RUNS=20000 pnpm vitest run --project adapters convergence.whole
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { describeFound, searchHistories } from './histories.fixture.js';
import type { CreateClient } from './hostile-network.fixture.js';
import { WholeClient } from './whole-client.fixture.js';

const RUNS = Number(process.env['STALLCAST_R1_WHOLE_RUNS'] ?? 2_000);

let running: WholeClient | null = null;
const stop = () => {
  running?.stop();
  running = null;
};
const whole: CreateClient = (wire) => {
  stop();
  running = new WholeClient(wire);
  return running;
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-07-01T11:00:00.000Z') });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it(
  `the adapter and the store are never live and wrong, converge and never go back, in ${RUNS} histories`,
  () => {
    let compared = 0;
    const found = searchHistories(whole, RUNS, {}, (report) => (compared += report.compared));
    expect(found.failed, describeFound(found, whole)).toBe(false);
    expect(compared).toBeGreaterThan(5 * RUNS);
  },
  60 * 60_000,
);

it('would tell if the relay were at fault', () => {
  expect(searchHistories(whole, 5_000, { readsStateFirst: true }).failed).toBe(true);
});
