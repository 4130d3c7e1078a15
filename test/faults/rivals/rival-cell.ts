import type { Browser } from 'playwright';
import { openBooth, type Booth } from '../booth.js';
import { HEARTBEAT_MS, pause } from '../durations.js';
import type { Market } from '../market.js';
import type { Note } from '../notes.js';
import type { Row } from '../rows.js';
import { judge } from '../verdict.js';

/** All of them wait for five seconds between two attempts at most, and are given a second and two of our heartbeats for the rest. */
const BACK_WITHIN_MS = 5_000 + 1_000 + 2 * HEARTBEAT_MS;

/** Less than this may be the machine's fault. */
const BUSY_MS = 250;

/** A cold program on a busy machine takes its time. */
const WELL_WITHIN_MS = 40_000;

/**
 * Runs one fault before a rival's page, and tells how it fared.
 *
 * Nothing is expected of it: whatever it does after the fault began is its result. Where it was not well before, nothing was measured,
 * and that is told.
 */
export async function runRivalCell<M extends Market>(
  browser: Browser,
  market: M,
  address: (line: string) => string,
  row: Pick<Row<M>, 'atStart' | 'goesBack' | 'run'>,
): Promise<Note['verdict']> {
  const booth = await openBooth(browser, '', market, address);
  try {
    if (!row.atStart && !(await isWell(booth))) return { without: 'not measured, it was not well before' };
    return await afterFault(booth, market, row);
  } finally {
    await booth.close();
  }
}

async function isWell(booth: Booth): Promise<boolean> {
  try {
    await booth.open();
    await booth.home(WELL_WITHIN_MS);
    await booth.market.sell();
    await booth.home();
    return true;
  } catch {
    return false;
  }
}

async function afterFault<M extends Market>(
  booth: Booth,
  market: M,
  row: Pick<Row<M>, 'atStart' | 'goesBack' | 'run'>,
): Promise<Note['verdict']> {
  const began = Date.now();
  // A page that its own server does not give out is none at all.
  const isThere = await row.run(booth, market).then(
    () => true,
    (error: unknown) => {
      if (row.atStart) return false;
      throw error;
    },
  );
  const ended = Date.now();
  await booth.line.accept();
  if (!isThere) return { lost: 'the page itself does not come up' };
  await market.sell();
  await booth.home(BACK_WITHIN_MS).catch(() => {});
  await pause(200);
  const watched = await booth.watched().catch(() => null);
  if (!watched) return { lost: 'the page is gone' };
  const verdict = judge(watched.sights, market.truth, { began, ended });
  const twice = watched.calls.length - new Set(watched.calls).size;
  const words = [
    ...(verdict.wrongMs > BUSY_MS ? [`wrong for ${verdict.wrongMs} ms`] : []),
    ...(verdict.behindMs > BUSY_MS ? [`behind without a mark for ${verdict.behindMs} ms`] : []),
    ...(twice > 0 && !row.goesBack ? [`calls ${twice} orders out twice`] : []),
    ...(verdict.backAfterMs > BACK_WITHIN_MS ? [`not back within ${BACK_WITHIN_MS / 1_000} s`] : []),
  ];
  return words.length > 0 ? { lost: words.join(', ') } : verdict;
}
