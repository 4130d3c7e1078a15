import type { Browser } from 'playwright';
import { expect } from 'vitest';
import { openBooth, type Booth, type Transport } from './booth.js';
import {
  HEARTBEAT_MS,
  LINE_BOUNDS,
  pause,
  REFUSED_BOUNDS,
  TABLE_BOUNDS,
  TABLE_EVERY_MS,
  until,
  type Bounds,
} from './durations.js';
import { expectNoMoreHandles, settledHandles } from './handles.js';
import type { FaultyMarket, Market } from './market.js';
import type { Row } from './rows.js';
import { judge, type Verdict } from './verdict.js';

/** Runs one fault over one transport, from a page that is well to one that is well again. */
export async function runCell<M extends Market & Pick<FaultyMarket, 'readers' | 'asked'>>(
  place: { browser: Browser; origin: string },
  market: M,
  transport: Transport,
  row: Pick<Row<M>, 'atStart' | 'leavesOne' | 'goesBack' | 'isSilence' | 'isRefusal' | 'run'>,
): Promise<Verdict> {
  const bounds = transport === 'table' ? TABLE_BOUNDS : row.isRefusal ? REFUSED_BOUNDS : LINE_BOUNDS;
  const booth = await openBooth(place.browser, place.origin, market, transport);
  try {
    // Also where the fault comes first: what a page holds that is well is seen beforehand.
    await booth.open();
    await booth.home();
    await market.sell();
    await booth.home();
    // Over events a page lets go of its line for a moment when it has come up: what it holds is looked at after that.
    await pause(2 * HEARTBEAT_MS);
    await booth.home();
    const before = await settledHandles(booth.page, transport !== 'table');
    if (row.atStart) await booth.page.goto('about:blank');
    const began = Date.now();
    await row.run(booth, market);
    const ended = Date.now();
    await market.sell();
    await booth.home(bounds.backWithinMs + 10_000);
    // It stays so, on one connection.
    await pause(2 * HEARTBEAT_MS);
    await booth.home();
    await isAlone(booth, market, row);
    const verdict = await verdictOf(booth, row, { began, ended }, bounds);
    await expectNoMoreHandles(booth.page, before);
    return verdict;
  } finally {
    await booth.close();
  }
}

/**
 * Sees that one connection is busy, that the server sends to one page, and that a table is asked no more often than it is meant to be.
 * Connections that idle are the browser's own, kept for whatever comes.
 */
async function isAlone(
  booth: Booth,
  market: Pick<FaultyMarket, 'readers' | 'asked'>,
  row: Pick<Row, 'leavesOne'>,
): Promise<void> {
  const within = 15_000;
  await until(
    () => booth.messages.busy,
    (busy) => busy.length <= (row.leavesOne ? 2 : 1),
    within,
  );
  if (market.readers && !row.leavesOne) {
    await until(
      () => market.readers?.(),
      (readers) => readers === 1,
      within,
    );
  }
  if (market.asked) {
    const first = await market.asked();
    await pause(4 * TABLE_EVERY_MS);
    expect((await market.asked()) - first, 'questions in four intervals').toBeLessThanOrEqual(5);
  }
}

async function verdictOf(
  booth: Booth,
  row: Pick<Row, 'isSilence' | 'goesBack'>,
  fault: { began: number; ended: number },
  bounds: Bounds,
): Promise<Verdict> {
  const { truth } = booth.market;
  const { sights, calls, orders, holdUps } = await booth.watched();
  const verdict = judge(sights, truth, fault, bounds, holdUps);
  const story = sights.map(({ from, at, left, label, frames }) =>
    [Math.round(from - fault.began), at.slice(-6), left, label, frames].join(' '),
  );
  expect(verdict, story.join('\n')).toMatchObject({ wrongMs: 0, behindMs: 0 });
  expect(verdict.backAfterMs, story.join('\n')).toBeLessThan(bounds.backWithinMs);
  if (row.isSilence) {
    expect(verdict.markedAfterMs, story.join('\n')).not.toBeNull();
    expect((verdict.markedAfterMs ?? 0) - verdict.heldUpMs).toBeLessThan(bounds.staleWithinMs);
  }
  expect(new Set(orders)).toEqual(new Set(truth.orders.slice(-50)));
  if (!row.goesBack) expect(calls.length, `called twice: ${calls.join()}`).toBe(new Set(calls).size);
  expect(booth.errors).toEqual([]);
  return verdict;
}
