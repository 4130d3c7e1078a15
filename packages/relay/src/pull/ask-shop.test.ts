import { gzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopLine, type ShopAnswer, type ShopLine } from './ask-shop.js';
import { startFakeShop, type FakeShop, type ShopTrouble } from './fake-shop.fixture.js';
import { ShopFault } from './shop-fault.js';

const NOW = Date.parse('2026-07-01T11:00:00Z');
const KEY = 'key-canary-5c5c';

let shop: FakeShop;
let line: ShopLine;

beforeEach(async () => {
  shop = await startFakeShop([() => ({ body: [{ id: 1 }, { id: 2 }] })], { now: () => NOW });
  line = openShopLine({ base: new URL(shop.origin), timeoutMs: 300, maxBytes: 100_000 });
});
afterEach(async () => {
  line.close();
  await shop.close();
});

const ask = (signal = new AbortController().signal): Promise<ShopAnswer> =>
  line.ask({ path: `/orders?a=${KEY}`, headers: { authorization: `Basic ${KEY}` } }, signal);

async function faultOf(asking: Promise<unknown>): Promise<ShopFault> {
  const fault = await asking.then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(ShopFault);
  return fault as ShopFault;
}

describe('a line to a shop', () => {
  it('brings its answer, and its clock no later than the question', async () => {
    const answer = await ask();
    expect(answer.body.toString()).toBe('[{"id":1},{"id":2}]');
    expect(answer.shopTime).toBeLessThanOrEqual(NOW);
    expect(answer.shopTime).toBeGreaterThan(NOW - 1_000);
  });

  it.each<[ShopTrouble, RegExp]>([
    ['429', /too often/],
    ['500', /in trouble/],
    ['401', /refuses the keys/],
    ['400', /refuses the question/],
    ['redirect', /sends us on to https:\/\/elsewhere\.example,/],
    ['html', /login page/],
    ['cut', /line was cut/],
    ['silent', /too long/],
    ['trickle', /too long/],
    ['huge', /longer than 100000 bytes/],
  ])('says in both languages, and without the key, what is wrong: %s', async (trouble, sentence) => {
    shop.troubles.push(trouble);
    const fault = await faultOf(ask());
    expect(fault.en).toMatch(sentence);
    expect(fault.zh).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify({ ...fault, stack: fault.stack })).not.toContain(KEY);
    // The next question is answered again.
    expect((await ask()).body.length).toBeGreaterThan(0);
  });

  it('never follows: one question is one request', async () => {
    shop.troubles.push('redirect');
    await faultOf(ask());
    expect(shop.asked).toHaveLength(1);
  });

  it.each([
    ['7', 7_000],
    ['Wed, 01 Jul 2026 11:01:30 GMT', 90_000],
    ['9999999', undefined],
    ['999999', 600_000],
    ['soon', undefined],
    ['-5', undefined],
  ])('hears how long to wait: %s', async (text, ms) => {
    shop.troubles.push('429');
    shop.retryAfter = text;
    expect((await faultOf(ask())).retryAfterMs).toBe(ms);
  });

  it('ends at once when it is told to', async () => {
    shop.troubles.push('silent');
    const stop = new AbortController();
    const asking = faultOf(ask(stop.signal));
    stop.abort();
    await asking;
  });

  it('has no clock where the shop tells none', async () => {
    shop.troubles.push('no-date');
    expect((await ask()).shopTime).toBeNull();
  });

  it('counts the bytes unpacked: a small answer that grows huge is not read', async () => {
    const bomb = gzipSync(Buffer.from(`[${' '.repeat(5_000_000)}]`));
    const server = createServer((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const other = openShopLine({ base: new URL(`http://127.0.0.1:${port}`), maxBytes: 100_000 });
    const fault = await faultOf(other.ask({ path: '/', headers: {} }, new AbortController().signal));
    expect(fault.en).toMatch(/longer than/);
    other.close();
    server.closeAllConnections();
    server.close();
  });

  it('says that nobody is there', async () => {
    await shop.close();
    expect((await faultOf(ask())).en).toMatch(/cannot be reached/);
  });

  it('does not leave for the local network', async () => {
    const inside = openShopLine({ base: new URL('https://192.168.1.1') });
    expect((await faultOf(inside.ask({ path: '/', headers: {} }, new AbortController().signal))).en).toMatch(
      /local network/,
    );
  });
});
