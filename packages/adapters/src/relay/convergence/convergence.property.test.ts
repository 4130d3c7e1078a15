/*
 * Whether a reader can ever be live and wrong: the rules of this adapter against a simulated relay over a network that loses,
 * repeats, reorders, cuts and fills up, and a relay that restarts, starts over, and has older copies of its database put back.
 *
 * 20,000 histories in `npm test`; a million by
 *
 *     STALLCAST_R1_RUNS=1000000 pnpm vitest run --project adapters convergence.property
 */
import { describe, expect, it } from 'vitest';
import { describeFound, searchHistories } from './histories.fixture.js';
import type { CreateClient } from './hostile-network.fixture.js';
import { RealClient } from './real-client.fixture.js';
import type { RelayFlaws } from './simulated-relay.fixture.js';
import { STRAWMEN } from './strawmen.fixture.js';

const RUNS = Number(process.env['STALLCAST_R1_RUNS'] ?? 20_000);
const LONG_MS = 60 * 60_000;

const real: CreateClient = (wire) => new RealClient(wire);

describe('the reader of a relay', () => {
  it(
    `is never live and wrong, converges and never goes back, in ${RUNS} histories`,
    () => {
      let compared = 0;
      let roundTrips = 0;
      const found = searchHistories(real, RUNS, {}, (report) => {
        compared += report.compared;
        roundTrips = Math.max(roundTrips, report.roundTrips);
      });
      expect(found.failed, describeFound(found, real)).toBe(false);
      // A reader that is never live would be never wrong, too.
      expect(compared).toBeGreaterThan(5 * RUNS);
      expect(roundTrips).toBeLessThanOrEqual(2);
    },
    LONG_MS,
  );
});

describe('the same histories', () => {
  it.each(Object.entries(STRAWMEN))('catch a client of another design within 1,000 runs: %s', (_, create) => {
    expect(searchHistories(create, 1_000).failed).toBe(true);
  });

  it.each<[string, RelayFlaws]>([
    ['keeps its epoch when an older database is put back', { keepsEpochAfterRestore: true }],
    ['reads the state of a snapshot before its position', { readsStateFirst: true }],
    ['drops what waited for a slow reader', { dropsWhatWaited: true }],
  ])('catch a relay that %s', (_, flaws) => {
    expect(searchHistories(real, 20_000, flaws).failed).toBe(true);
  });
});
