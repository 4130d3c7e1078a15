import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARTBEAT_MS, pause, until } from './durations.js';
import { openRelayMarket, type RelayMarket } from './market.js';
import { openSite, type Site } from './site.js';
import { isHome } from './verdict.js';

/*
 * OBS's browser sources share one browser, and a browser opens six HTTP/1.1 connections to one host. The limit for WebSockets is 255.
 */
const PAGES = 12;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Opens twelve overlays in one browser context, on one relay. */
async function openAll(context: BrowserContext, market: RelayMarket, transport: string): Promise<Page[]> {
  const src = `relay:http://127.0.0.1:${market.port}/stalls/orchard?heartbeat=${HEARTBEAT_MS}${transport}`;
  const pages = await Promise.all(Array.from({ length: PAGES }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(`${site.origin}/?src=${encodeURIComponent(src)}#${market.key}`)));
  return pages;
}

async function countHome(pages: readonly Page[], market: RelayMarket): Promise<number> {
  const sights = await Promise.all(pages.map((page) => page.evaluate(() => window.watched.sights.at(-1))));
  return sights.filter((sight) => isHome(sight, market.truth)).length;
}

describe('twelve overlays of one browser', () => {
  it('are all live, on the default transport', async () => {
    const market = await openRelayMarket();
    const context = await site.browser.newContext();
    try {
      const pages = await openAll(context, market, '');
      await market.sell();
      await until(
        () => countHome(pages, market),
        (count) => count === PAGES,
        20_000,
      );
      await market.sell();
      await until(
        () => countHome(pages, market),
        (count) => count === PAGES,
        5_000,
      );
    } finally {
      await context.close();
      await market.close();
    }
  });

  it('are live six at a time where a network lets no WebSocket through: the limit that the documents name', async () => {
    const market = await openRelayMarket();
    const context = await site.browser.newContext();
    try {
      const pages = await openAll(context, market, '&transport=events');
      await until(
        () => countHome(pages, market),
        (count) => count === 6,
        20_000,
      );
      await pause(2 * HEARTBEAT_MS);
      expect(await countHome(pages, market)).toBeLessThanOrEqual(6);
    } finally {
      await context.close();
      await market.close();
    }
  });
});
