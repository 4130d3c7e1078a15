/*
 * Pictures from a real server that stalls, refuses, breaks off and sends forty megapixels: the card's box never moves, half a
 * picture is never seen, and what failed is asked for again with the next snapshot alone.
 */
import { expect, test, type Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { helpPlaywrightLook } from './old-engine.js';

/** A PNG of one colour. `crc32` came with Node 20.15. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0xc4)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const GOOD = png(400, 400);
let script = '';
let server: Server;
let origin = '';
let asked: string[] = [];
let stalled: ServerResponse[] = [];
let isMended = false;

function answer(path: string, response: ServerResponse): void {
  const head = { 'content-type': 'image/png', 'cache-control': 'no-store' };
  const send = (body: Buffer, more = {}) => void response.writeHead(200, { ...head, ...more }).end(body);
  if (path === '/') {
    const body = `<!doctype html><meta charset="utf-8"><body style="margin:0"><script>${script}</script>`;
    return void response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  }
  if (isMended) return send(GOOD);
  switch (path) {
    case '/stalls.png':
      response.writeHead(200, { ...head, 'content-length': GOOD.length }).write(GOOD.subarray(0, 60));
      return void stalled.push(response);
    case '/breaks-off.png':
      response.writeHead(200, { ...head, 'content-length': GOOD.length }).write(GOOD.subarray(0, GOOD.length - 40));
      return void setTimeout(() => response.destroy(), 50);
    case '/half.png':
      return send(GOOD.subarray(0, GOOD.length >> 1));
    case '/no-picture.png':
      return send(Buffer.from('<html>Not here any more</html>'));
    case '/huge.png':
      return send(png(8000, 5000));
    case '/kept.png':
      return send(GOOD, { 'cache-control': 'max-age=300' });
    case '/good.png':
      return send(GOOD);
    default:
      return void response.writeHead(404).end();
  }
}

test.beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome103',
      lib: { entry: fileURLToPath(new URL('./pictures.page.ts', import.meta.url)), formats: ['iife'], name: 'page' },
    },
  })) as Rollup.RolldownOutput[];
  script = (built[0]?.output[0].code ?? '').replaceAll('</script', '<\\/script');
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    answer(pathname, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

test.afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

test.describe.configure({ mode: 'serial' });
test.beforeEach(async ({ page, browser }) => {
  if (browser.version().startsWith('103.')) await helpPlaywrightLook(page);
  asked = [];
  stalled = [];
  isMended = false;
});

const times = (path: string): number => asked.filter((one) => one === path).length;

async function open(page: Page, picture: string) {
  // The event `load` waits for a picture that stalls.
  await page.goto(`${origin}/?picture=${picture}`, { waitUntil: 'domcontentloaded' });
  const card = page.locator('stall-product-card');
  const boxes = () =>
    card.evaluate(({ shadowRoot }) =>
      ['.card', '.picture', '.title', '.stub'].map((part) =>
        JSON.stringify(shadowRoot?.querySelector(part)?.getBoundingClientRect()),
      ),
    );
  /** Whether the picture is seen; else the basket is, which lies below it always. */
  const isSeen = () =>
    card.evaluate(({ shadowRoot }) => {
      const image = shadowRoot?.querySelector('.picture img');
      return image !== null && image !== undefined && getComputedStyle(image).opacity === '1';
    });
  await expect(card.locator('.title')).toBeVisible();
  return { card, boxes, isSeen };
}

test('a good picture is seen in a box that was there before it', async ({ page }) => {
  const { boxes, isSeen } = await open(page, '/stalls.png');
  const before = await boxes();
  await page.evaluate(() => window.pictures.show('/good.png'));
  await expect.poll(isSeen).toBe(true);
  expect(await boxes()).toEqual(before);
});

for (const path of ['/missing.png', '/breaks-off.png', '/no-picture.png']) {
  test(`${path} leaves the basket in its box, is not asked for again by itself, and is with the next snapshot`, async ({
    page,
  }) => {
    const { card, boxes, isSeen } = await open(page, '/stalls.png');
    const before = await boxes();
    await page.evaluate((url) => window.pictures.show(url), path);
    await expect(card.locator('.picture img')).toHaveCount(0);
    expect(await isSeen()).toBe(false);
    expect(await boxes()).toEqual(before);
    // A change of the product is no reason to ask again.
    const asks = times(path);
    await page.evaluate((url) => window.pictures.show(url), path);
    expect(await isSeen()).toBe(false);
    expect(times(path)).toBe(asks);

    isMended = true;
    await page.evaluate(() => window.pictures.snapshot());
    await expect.poll(isSeen).toBe(true);
    expect(await boxes()).toEqual(before);
  });
}

test('one that is whole to the browser and half a picture leaves the box as it is, the basket behind it', async ({
  page,
}) => {
  const { card, boxes } = await open(page, '/stalls.png');
  const before = await boxes();
  await page.evaluate(() => window.pictures.show('/half.png'));
  await expect(card.locator('.picture img')).toHaveAttribute('src', /half/);
  await expect(card.locator('.picture .basket')).toHaveCount(1);
  expect(await boxes()).toEqual(before);
});

test('one that stalls shows the basket, and gives way to another at once', async ({ page }) => {
  const { boxes, isSeen } = await open(page, '/good.png');
  await expect.poll(isSeen).toBe(true);
  const before = await boxes();
  await page.evaluate(() => window.pictures.show('/stalls.png'));
  // The old product's picture never stands beside the new one's title.
  await expect.poll(isSeen).toBe(false);
  expect(await boxes()).toEqual(before);
  await expect.poll(() => stalled.length).toBe(1);
  await page.evaluate(() => window.pictures.show('/good.png?2'));
  await expect.poll(isSeen).toBe(true);
  // The request that nobody waits for any more has ended.
  await expect.poll(() => stalled[0]?.destroyed).toBe(true);
});

test('forty megapixels are seen in the same box, and the page goes on meanwhile', async ({ page }) => {
  const { boxes, isSeen } = await open(page, '/stalls.png');
  const before = await boxes();
  await page.evaluate(() => {
    let last = performance.now();
    const look = (): void => {
      const at = performance.now();
      const worst = Number(document.documentElement.dataset['worst'] ?? 0);
      document.documentElement.dataset['worst'] = String(Math.max(worst, at - last));
      last = at;
      setTimeout(look);
    };
    look();
    window.pictures.show('/huge.png');
  });
  await expect.poll(isSeen, { timeout: 40_000 }).toBe(true);
  expect(await boxes()).toEqual(before);
  const worst = Number(await page.evaluate(() => document.documentElement.dataset['worst']));
  test.info().annotations.push({ type: 'longest pause', description: `${worst.toFixed(0)} ms` });
  // Decoding takes far longer than this; a busy machine may be busy with something else.
  expect(worst).toBeLessThan(1_000);
});

test('a picture that may be kept is not fetched again by a reload', async ({ page }) => {
  const { isSeen } = await open(page, '/kept.png');
  await expect.poll(isSeen).toBe(true);
  await page.reload();
  await expect.poll(isSeen).toBe(true);
  expect(times('/kept.png')).toBe(1);
});
