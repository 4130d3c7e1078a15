/*
 * A page that is left may be kept by the browser as it is, and goes on when a person comes back to it. Playwright switches that off in
 * every other test.
 *
 * Chromium keeps a page that shares only for as long as no other page says anything: a word for it ends it, and it is loaded anew.
 */
import { PING_INTERVAL_MS } from '@stallcast/protocol';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pause, until } from './durations.js';
import { openRelayMarket, type RelayMarket } from './market.js';
import { openSite, type Site } from './site.js';
import { isHome, judge } from './verdict.js';

/** How long the browser takes for what it does by itself, on a machine that is busy. */
const BROWSERS_OWN_MS = 1_000;

let site: Site;
let market: RelayMarket;
let context: BrowserContext;

beforeAll(async () => {
  site = await openSite(undefined, [], ['--disable-back-forward-cache']);
});
afterAll(async () => {
  await site.close();
});
beforeEach(async () => {
  market = await openRelayMarket();
  context = await site.browser.newContext();
});
afterEach(async () => {
  await context.close();
  await market.close();
});

async function open(way: string): Promise<Page> {
  const src = `relay:http://127.0.0.1:${market.port}/stalls/orchard?heartbeat=${PING_INTERVAL_MS}&transport=${way}`;
  const page = await context.newPage();
  await page.goto(`${site.origin}/?src=${encodeURIComponent(src)}#${market.key}`);
  await home(page);
  return page;
}

const home = (page: Page) =>
  until(
    // One that is loaded anew has nothing to look at for a while.
    () => page.evaluate(() => (window as Partial<Window>).watched?.sights.at(-1)),
    (sight) => isHome(sight, market.truth),
    15_000,
  );

declare global {
  interface Window {
    /** What a page said to others since it was told to count. */
    wordsSaid?: number;
  }
}

/** Runs in the page: counts what it says to others. */
function countWords(): void {
  const say = BroadcastChannel.prototype.postMessage;
  window.wordsSaid = 0;
  BroadcastChannel.prototype.postMessage = function (word) {
    say.call(this, word);
    window.wordsSaid = (window.wordsSaid ?? 0) + 1;
  };
}

const readers = (count: number) =>
  until(
    () => market.readers(),
    (found) => found === count,
    15_000,
  );

/** Leaves a page, lets something happen, and comes back; tells whether the page was kept as it was. */
async function leaveAndReturn(page: Page, meanwhile: () => Promise<void>): Promise<boolean> {
  await page.evaluate(() => (document.title = 'kept'));
  await page.goto('about:blank');
  await meanwhile();
  // What was kept is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  return (await page.title()) === 'kept';
}

describe.each(['socket', 'events'])('over %s a page that is come back to', (way) => {
  it('and was kept reads on from where it was, on one line', async () => {
    const page = await open(way);
    // It has met another, so that it knows how to share.
    const other = await open(way);
    await readers(1);
    await other.close({ runBeforeUnload: false });
    await market.sell();
    await home(page);
    const began = Date.now();
    expect(await leaveAndReturn(page, () => market.sell())).toBe(true);
    await home(page);
    await readers(1);
    const { sights, orders } = await page.evaluate(() => ({
      sights: window.watched.sights,
      orders: window.watched.orders(),
    }));
    expect(judge(sights, market.truth, { began, ended: began }).wrongMs).toBe(0);
    expect(new Set(orders)).toEqual(new Set(market.truth.orders));

    // And it shares again.
    const next = await open(way);
    await readers(1);
    await market.sell();
    await Promise.all([page, next].map(home));
  });

  it('and was spoken to meanwhile is loaded anew', async () => {
    const page = await open(way);
    const other = await open(way);
    await readers(1);
    await other.evaluate(countWords);
    const wasKept = await leaveAndReturn(page, async () => {
      await market.sell();
      await home(other);
      await until(
        () => other.evaluate(() => window.wordsSaid ?? 0),
        (said) => said > 0,
        15_000,
      );
      // The browser throws away what it kept once it has handed a word over, and tells nobody.
      await pause(BROWSERS_OWN_MS);
    });
    expect(wasKept).toBe(false);
    await Promise.all([page, other].map(home));
    await readers(1);
  });
});
