import { createHmac } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { healthDoors } from './doors/health.js';
import type { Exchange } from './http/exchange.js';
import {
  announce,
  command,
  DECK_KEY,
  product,
  SECRETS,
  startTestRelay,
  VIEW_KEY,
  type Answer,
  type Asking,
  type TestRelay,
} from './test-relay.fixture.js';

const STATE = '/stalls/orchard/state';
const COMMANDS = '/stalls/orchard/commands';
const WOO = '/stalls/orchard/hooks/woocommerce';

let test: TestRelay;
beforeAll(async () => {
  test = await startTestRelay();
});
afterAll(() => test.stop());

/** What every refusal promises, whatever its cause. */
function expectProblem(answer: Answer, status: number): void {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = answer.json();
  expect(problem).toMatchObject({ status, type: expect.stringMatching(/^urn:/), title: expect.any(String) });
  expect(problem['detail'], 'one sentence').toMatch(/^[A-Z"][^\n]{20,}[.?]$/);
  expect(problem['message']).toMatchObject({ 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) });
  for (const secret of [VIEW_KEY, DECK_KEY, ...Object.values(SECRETS)]) expect(answer.text).not.toContain(secret);
}

function sign(body: string, secret = SECRETS.woocommerce): Record<string, string> {
  return { 'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64') };
}

const post = (body: string | Uint8Array, more: Asking = {}): Asking => ({
  method: 'POST',
  key: DECK_KEY,
  body,
  ...more,
});

describe('state', () => {
  it('is the snapshot, with its position as ETag, and 304 for who has it', async () => {
    const answer = await test.ask(STATE);
    const snapshot = answer.json<{ epoch: string; offset: number; stall: string; state: object }>();
    expect(answer.status).toBe(200);
    expect(snapshot).toMatchObject({ stall: 'orchard', state: { rooms: [{ id: 'main' }], products: [], orders: [] } });
    expect(answer.headers['etag']).toBe(`"${snapshot.epoch}.${snapshot.offset}"`);

    const again = await test.ask(STATE, { headers: { 'if-none-match': `"other", ${answer.headers['etag']}` } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers['etag']).toBe(answer.headers['etag']);
  });

  it('narrows to a room without moving the position', async () => {
    await test.command(command('put-room', { room: { id: 'north', title: 'North', commerce: true } }));
    const { epoch, offset } = await test.position();
    const narrowed = (await test.ask(`${STATE}?room=north`)).json<{ state: { rooms: unknown[] } }>();
    expect(narrowed).toMatchObject({ epoch, offset, state: { rooms: [{ id: 'north' }] } });
    expect(narrowed.state.rooms).toHaveLength(1);
  });

  it('shows the operator more than a viewer', async () => {
    const state = async (key: string) => (await test.ask(STATE, { key })).json<{ state: object }>().state;
    expect(await state(DECK_KEY)).toHaveProperty('alerts');
    expect(await state(VIEW_KEY)).not.toHaveProperty('alerts');
  });

  it('answers HEAD with the headers alone', async () => {
    const head = await test.ask(STATE, { method: 'HEAD' });
    const get = await test.ask(STATE);
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['etag']).toBe(get.headers['etag']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });
});

describe('links', () => {
  const LINKS = '/stalls/orchard/links';

  it('give the view key to whoever has the deck key, and to nobody else', async () => {
    const answer = await test.ask(LINKS, { key: DECK_KEY });
    expect([answer.status, answer.json()]).toEqual([200, { viewKey: VIEW_KEY }]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expectProblem(await test.ask(LINKS, { key: VIEW_KEY }), 403);
    expectProblem(await test.ask(LINKS, { key: null }), 401);
    expectProblem(await test.ask('/stalls/nowhere/links', { key: DECK_KEY }), 404);
  });

  it('stay with the relay’s own pages', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expectProblem(await test.ask(LINKS, { key: DECK_KEY, headers }), 403);
  });
});

describe('commands', () => {
  it('answer with their position once durable, and the same when sent again', async () => {
    const put = command('put-product', { product: product('peach') });
    const first = await test.command(put);
    expect(first).toEqual(await test.position());
    await test.command(announce());
    expect(await test.command(put)).toEqual(first);
  });

  it.each([
    ['no key', 401, { key: null }],
    ['a wrong key', 401, { key: 'deck-key' }],
    ['a key of another scheme', 401, { key: null, headers: { authorization: `Basic ${DECK_KEY}` } }],
    ['a view key', 403, { key: VIEW_KEY }],
    ['a page of another origin', 403, { headers: { origin: 'https://evil.example' } }],
    ['a page without an origin', 403, { headers: { origin: 'null' } }],
    ['an origin that only begins like one of ours', 403, { headers: { origin: 'https://shop.example.evil.example' } }],
    ['what is not JSON', 400, { body: '{"id":' }],
    ['bytes that are no UTF-8', 400, { body: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['nothing', 400, { body: '' }],
    ['a list', 400, { body: '[]' }],
    ['an unknown command', 400, { body: JSON.stringify(command('explode')) }],
    ['a body that is too large', 413, { body: `"${'a'.repeat(1024 * 1024)}"` }],
    ['a compressed body', 415, { headers: { 'content-encoding': 'gzip' } }],
  ] satisfies [string, number, Asking][])('refuse %s and store nothing', async (_, status, asking) => {
    const before = await test.position();
    const answer = await test.ask(COMMANDS, post(JSON.stringify(announce()), asking));
    expectProblem(answer, status);
    expect(await test.position()).toEqual(before);
  });

  it('refuse what cannot be done with the reason of the ledger', async () => {
    const before = await test.position();
    const answer = await test.ask(COMMANDS, post(JSON.stringify(command('feature', { productIds: ['nothing'] }))));
    expectProblem(answer, 404);
    expect(await test.position()).toEqual(before);
  });

  it('count a chunked body themselves', async () => {
    const headers = { 'transfer-encoding': 'chunked' };
    expectProblem(await test.ask(COMMANDS, post('x'.repeat(1024 * 1024 + 1), { headers })), 413);
    expect((await test.ask(COMMANDS, post(JSON.stringify(announce()), { headers }))).status).toBe(200);
  });

  it.each([undefined, 'https://shop.example'])('are taken from origin %s', async (origin) => {
    const headers = origin === undefined ? {} : { origin };
    const answer = await test.ask(COMMANDS, post(JSON.stringify(announce()), { headers }));
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
  });

  it('are taken from the relay’s own pages, also behind a tunnel', async () => {
    const own = { origin: test.url, host: test.url.slice(7) };
    const tunnelled = { origin: 'https://stall.example', host: 'stall.example' };
    for (const headers of [own, tunnelled]) {
      expect((await test.ask(COMMANDS, post(JSON.stringify(announce()), { headers }))).status).toBe(200);
    }
  });
});

describe('webhooks', () => {
  const order = (fields: object = {}) =>
    JSON.stringify({
      id: 727,
      status: 'processing',
      currency: 'CNY',
      total: '39.90',
      date_created_gmt: '2026-07-01T11:00:00',
      date_modified_gmt: '2026-07-01T11:00:05',
      date_paid_gmt: '2026-07-01T11:00:05',
      billing: { first_name: '伟', last_name: '王', phone: '13800138000', email: 'wang@example.com' },
      line_items: [{ id: 1, product_id: 93, variation_id: 0, quantity: 2, total: '39.90', sku: '' }],
      ...fields,
    });
  const hook = (body: string, more: Asking = {}): Asking =>
    post(body, { key: null, headers: { ...sign(body), 'x-wc-webhook-topic': 'order.updated' }, ...more });

  it('are taken, answered with a position, and done once', async () => {
    await test.command(
      command('put-product', { product: product('box', { sources: [{ source: 'woocommerce', id: '93' }] }) }),
    );
    await test.command(command('set-stock', { productId: 'box', onHand: 10 }));
    const first = await test.ask(WOO, hook(order()));
    expect(first.status, first.text).toBe(200);
    expect(first.json()).toEqual(await test.position());
    expect((await test.ask(WOO, hook(order()))).json()).toEqual(first.json());
    const { state } = (await test.ask(STATE)).json<{ state: { orders: unknown[]; stocks: unknown[] } }>();
    expect(state.orders).toMatchObject([{ id: 'woocommerce:727', status: 'paid', buyer: { mask: '王*' } }]);
    expect(state.stocks).toMatchObject([{ productId: 'box', sellable: 8 }]);
  });

  it('mark what a test sends', async () => {
    await test.restart({ stall: 'orchard' });
    const body = order({ id: 728 });
    const answer = await test.ask(WOO, hook(body, { headers: { ...sign(body), 'x-stallcast-synthetic': '1' } }));
    expectProblem(answer, 409);
    expect(answer.json()).toMatchObject({ code: 'synthetic-in-real-session' });
  });

  it('that the shop itself calls a test are answered as taken, and leave a real session alone', async () => {
    const secret = 'a-secret-of-shopify';
    await test.restart({ secrets: { ...SECRETS, shopify: secret } });
    const before = await test.position();
    const body = JSON.stringify({
      admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
      test: true,
      currency: 'CNY',
      financial_status: 'paid',
      created_at: '2026-07-01T19:00:00+08:00',
      updated_at: '2026-07-01T19:00:00+08:00',
      total_price: '39.90',
      line_items: [],
    });
    const headers = { 'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64') };
    const answer = await test.ask(
      '/stalls/orchard/hooks/shopify?topic=orders/create',
      post(body, { key: null, headers }),
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.json()).toEqual({ ...before, ignored: 'synthetic-in-real-session' });
    expect(await test.position()).toEqual(before);
    await test.restart();
  });

  it('are reached under any host, since a tunnel has its own', async () => {
    const body = order({ id: 729 });
    const answer = await test.ask(WOO, hook(body, { headers: { ...sign(body), host: 'abc.trycloudflare.example' } }));
    expect(answer.status).toBe(200);
  });

  it('take WooCommerce’s form ping without effect', async () => {
    const before = await test.position();
    const answer = await test.ask(
      WOO,
      post('webhook_id=12', { key: null, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    );
    expect(answer.status).toBe(200);
    expect(await test.position()).toEqual(before);
  });

  it('take commands as Standard Webhooks', async () => {
    const body = JSON.stringify({ type: 'announce', timestamp: new Date().toISOString(), data: { text: '开播' } });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const secret = Buffer.from(SECRETS.standard.slice(6), 'base64');
    const signature = `v1,${createHmac('sha256', secret).update(`msg-1.${timestamp}.${body}`).digest('base64')}`;
    const headers = { 'webhook-id': 'msg-1', 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    const first = await test.ask('/stalls/orchard/hooks/standard', post(body, { key: null, headers }));
    expect(first.status, first.text).toBe(200);
    expect(first.json()).toEqual(await test.position());
    expect((await test.ask('/stalls/orchard/hooks/standard', post(body, { key: null, headers }))).json()).toEqual(
      first.json(),
    );
  });

  it.each([
    ['a wrong signature', 401, WOO, hook(order({ id: 1 }), { headers: sign(order({ id: 1 }), 'other') })],
    ['no signature', 401, WOO, hook(order({ id: 2 }), { headers: {} })],
    ['a body changed after signing', 401, WOO, hook(order({ id: 3 }), { headers: sign(order({ id: 33 })) })],
    ['malformed JSON', 400, WOO, hook('{"id": 4,')],
    ['a body over the limit', 413, WOO, hook(JSON.stringify({ note: 'x'.repeat(1024 * 1024) }))],
    ['an unknown source', 404, '/stalls/orchard/hooks/nowhere', hook(order({ id: 5 }))],
    ['an unknown stall', 404, '/stalls/nowhere/hooks/woocommerce', hook(order({ id: 6 }))],
    ['a door without its secret', 503, '/stalls/orchard/hooks/shopify', hook(order({ id: 7 }))],
    ['an unknown room', 422, `${WOO}?room=nowhere`, hook(order({ id: 8 }))],
    ['GET', 405, WOO, { method: 'GET' }],
  ] satisfies [string, number, string, Asking][])('refuse %s and store nothing', async (_, status, path, asking) => {
    const before = await test.position();
    const answer = await test.ask(path, asking);
    expectProblem(answer, status);
    expect(await test.position()).toEqual(before);
  });

  it('say which setting a door lacks', async () => {
    const answer = await test.ask('/stalls/orchard/hooks/shopify', hook(order()));
    expect(answer.json()['detail']).toContain('STALLCAST_SECRET_SHOPIFY');
  });
});

describe('doors', () => {
  it.each([
    ['GET', '/nothing'],
    ['GET', '/stalls'],
    ['GET', '/stalls/orchard'],
    ['POST', '/stalls/orchard/nothing'],
    ['GET', '/stalls/orchard/state/'],
    ['GET', '//stalls/orchard/state'],
    ['GET', '/assets/../../keys.json'],
    ['GET', '/..%2fkeys.json'],
    ['GET', '/.stallcast'],
    ['DELETE', '/nothing'],
  ])('are not there: %s %s', async (method, path) => expectProblem(await test.ask(path, { method }), 404));

  it.each([
    ['POST', STATE, 'GET, HEAD, OPTIONS'],
    ['DELETE', STATE, 'GET, HEAD, OPTIONS'],
    ['PUT', COMMANDS, 'POST, OPTIONS'],
    ['GET', COMMANDS, 'POST, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
  ])('do not take %s %s', async (method, path, allow) => {
    const answer = await test.ask(path, { method });
    expectProblem(answer, 405);
    expect(answer.headers.allow).toBe(allow);
  });

  it('ask for a key, then for a stall that is there, then for a room that is there', async () => {
    for (const door of ['state', 'events']) {
      const missing = await test.ask(`/stalls/orchard/${door}`, { key: null });
      expectProblem(missing, 401);
      expect(missing.headers['www-authenticate']).toMatch(/^Bearer/);
      expectProblem(await test.ask(`/stalls/nowhere/${door}`, { key: 'wrong-key' }), 401);
      expectProblem(await test.ask(`/stalls/orchard/${door}?key=${VIEW_KEY}`, { key: null }), 401);
      expectProblem(await test.ask(`/stalls/nowhere/${door}`), 404);
      expectProblem(await test.ask(`/stalls/orchard/${door}?room=nowhere`), 404);
    }
    expectProblem(await test.ask('/stalls/orchard/socket'), 426);
  });

  it('know their hosts', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '10.9.8.7:7788']) {
      for (const path of [STATE, '/', '/deck']) expectProblem(await test.ask(path, { headers: { host } }), 403);
      expectProblem(await test.ask(COMMANDS, post('{}', { headers: { host } })), 403);
    }
    for (const host of ['localhost:1', '127.0.0.1', '[::1]:7788', 'stall.example']) {
      expect((await test.ask(STATE, { headers: { host } })).status).toBe(200);
    }
  });

  it('let pages of any origin read, and tell them so in refusals too', async () => {
    const origin = 'https://shop.example';
    for (const asking of [{ headers: { origin } }, { key: null, headers: { origin } }]) {
      expect((await test.ask(STATE, asking)).headers['access-control-allow-origin']).toBe('*');
    }
    for (const path of [STATE, '/stalls/orchard/events']) {
      const preflight = await test.ask(path, {
        method: 'OPTIONS',
        key: null,
        headers: {
          origin,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization,last-event-id',
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'Authorization, Last-Event-ID',
      });
    }
  });

  it('let only known origins command', async () => {
    const preflight = (origin: string) =>
      test.ask(COMMANDS, {
        method: 'OPTIONS',
        key: null,
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const known = await preflight('https://shop.example');
    expect(known.status).toBe(204);
    expect(known.headers).toMatchObject({ 'access-control-allow-origin': 'https://shop.example', vary: 'Origin' });
    expectProblem(await preflight('https://evil.example'), 403);
  });

  it('answer an offer of another protocol as if it were none', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' };
    expect((await test.ask(STATE, { headers })).status).toBe(200);
    expectProblem(await test.ask(COMMANDS, post('{}', { headers })), 400);
  });

  it('tell when the storage does not answer', async () => {
    const [, readyz] = healthDoors(() => false);
    expect(() => readyz?.answer({} as Exchange)).toThrow('storage does not answer');
  });

  it('tell that they are well', async () => {
    const health = await test.ask('/healthz', { key: null });
    expect(health.status).toBe(200);
    // Pages of other origins ask it before they open another socket.
    expect(health.headers['access-control-allow-origin']).toBe('*');
    expect((await test.ask('/readyz', { key: null, headers: { host: 'probe' } })).status).toBe(200);
  });
});

describe('pages', () => {
  beforeAll(() => {
    const folder = join(test.folder, 'pages');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    for (const name of ['index', 'deck', 'overlay'])
      writeFileSync(join(folder, `${name}.html`), `<title>${name}</title>`);
    writeFileSync(join(folder, 'assets', 'overlay-Dx3fA9zQ.js'), 'export {};');
    writeFileSync(join(folder, 'local-pack.zip'), 'PK');
    writeFileSync(join(folder, 'peach.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  });

  it.each([
    ['/', 'index'],
    ['/deck', 'deck'],
    ['/overlay?stall=orchard', 'overlay'],
  ])('are served at %s without a key, and never from a cache', async (path, title) => {
    const answer = await test.ask(path, { key: null });
    expect(answer).toMatchObject({ status: 200, text: `<title>${title}</title>` });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('run no script but the relay’s, and take inline styles on the overlay alone', async () => {
    const policy = async (path: string) => String((await test.ask(path)).headers['content-security-policy']);
    for (const path of ['/', '/deck', '/overlay']) {
      expect(await policy(path)).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(await policy(path)).toContain("img-src 'self' data: https:");
    }
    expect(await policy('/overlay')).toContain("style-src 'self' 'unsafe-inline';");
    expect(await policy('/deck')).not.toContain('unsafe');
    // Overlay and studio read a host's table, from any address under https; the deck has no need to.
    const reached = async (path: string) => /connect-src ([^;]*)/.exec(await policy(path))?.[1]?.split(' ');
    for (const path of ['/', '/overlay']) expect(await reached(path)).toContain('https:');
    expect(await reached('/deck')).not.toContain('https:');
  });

  it('keep what is named after its content', async () => {
    const script = await test.ask('/assets/overlay-Dx3fA9zQ.js', { key: null });
    expect(script.headers).toMatchObject({
      'cache-control': expect.stringContaining('immutable'),
      'content-type': 'text/javascript; charset=utf-8',
    });
  });

  it('let a picture be kept through a reload, and answer what has not changed with 304', async () => {
    const { headers } = await test.ask('/peach.svg');
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=60, stale-while-revalidate=604800',
      'content-type': 'image/svg+xml; charset=utf-8',
    });
    const again = await test.ask('/peach.svg', { headers: { 'if-none-match': String(headers['etag']) } });
    expect(again.status).toBe(304);
    expect((await test.ask('/peach.svg', { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });

  it('hand the local pack out as a file to save, under a name that says what it is', async () => {
    expect((await test.ask('/local-pack.zip', { key: null })).headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="stallcast-local-pack.zip"',
    });
  });

  it('have no icon of their own, which is no error', async () => {
    expect((await test.ask('/favicon.ico', { key: null })).status).toBe(204);
  });

  it('take no other method', async () => expectProblem(await test.ask('/deck', { method: 'POST' }), 405));
});

describe('the terminal', () => {
  afterEach(() => void test.lines.splice(0));

  it('never shows a key or a secret', async () => {
    await test.ask(`/stalls/orchard/hooks/woocommerce?key=${VIEW_KEY}`, {
      method: 'POST',
      body: DECK_KEY,
      headers: { 'x-wc-webhook-signature': SECRETS.woocommerce },
    });
    await test.ask(`/${DECK_KEY}`);
    const written = test.lines.join('');
    expect(written).toContain('woocommerce → 401');
    for (const secret of [VIEW_KEY, DECK_KEY, ...Object.values(SECRETS)]) expect(written).not.toContain(secret);
  });
});
