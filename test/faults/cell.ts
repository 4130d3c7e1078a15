import type { Browser } from 'playwright';
import { expect } from 'vitest';
import { openBooth, type Booth, type Transport } from './booth.js';
import { BACK_WITHIN_MS, HEARTBEAT_MS, pause, STALE_WITHIN_MS, until } from './durations.js';
import type { RelayMarket } from './market.js';
import type { Row } from './rows.js';
import { judge, type Verdict } from './verdict.js';

/** Runs one fault over one transport, from a page that is well to one that is well again. */
export async function runCell(
  place: { browser: Browser; origin: string },
  market: RelayMarket,
  transport: Transport,
  row: Row,
): Promise<Verdict> {
  const booth = await openBooth(place.browser, place.origin, market, transport);
  try {
    if (!row.atStart) {
      await booth.open();
      await booth.home();
      await market.sell();
      await booth.home();
    }
    const began = Date.now();
    await row.run(booth, market);
    const ended = Date.now();
    await market.sell();
    await booth.home(BACK_WITHIN_MS + 10_000);
    // It stays so, on one connection.
    await pause(2 * HEARTBEAT_MS);
    await booth.home();
    if (!row.leavesOne)
      await until(
        () => market.readers(),
        (readers) => readers === 1,
        5_000,
      );
    return await verdictOf(booth, row, { began, ended });
  } finally {
    await booth.close();
  }
}

async function verdictOf(booth: Booth, row: Row, fault: { began: number; ended: number }): Promise<Verdict> {
  const { truth } = booth.market;
  const { sights, calls, orders } = await booth.watched();
  const verdict = judge(sights, truth, fault);
  const story = sights.map(({ from, at, left, label, frames }) =>
    [Math.round(from - fault.began), at.slice(-6), left, label, frames].join(' '),
  );
  expect(verdict, story.join('\n')).toMatchObject({ wrongMs: 0, behindMs: 0 });
  expect(verdict.backAfterMs, story.join('\n')).toBeLessThan(BACK_WITHIN_MS);
  if (row.isSilence) {
    expect(verdict.markedAfterMs, story.join('\n')).not.toBeNull();
    expect(verdict.markedAfterMs).toBeLessThan(STALE_WITHIN_MS);
  }
  expect(new Set(orders)).toEqual(new Set(truth.orders.slice(-50)));
  expect(calls.length, `called twice: ${calls.join()}`).toBe(new Set(calls).size);
  expect(booth.errors).toEqual([]);
  return verdict;
}
