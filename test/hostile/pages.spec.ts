/**
 * Hostile text on the deck, in the orders that are called out and in the addresses of pictures; a feed that sends bombs; and where
 * the keys of a page are.
 */
import { expect, test, type Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { lookAtCards } from './card-probe.js';
import { EDGES, HOSTILE_TEXT, MARKUP } from './corpora.js';
import { CANARY, openHostileStall, type HostileStall } from './hostile-stall.js';
import { NO_MISDEEDS, watchContext, watchNavigations } from './page-watch.js';
import { cut, inGroups, stockUp, type Listed } from './stock-up.js';

let stall: HostileStall;
let listed: Listed[];

test.describe.configure({ mode: 'default' });
test.setTimeout(120_000);
test.beforeAll(async () => {
  stall = await openHostileStall();
  listed = await stockUp(stall, ['桃', ...HOSTILE_TEXT]);
});
test.afterAll(() => stall.stop());

const isOwn = (url: string) => url.startsWith(stall.origin);

test('on the deck every title, room, buyer and region is text, and every row is built alike', async ({ browser }) => {
  const rooms = MARKUP.slice(0, 20).map((text, index) => ({ id: `r${index}`, title: cut(text, 200), commerce: true }));
  for (const room of rooms) expect((await stall.command({ type: 'put-room', room })).status).toBe(200);
  await inGroups(MARKUP.slice(0, 30), 10, async (text, index) => {
    const order = {
      ...{ orderId: `order-${index}`, status: 'paid', lines: [{ productId: listed[index + 1]!.id, qty: 1 }] },
      ...{ buyer: { name: cut(text, 200) }, region: { level: 'province', name: cut(text, 100) } },
    };
    expect((await stall.command({ type: 'record-order', order })).status).toBe(200);
    expect((await stall.command({ type: 'announce', text: cut(text, 280) })).status).toBe(200);
  });
  await stall.command({ type: 'feature', productIds: listed.slice(5, 8).map(({ id }) => id) });

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  const misdeedsOf = await watchContext(context, isOwn);
  const page = await context.newPage();
  const navigations = watchNavigations(page);
  await page.goto(`${stall.origin}/deck?stall=orchard#${CANARY.deck}`);
  await expect(page.locator('deck-product-row')).toHaveCount(listed.length, { timeout: 60_000 });

  const rows = await page.evaluate(() => {
    const found: { title: string; elements: string }[] = [];
    const walk = (root: ParentNode): void => {
      for (const { localName, shadowRoot } of root.querySelectorAll('*')) {
        if (!shadowRoot) continue;
        if (localName === 'deck-product-row') {
          const elements = [...shadowRoot.querySelectorAll('*')].map((element) => element.localName).join();
          found.push({ title: shadowRoot.querySelector('.title')?.textContent ?? '', elements });
        } else walk(shadowRoot);
      }
    };
    walk(document);
    return found;
  });
  expect(new Set(rows.map(({ elements }) => elements)).size, 'all rows have the same elements').toBe(1);
  // Half a character becomes a sign of its own on the way in.
  const titles = listed.map(({ title }) => title.replace(/\p{Surrogate}/gu, '\uFFFD'));
  expect(rows.map(({ title }) => title).sort()).toEqual(titles.sort());

  const texts = await page.locator('deck-room-switch nav a').allTextContents();
  for (const { title } of rooms) expect(texts).toContain(title);
  expect(await misdeedsOf(page, navigations)).toEqual(NO_MISDEEDS);
  await context.close();
});

test('an order’s region is text in the ticker, and its buyer a mask', async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const misdeedsOf = await watchContext(context, isOwn);
  const page = await context.newPage();
  const navigations = watchNavigations(page);
  await page.goto(`${stall.origin}/overlay?stall=orchard&room=main#${CANARY.view}`);
  await stall.command({ type: 'feature', productIds: ['p0'] });
  await lookAtCards(page, ['p0']);
  // The newest ten as they are, in place of one every few seconds.
  await page.evaluate(() => Object.assign(document.querySelector('stall-order-ticker')!, { look: 'list', rows: 10 }));

  const texts = HOSTILE_TEXT.filter((_, index) => index % 4 === 0);
  for (let at = 0; at + 10 <= texts.length; at += 10) {
    const ten = texts.slice(at, at + 10);
    for (const [index, text] of ten.entries()) {
      const region = { level: 'province', name: `${at + index}:${cut(text, 80)}` };
      const order = { orderId: `t${at + index}`, status: 'paid', lines: [{ productId: 'p0', qty: 1 }], region };
      const answer = await stall.command({
        type: 'record-order',
        order: { ...order, buyer: { name: cut(text, 200) } },
      });
      expect(answer.status).toBe(200);
    }
    const shown = page.locator('stall-order-ticker li.row:not([hidden])');
    await expect(shown.first().locator('.region')).toContainText(new RegExp(`^${at + 9}:`));
    const rows = await shown.evaluateAll((elements) =>
      // One more is on its way out.
      elements.slice(0, 10).map((row) => ({
        region: row.querySelector('.region')?.textContent ?? '',
        buyer: row.querySelector('.buyer')?.textContent ?? '',
        elements: [...row.querySelectorAll('*')].map(({ localName }) => localName).join(),
      })),
    );
    expect(new Set(rows.map(({ elements }) => elements)).size).toBe(1);
    for (const { region, buyer } of rows) {
      expect([...region].length).toBeLessThanOrEqual(24);
      expect(buyer).toMatch(/^(\p{L}\p{M}{0,2})?\*{1,2}$/u);
    }
    const start = (text: string) =>
      [...text.replace(/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')].slice(0, 12).join('');
    expect(rows.map(({ region }) => start(region.replace(/…$/, ''))).reverse()).toEqual(
      ten.map((text, index) => start(`${at + index}:${cut(text, 80).replace(/\p{Surrogate}/gu, '\uFFFD')}`)),
    );
  }
  expect(await misdeedsOf(page, navigations)).toEqual(NO_MISDEEDS);
  await context.close();
});

test('a picture’s address loads a picture over https, of the relay’s own or in the address, and nothing else', async ({
  browser,
}) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const misdeedsOf = await watchContext(context, isOwn);
  const page = await context.newPage();
  const navigations = watchNavigations(page);
  await page.goto(`${stall.origin}/overlay?stall=orchard&room=main#${CANARY.view}`);
  const more = [
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/x"/></svg>',
    '/healthz',
    'http://evil.example/x.png',
    '../../stalls/orchard/state',
    `" onerror="alert(1)`,
    'HTTPS://evil.example/"><script>alert(1)</script>',
  ];
  let taken = 0;
  for (const [index, url] of [...EDGES.urls, ...more].entries()) {
    const product = {
      ...{ id: 'pictured', kind: 'goods', title: `图 ${index}`, stockFrom: 'ledger', promises: [], sources: [] },
      media: [{ kind: 'image', url, alt: url.slice(0, 200) }],
    };
    const answer = await stall.command({ type: 'put-product', product });
    expect([200, 400], url).toContain(answer.status);
    if (answer.status !== 200) continue;
    taken += 1;
    expect((await stall.command({ type: 'feature', productIds: ['pictured'] })).status).toBe(200);
    await expect(page.locator('stall-product-card .title').first()).toHaveText(`图 ${index}`);
  }
  expect(taken).toBeGreaterThan(5);
  const { requests, ...others } = await misdeedsOf(page, navigations);
  expect(requests.filter((url) => !url.startsWith('https://'))).toEqual([]);
  expect(requests.every((url) => !url.includes(CANARY.view))).toBe(true);
  expect(others).toEqual({ ...NO_MISDEEDS, requests: undefined });
  await context.close();
});

test('the keys stay in the fragment, the authorization and the first message of a socket', async ({ browser }) => {
  const context = await browser.newContext();
  const seen: string[] = [];
  const watch = (page: Page) => {
    page.on('console', (message) => seen.push(`console ${message.text()}`));
    page.on('pageerror', (error) => seen.push(`error ${error.stack}`));
    page.on('websocket', (socket) => seen.push(`socket ${socket.url()}`));
    page.on('request', (request) => {
      const { authorization: _, ...headers } = request.headers();
      seen.push(`request ${request.url().replace(/#.*/, '')} ${JSON.stringify(headers)} ${request.postData() ?? ''}`);
    });
  };
  const everything = (page: Page) =>
    page.evaluate(() => {
      const parts: string[] = [document.title, document.cookie, JSON.stringify({ ...sessionStorage })];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          parts.push(...element.getAttributeNames().map((name) => element.getAttribute(name) ?? ''));
          if (element.shadowRoot) {
            parts.push(element.shadowRoot.textContent ?? '');
            walk(element.shadowRoot);
          }
        }
      };
      walk(document);
      return { page: parts.join('\n'), kept: JSON.stringify({ ...localStorage }), address: location.href };
    });

  const overlay = await context.newPage();
  watch(overlay);
  await overlay.goto(`${stall.origin}/overlay?stall=orchard&room=main#${CANARY.view}`);
  await expect(overlay.locator('stall-product-card .title').first()).toBeVisible();
  const deck = await context.newPage();
  watch(deck);
  await deck.goto(`${stall.origin}/deck?stall=orchard#${CANARY.deck}`);
  await expect(deck.locator('deck-product-row').first()).toBeVisible();
  await overlay.goto(`${stall.origin}/overlay?stall=orchard&room=none#${CANARY.view}`);
  await overlay.goto(`${stall.origin}/overlay?stall=orchard#wrong-${CANARY.view}`);
  await expect.poll(() => seen.filter((line) => line.startsWith('socket')).length).toBeGreaterThan(2);

  const [onDeck, onAir] = [await everything(deck), await everything(overlay)];
  expect(onDeck.address).not.toContain(CANARY.deck);
  // The deck keeps its key in this browser, so that a reload needs no link; the overlay keeps nothing.
  expect(onDeck.kept).toContain(CANARY.deck);
  expect(onAir.kept).not.toContain(CANARY.view);
  for (const key of [CANARY.view, CANARY.deck]) {
    expect(onDeck.page).not.toContain(key);
    expect(onAir.page).not.toContain(key);
    expect(seen.filter((line) => line.includes(key))).toEqual([]);
  }
  await context.close();
});

test('a feed that sends bombs costs no memory, no line and no truth', async ({ browser }) => {
  test.setTimeout(90_000);
  const sockets: WebSocket[] = [];
  const feed = createServer().listen(0, '127.0.0.1');
  await once(feed, 'listening');
  const server = new WebSocketServer({ server: feed });
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.once('message', () => socket.send(snapshot));
  });
  const { port } = feed.address() as { port: number };
  const at = new Date().toISOString();
  const truth = (await (await stall.ask('state', {}, CANARY.view)).json()) as { state: Record<string, unknown> };
  const state = {
    ...truth.state,
    products: (truth.state['products'] as { id: string }[]).slice(0, 3),
    featured: { stall: ['p0'], rooms: {} },
  };
  const head = { v: 1, stall: 'orchard', epoch: 'E', offset: 1, at };
  const snapshot = JSON.stringify({ ...head, type: 'snapshot', state });
  const change = (offset: number, puts: unknown) =>
    JSON.stringify({ ...head, type: 'change', prev: offset - 1, offset, puts });

  const bare = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const victim = await bare.newPage();
  const errors: string[] = [];
  victim.on('pageerror', (error) => errors.push(error.message));
  const src = `relay:http://127.0.0.1:${port}/stalls/orchard`;
  await victim.goto(`${stall.origin}/overlay?${new URLSearchParams({ src }).toString()}#key`);
  await lookAtCards(victim, ['p0']);
  const engine = await bare.newCDPSession(victim);
  const bytes = async () => {
    await engine.send('HeapProfiler.collectGarbage');
    return ((await engine.send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
  };
  await victim.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
    Object.assign(window, { tasks });
  });
  const before = await bytes();

  const BOMBS = [
    '['.repeat(100_000),
    '{"v":1,"type":"batch","frames":['.repeat(20_000),
    `{"v":1,"type":"batch","frames":[${'{},'.repeat(20_000)}{}]}`,
    change(2, [{ kind: '__proto__', id: '__proto__', version: 1, value: { polluted: 1 } }]),
    '{"__proto__":{"polluted":1}}',
    '9'.repeat(100_000),
    'x'.repeat(1_000_000),
    '\uFEFF{}',
    '',
  ];
  const stocks = truth.state['stocks'] as { productId: string }[];
  const stocked = (sellable: unknown) => ({ ...stocks.find(({ productId }) => productId === 'p0'), sellable });
  const put = (sellable: unknown, version: number) => [{ kind: 'stock', id: 'p0', version, value: stocked(sellable) }];
  const figure = victim.locator('stall-stock-counter .spoken').first();
  const send = (message: string | Buffer) => sockets.at(-1)!.send(message);

  for (const bomb of BOMBS) send(bomb);
  for (const byte of ['{', '"', '}']) sockets.at(-1)!.send(byte, { fin: byte === '}' });
  send(Buffer.from([0xff, 0xfe, 0x00]));
  // Frames are read in turn: once this figure is shown, all before it were refused.
  send(change(3, put(100, 3)));
  await expect(figure).toHaveText('100');
  const tasks = await victim.evaluate(() => (window as unknown as { tasks: number[] }).tasks);

  for (const wrong of [-5, 0.5, 2 ** 53 + 2, '7', [7], {}, true]) send(change(4, put(wrong, 4)));
  send(change(4, put(99, 4)));
  await expect(figure).toHaveText('99');
  expect(sockets, 'no bomb cost the line').toHaveLength(1);

  // The engine hands a page such a message whole; it is dropped unread.
  send(' '.repeat(64 * 1024 * 1024));
  send(JSON.stringify({ ...head, type: 'snapshot', offset: 9, state: { ...state, stocks: [stocked(41)] } }));
  await expect(figure).toHaveText('41');
  expect((await lookAtCards(victim, ['p0']))[0]!.title).toBe('桃');

  const grown = (await bytes()) - before;
  console.log(`tasks over 50 ms while bombed: [${tasks.join()}], heap ${Math.round(grown / 1024)} kB`);
  expect(grown).toBeLessThan(8 * 1024 * 1024);
  // Each bomb alone is less than 50 ms of work, as the tests of the parsers say; a busy machine may add to it.
  expect(Math.max(0, ...tasks)).toBeLessThan(1_000);
  expect(await victim.evaluate(() => (({}) as Record<string, unknown>)['polluted'])).toBeUndefined();
  expect(errors).toEqual([]);
  for (const socket of sockets) socket.terminate();
  await bare.close();
  server.close();
  feed.close();
});
