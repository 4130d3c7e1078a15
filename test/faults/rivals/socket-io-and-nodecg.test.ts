import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { freePort } from '../../free-port.js';
import { browserLaunch } from '../../../packages/tooling/bootstrap/browser.mjs';
import { FROZEN } from '../frozen.js';
import { noteCell } from '../notes.js';
import { ROWS, type Row } from '../rows.js';
import { openToldMarket, type ToldMarket } from '../told-market.js';
import { areRivalsThere } from './installed.js';
import { nodeCg, socketIo, type Rival } from './programs.js';
import { runRivalCell } from './rival-cell.js';

/*
 * socket.io and NodeCG in the same cells. They are no part of this project's installation and of no test: `pnpm --filter
 * @stallcast/test reliability` installs them in test/rivals and runs this. Nothing is asserted: what they do is written down.
 */
/** Each cell starts a program anew, which takes NodeCG half a minute on a busy machine. */
const STARTED_AND_RUN_WITHIN_MS = 400_000;

const NO_KEYS = 'it knows no keys here';
const NO_LIVES = 'it knows no lives of a log';

const RIVALS: readonly [who: string, open: () => Promise<Rival>, without: Partial<Record<string, string>>][] = [
  ['socket.io', () => Promise.resolve(socketIo()), { '13a': NO_LIVES, '16': NO_KEYS }],
  ['NodeCG', async () => nodeCg(await freePort()), { '13a': NO_LIVES, '16': NO_KEYS }],
];

const CELLS: readonly Row<ToldMarket>[] = [...ROWS, FROZEN];

let browser: Browser;
beforeAll(async () => {
  if (areRivalsThere) browser = await chromium.launch(browserLaunch());
});
afterAll(async () => {
  if (areRivalsThere) await browser.close();
});

describe.runIf(areRivalsThere).each(RIVALS)('%s, where it is installed', (who, open, without) => {
  it.concurrent.each(CELLS.map((row) => [row.no, row.name, row] as const))(
    '%s %s',
    async (no, _, row) => {
      const reason = without[no];
      if (reason !== undefined) return noteCell(row, who, { without: reason });
      const rival = await open();
      const market = await openToldMarket(rival.program);
      try {
        const site = `http://127.0.0.1:${market.port}`;
        noteCell(row, who, await runRivalCell(browser, market, (line) => rival.pageOf(site, line), row));
      } finally {
        await market.close();
        rival.remove();
      }
    },
    STARTED_AND_RUN_WITHIN_MS,
  );
});
