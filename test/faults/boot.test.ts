import { PING_INTERVAL_MS } from '@stallcast/protocol';
import { createTcpProxy } from '@stallcast/testing/faults';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { isFull, pause, until } from './durations.js';
import { buildLocalPack, type LocalPack } from './local-pack.js';
import { openRelayMarket } from './market.js';
import { noteCell } from './notes.js';
import { spoilStorage, type Storage } from './storage.js';

/*
 * The order in which a host starts things, and what comes up after a crash.
 *
 * OBS never loads a page again by itself, so that the page that waits for a relay is the overlay of the local pack: a file, which is
 * there before any server. Five rounds and some seconds; `STALLCAST_FAULTS=full` takes fifty, and a minute.
 */
const ROUNDS = isFull ? 50 : 5;
const SERVER_LATER_MS = isFull ? 60_000 : 4_000;

/** The card is right within so long after the relay is there. */
const UP_WITHIN_MS = 3_000;
/** And within so long after a page was opened again; beside other tests a browser alone takes longer. */
const RELOADED_WITHIN_MS = isFull ? 1_000 : 1_500;

let browser: Browser;
let pack: LocalPack;
beforeAll(async () => {
  [browser, pack] = await Promise.all([chromium.launch(browserLaunch()), buildLocalPack()]);
});
afterAll(async () => {
  await browser.close();
  pack.remove();
});

/** What the card says is left, and whether that bears a mark of its age. */
const cardOf = (page: Page): Promise<{ left: string | null; isMarked: boolean }> =>
  page.evaluate(() => {
    const card = document.querySelector('stall-product-card')?.shadowRoot;
    const counter = card?.querySelector('stall-stock-counter')?.shadowRoot;
    return {
      left: counter?.querySelector('.count > .spoken')?.textContent?.trim() ?? null,
      isMarked: card?.querySelector('.mark.age') != null,
    };
  });

const showsFresh = (page: Page, left: number, withinMs: number) =>
  until(
    () => cardOf(page),
    (card) => card.left === String(left) && !card.isMarked,
    withinMs,
  );

const note = (no: string, name: string, backAfterMs: number): void =>
  noteCell({ no, name }, 'boot', {
    wrongMs: 0,
    behindMs: 0,
    markedAfterMs: null,
    heldUpMs: 0,
    backAfterMs: Math.round(backAfterMs),
  });

const rounds = Array.from({ length: ROUNDS }, (_, index): [round: number, storage: Storage] => [
  index + 1,
  (['well', 'full', 'blocked'] as const)[index % 3] ?? 'well',
]);

describe('an overlay that is opened before its relay', () => {
  it.concurrent.each(rounds)(
    'shows nothing, and the truth soon after the relay is there, round %i, storage %s',
    async (_, storage) => {
      const market = await openRelayMarket();
      const line = await createTcpProxy(market.port);
      // A context of its own has an empty cache.
      const context = await browser.newContext({ viewport: { width: 540, height: 960 } });
      try {
        await line.refuse();
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await spoilStorage(page, storage);
        await page.goto(pack.overlay(line.origin, market.key));
        await pause(SERVER_LATER_MS);
        expect(await cardOf(page)).toEqual({ left: null, isMarked: false });
        await market.sell();
        await line.accept();
        const began = performance.now();
        await showsFresh(page, market.truth.left, 15_000);
        const took = performance.now() - began;
        note(`storage ${storage}`, `the relay starts after the page, the storage is ${storage}`, took);
        expect(took).toBeLessThan(UP_WITHIN_MS);
        expect(errors).toEqual([]);
      } finally {
        await context.close();
        await line.close();
        await market.close();
      }
    },
  );
});

describe('an overlay whose page crashes', () => {
  it('leaves the others be, and is right within a second when it is opened again', async () => {
    const market = await openRelayMarket();
    const context = await browser.newContext({ viewport: { width: 540, height: 960 } });
    try {
      const address = pack.overlay(`http://127.0.0.1:${market.port}`, market.key);
      const [first, other] = [await context.newPage(), await context.newPage()];
      for (const page of [first, other]) await page.goto(address);
      for (const page of [first, other]) await showsFresh(page, market.truth.left, 15_000);

      for (let round = 0, crashing = first; round < ROUNDS; round += 1) {
        const session = await context.newCDPSession(crashing);
        const crashed = new Promise((resolve) => crashing.once('crash', resolve));
        session.send('Page.crash').catch(() => {});
        await crashed;
        await market.sell();
        // It may have read by the line of the one that crashed, which it knows by its silence.
        await showsFresh(other, market.truth.left, 2 * PING_INTERVAL_MS);

        // A host presses “Refresh”, which makes the source anew.
        await crashing.close();
        crashing = await context.newPage();
        const began = performance.now();
        await crashing.goto(address);
        await showsFresh(crashing, market.truth.left, 15_000);
        const took = performance.now() - began;
        note('crash', 'the page crashes, and is opened again', took);
        expect(took).toBeLessThan(RELOADED_WITHIN_MS);
      }
      // The ones that crashed have left no reader behind.
      await until(
        () => market.readers(),
        (readers) => readers <= 2,
        10_000,
      );
    } finally {
      await context.close();
      await market.close();
    }
  });
});
