/*
 * A tab is killed in the middle of its commands, again and again: what was acknowledged is there, and nothing by half.
 *
 *   STALLCAST_TAB_KILLS=200 pnpm exec playwright test -c test/playwright.config.ts tab-kill --project chromium
 */
import { fileURLToPath } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { noteCell } from '../faults/notes.js';

const KILLS = Number(process.env['STALLCAST_TAB_KILLS'] ?? 10);
/** Answered by the test itself: no request leaves the browser. A plain origin, as the deck may have: no secure context. */
const ADDRESS = 'http://deck.stall.test/';

// A trace of tabs that die is of no use.
test.use({ trace: 'off' });

let script = '';
test.beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'chrome103',
      lib: { entry: fileURLToPath(new URL('./tab-kill.page.ts', import.meta.url)), formats: ['iife'], name: 'tab' },
    },
  })) as Rollup.RolldownOutput[];
  script = built[0]?.output[0].code ?? '';
});

async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: script });
  return page;
}

/** Kills a tab: its process dies, or it is closed without being asked. */
async function kill(page: Page, crash: boolean): Promise<void> {
  if (!crash) return page.close({ runBeforeUnload: false });
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never answers.
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

test(`keeps every acknowledged command over ${KILLS} kills of its tab`, async ({ context }, { project }) => {
  test.skip(project.name !== 'chromium', 'once is enough: the storage’s contract runs on every engine');
  test.setTimeout(60_000 + KILLS * 10_000);
  await context.route(`${ADDRESS}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>deck</title>' }),
  );
  const acknowledged = new Map<string, number>();
  let heard = () => {};
  await context.exposeFunction('acknowledged', (id: string, offset: number) => {
    acknowledged.set(id, offset);
    heard();
  });

  for (let round = 0; round < KILLS; round++) {
    const page = await openTab(context);
    const before = acknowledged.size;
    const enough = before + 2 + Math.floor(Math.random() * 25);
    const ready = new Promise<void>((resolve) => {
      heard = () => {
        if (acknowledged.size >= enough) resolve();
      };
    });
    // It never ends by itself.
    page.evaluate((n) => window.killedTab.sendMany('killed', n), round).catch(() => {});
    await ready;
    await kill(page, round % 2 === 0);

    const next = await openTab(context);
    const ids = [...acknowledged.keys()].slice(before);
    const { offsets, faults } = await next.evaluate((sent) => window.killedTab.check('killed', sent), ids);
    expect(faults).toEqual([]);
    expect(offsets).toEqual(ids.map((id) => acknowledged.get(id)));
    await next.close();
  }

  const last = await openTab(context);
  const ids = [...acknowledged.keys()];
  const { offsets, faults } = await last.evaluate((sent) => window.killedTab.check('killed', sent), ids);
  expect({ offsets, faults }).toEqual({ offsets: [...acknowledged.values()], faults: [] });
  expect(new Set(offsets).size).toBe(ids.length);
  const held = `${KILLS} of ${KILLS} kills: all of ${ids.length} commands that were acknowledged are there, once`;
  const row = { no: 'k', name: 'the deck’s tab is killed again and again, in the middle of its commands' };
  noteCell(row, 'local', { held }, KILLS < 200 ? 'short' : 'full');
});
