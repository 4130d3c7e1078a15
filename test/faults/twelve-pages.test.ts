/*
 * OBS's browser sources share one browser, and a browser opens six HTTP/1.1 connections to one host. Pages that follow the same
 * address share one connection: here on a plain-http origin, which is no secure context, as in a village's network.
 *
 * On OBS's engines by
 *
 *     STALLCAST_ENGINE=103 pnpm --filter @stallcast/test exec vitest run --config faults/vitest.config.ts twelve-pages
 */
import { PING_INTERVAL_MS } from '@stallcast/protocol';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HEARTBEAT_MS, LINE_BOUNDS, pause, until } from './durations.js';
import { hide } from './hide.js';
import { openRelayMarket, type RelayMarket } from './market.js';
import { openSite, type Site } from './site.js';
import { isHome, judge } from './verdict.js';

const PAGES = 12;
/** A name that is mapped to loopback: what is under it is no secure context. */
const HOST = 'stall.test';
const WAYS = ['socket', 'events'] as const;

let site: Site;
let market: RelayMarket;
let context: BrowserContext;
let connections: number;

beforeAll(async () => {
  site = await openSite('../../faults/page', [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
});
afterAll(async () => {
  await site.close();
});

beforeEach(async () => {
  market = await openRelayMarket();
  context = await site.browser.newContext();
  connections = 0;
  context.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/events')) connections += 1;
  });
  context.on('page', (page) => {
    page.on('websocket', () => (connections += 1));
  });
});
afterEach(async () => {
  await context.close();
  await market.close();
});

async function open(count: number, settings: string, heartbeatMs = HEARTBEAT_MS): Promise<Page[]> {
  const src = `relay:http://127.0.0.1:${market.port}/stalls/orchard?heartbeat=${heartbeatMs}${settings}`;
  const origin = site.origin.replace('127.0.0.1', HOST);
  const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(`${origin}/?src=${encodeURIComponent(src)}#${market.key}`)));
  return pages;
}

async function countHome(pages: readonly Page[]): Promise<number> {
  const sights = await Promise.all(pages.map((page) => page.evaluate(() => window.watched.sights.at(-1))));
  return sights.filter((sight) => isHome(sight, market.truth)).length;
}

async function home(pages: readonly Page[], withinMs = 15_000): Promise<void> {
  await until(
    () => countHome(pages),
    (count) => count === pages.length,
    withinMs,
  );
}

async function shared(): Promise<void> {
  await until(
    () => market.readers(),
    (readers) => readers === 1,
    15_000,
  );
}

/** The heartbeat of pages that are to show no mark at all: a machine that is busy holds each of them up for longer than the short one. */
const CALM_MS = 3 * HEARTBEAT_MS;

/** A page that leads, and others that follow it. */
async function openGroup(way: string, heartbeatMs = HEARTBEAT_MS): Promise<{ leader: Page; others: Page[] }> {
  const [leader] = (await open(1, `&transport=${way}`, heartbeatMs)) as [Page];
  await home([leader]);
  const others = await open(3, `&transport=${way}`, heartbeatMs);
  await home(others);
  await shared();
  await market.sell();
  await home([leader, ...others]);
  return { leader, others };
}

/** What no page may ever show, whatever happens to the line that it shares. */
async function expectTruth(pages: readonly Page[], began: number): Promise<{ markedAfterMs: (number | null)[] }> {
  const verdicts = [];
  for (const page of pages) {
    const { sights, orders, calls, holdUps } = await page.evaluate(() => ({
      sights: window.watched.sights,
      holdUps: window.watched.holdUps,
      orders: window.watched.orders(),
      calls: window.watched.calls,
    }));
    const verdict = judge(sights, market.truth, { began, ended: began }, LINE_BOUNDS, holdUps);
    expect(verdict).toMatchObject({ wrongMs: 0, behindMs: 0 });
    expect(new Set(orders)).toEqual(new Set(market.truth.orders));
    expect(calls.length).toBe(new Set(calls).size);
    verdicts.push(verdict);
  }
  return { markedAfterMs: verdicts.map(({ markedAfterMs }) => markedAfterMs) };
}

describe('twelve overlays of one browser', () => {
  it.each([...WAYS, 'auto'])('over %s are all live on one connection', async (way) => {
    const pages = await open(PAGES, `&transport=${way}`, PING_INTERVAL_MS);
    expect(await pages[0]?.evaluate(() => window.isSecureContext)).toBe(false);
    await home(pages, 20_000);
    await shared();
    await market.sell();
    await home(pages);
    await shared();
    await expectTruth(pages, Date.now());
  });

  it.each(WAYS)('over %s: eleven that are added make a short connection each, and then none', async (way) => {
    // As patient as in life: on a busy machine a short heartbeat is taken for a silence, and another page takes the line over.
    const [first] = await open(1, `&transport=${way}`, PING_INTERVAL_MS);
    if (!first) throw new Error('No page was opened.');
    await home([first]);
    expect(connections).toBe(1);
    const others = await open(PAGES - 1, `&transport=${way}`, PING_INTERVAL_MS);
    await home(others, 20_000);
    await shared();
    // Over events a page lets go of its own for a moment, so that the script of sharing finds a connection.
    expect(connections).toBeLessThanOrEqual(way === 'events' ? 2 * PAGES : PAGES);
    const before = connections;
    await market.sell();
    await home([first, ...others]);
    expect(connections).toBe(before);
  });

  it('are live six at a time over events where each has a line of its own', async () => {
    const pages = await open(PAGES, '&transport=events&shared=0');
    await until(
      () => countHome(pages),
      (count) => count === 6,
      20_000,
    );
    await pause(2 * HEARTBEAT_MS);
    expect(await countHome(pages)).toBeLessThanOrEqual(6);
  });
});

describe.each(WAYS)('over %s, when the page that leads', (way) => {
  it('is closed, another takes its place at once', async () => {
    const { leader, others } = await openGroup(way, CALM_MS);
    const began = Date.now();
    await leader.close({ runBeforeUnload: false });
    await market.sell();
    await home(others, 2 * HEARTBEAT_MS + 2_000);
    await shared();
    const { markedAfterMs } = await expectTruth(others, began);
    expect(markedAfterMs).toEqual(others.map(() => null));
  });

  it('crashes, its followers find out by its silence', async () => {
    const { leader, others } = await openGroup(way);
    const began = Date.now();
    await leader.goto('chrome://crash').catch(() => {});
    await market.sell();
    await home(others, 10_000);
    await shared();
    await expectTruth(others, began);
  });

  it('is frozen, another leads; and there is one again when it goes on', async () => {
    const { leader, others } = await openGroup(way);
    const session = await context.newCDPSession(leader);
    const began = Date.now();
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await market.sell();
    await home(others, 10_000);
    await expectTruth(others, began);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await market.sell();
    await home([leader, ...others], 10_000);
    await shared();
    await market.sell();
    await home([leader, ...others], 5_000);
    await expectTruth([leader, ...others], began);
  });

  it('is hidden and its timers stand still, its followers are none the worse', async () => {
    const { leader, others } = await openGroup(way, CALM_MS);
    const began = Date.now();
    const show = await hide(leader);
    await leader.evaluate(() => {
      window.setTimeout = (() => 0) as unknown as typeof setTimeout;
    });
    for (let sale = 0; sale < 3; sale += 1) {
      await market.sell();
      await home(others, 3_000);
      await pause(CALM_MS);
    }
    await shared();
    expect((await expectTruth(others, began)).markedAfterMs).toEqual(others.map(() => null));
    await show();
  });

  it('is loaded anew, it follows whoever took its place', async () => {
    const { leader, others } = await openGroup(way, CALM_MS);
    const began = Date.now();
    await leader.reload();
    await market.sell();
    await home([leader, ...others], 10_000);
    await shared();
    expect((await expectTruth(others, began)).markedAfterMs).toEqual(others.map(() => null));
  });

  it('is left and come back to, there is one line still', async () => {
    const { leader, others } = await openGroup(way);
    const began = Date.now();
    await leader.goto('about:blank');
    await market.sell();
    await home(others, 5_000);
    await leader.goBack();
    await home([leader, ...others], 10_000);
    await shared();
    await expectTruth(others, began);
  });
});
