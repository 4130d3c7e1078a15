import type { Browser } from 'playwright';
import { openBooth } from '../booth.js';
import { BACK_WITHIN_MS, pause } from '../durations.js';
import type { FaultyMarket } from '../market.js';
import type { Note } from '../notes.js';
import type { Row } from '../rows.js';
import { judge } from '../verdict.js';

/** Less than this may be the machine's fault. */
const BUSY_MS = 250;

/** Runs one fault before a rival's page, and tells how it fared. Nothing is expected of it but that it is well before. */
export async function runRivalCell(
  browser: Browser,
  market: FaultyMarket,
  address: (line: string) => string,
  row: Pick<Row, 'atStart' | 'goesBack' | 'run'>,
): Promise<Note['verdict']> {
  const booth = await openBooth(browser, '', market, address);
  try {
    if (!row.atStart) {
      await booth.open();
      await booth.home();
      await market.sell();
      await booth.home();
    }
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
    const { sights, calls } = await booth.watched();
    const verdict = judge(sights, market.truth, { began, ended });
    const twice = calls.length - new Set(calls).size;
    const words = [
      ...(verdict.wrongMs > BUSY_MS ? [`wrong for ${verdict.wrongMs} ms`] : []),
      ...(verdict.behindMs > BUSY_MS ? [`behind without a mark for ${verdict.behindMs} ms`] : []),
      ...(twice > 0 && !row.goesBack ? [`calls ${twice} orders out twice`] : []),
      ...(verdict.backAfterMs > BACK_WITHIN_MS ? [`not back within ${BACK_WITHIN_MS / 1_000} s`] : []),
    ];
    return words.length > 0 ? { lost: words.join(', ') } : verdict;
  } finally {
    await booth.close();
  }
}
