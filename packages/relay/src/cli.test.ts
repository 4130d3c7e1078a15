import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCli, runCli, type BuiltCli, type RunningCli } from './built-cli.fixture.js';
import { ask } from './test-relay.fixture.js';

// Whole processes are started here, on machines that have other work as well.
vi.setConfig({ testTimeout: 30_000 });

let cli: BuiltCli;
let folder: string;
let running: RunningCli[] = [];

beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stallcast-'))));
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], env: Record<string, string> = {}): RunningCli {
  const one = runCli(cli, args, { STALLCAST_DATA: folder, STALLCAST_PORT: '0', ...env });
  running.push(one);
  return one;
}

async function start(args: readonly string[] = [], env: Record<string, string> = {}) {
  const relay = run(args, env);
  const [, port = '', deckKey = ''] = await relay.shows(/127\.0\.0\.1:(\d+)\/deck\?stall=[\w-]+#(\S+)/);
  const [, viewKey = ''] = await relay.shows(/\/overlay\?stall=[\w-]+#(\S+)/);
  await relay.shows(/Ctrl\+C/);
  return { relay, port: Number(port), deckKey, viewKey };
}

/** Runs to the end; returns the exit code and what it said. */
async function runToEnd(args: readonly string[], env: Record<string, string> = {}) {
  const one = run(args, env);
  return { code: await one.ended, text: one.output() };
}

/** A refusal is one sentence in Chinese, one in English, and no stack. */
function expectSentences(text: string): void {
  const lines = text.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/\p{Script=Han}/u);
  expect(lines[1]).toMatch(/^[A-Z][\x20-\x7e’…]+$/);
}

const ORDER = JSON.stringify({
  id: 727,
  status: 'processing',
  currency: 'CNY',
  total: '39.90',
  date_created_gmt: '2026-07-01T11:00:00',
  date_modified_gmt: '2026-07-01T11:00:05',
  billing: { first_name: '伟', last_name: '王' },
  line_items: [{ id: 1, product_id: 93, variation_id: 0, quantity: 1, total: '39.90' }],
});

describe('stallcast', () => {
  it('starts on loopback with the example stall, links that work and no QR code, and stops in good order', async () => {
    const { relay, port, viewKey, deckKey } = await start();
    const state = await ask(port, '/stalls/orchard/state', { key: viewKey });
    expect(state.json()).toMatchObject({ state: { session: { synthetic: true } } });
    expect(state.json<{ state: { products: unknown[] } }>().state.products).toHaveLength(6);
    expect(relay.output()).toContain('DEMO');
    expect(relay.output()).toMatch(/\/stalls\/orchard\/hooks\/<woocommerce\|shopify\|stripe\|doudian/);
    expect(relay.output()).toMatch(/STALLCAST_SECRET_WOOCOMMERCE …_SHOPIFY .*…_DOUYIN_LIFE/);
    expect(relay.output()).not.toMatch(/[█▀▄]/);

    const command = { id: 'from-a-test', type: 'announce', text: '开播' };
    const answer = await ask(port, '/stalls/orchard/commands', {
      method: 'POST',
      key: deckKey,
      body: JSON.stringify(command),
    });
    expect(answer.status).toBe(200);
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
    expect(statSync(join(folder, 'stallcast.db-wal')).size).toBe(0);
  });

  it('keeps its keys, its epoch and its stall from one start to the next', async () => {
    const first = await start();
    const before = await ask(first.port, '/stalls/orchard/state', { key: first.viewKey });
    first.relay.child.kill('SIGINT');
    expect(await first.relay.ended).toBe(0);
    const second = await start();
    expect([second.viewKey, second.deckKey]).toEqual([first.viewKey, first.deckKey]);
    const after = await ask(second.port, '/stalls/orchard/state', { key: second.viewKey });
    expect(after.headers['etag']).toBe(before.headers['etag']);
  });

  it('starts empty and real with STALLCAST_EXAMPLE=0, under the name that it is given', async () => {
    const { relay, port } = await start(['--stall', 'peaches'], {
      STALLCAST_EXAMPLE: '0',
      STALLCAST_VIEW_KEY: 'my-view-key',
    });
    const answer = await ask(port, '/stalls/peaches/state', { key: 'my-view-key' });
    expect(answer.json()).toMatchObject({ stall: 'peaches', state: { products: [], rooms: [{ id: 'main' }] } });
    expect(answer.text).not.toContain('synthetic');
    expect(relay.output()).not.toContain('DEMO');
  });

  it('says what counts at the first start only, and how to have it now', async () => {
    const first = await start();
    first.relay.child.kill('SIGINT');
    expect(await first.relay.ended).toBe(0);
    expect(first.relay.output()).not.toContain('first start');
    const { relay } = await start(['--stall', 'peaches', '--example', '0']);
    await relay.shows(/stallcast stall add peaches/);
    await relay.shows(/End the example/);
  });

  it('opens to the local network with --lan, and prints a QR code only then', async () => {
    const relay = run(['--lan']);
    await relay.shows(/Ctrl\+C/);
    const port = Number((await relay.shows(/127\.0\.0\.1:(\d+)/))[1]);
    // A machine without a network has no address to show.
    expect(relay.output()).toMatch(/[█▀▄]|no local network address/);
    expect((await ask(port, '/healthz', { key: null })).status).toBe(200);
    expect((await ask(port, '/deck', { key: null, headers: { host: 'evil.example' } })).status).toBe(403);
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, text } = await runToEnd([], { STALLCAST_PORT: String(port) });
    expect(code).toBe(1);
    expectSentences(text);
    expect(text).toContain(String(port));
    other.close();
  });

  it('says in one sentence that the folder is in use', async () => {
    await start();
    const { code, text } = await runToEnd([]);
    expect(code).toBe(1);
    expectSentences(text);
    expect(text).toContain('in use by another relay');
  });

  it.each([
    [['fly']],
    [['--port', 'high']],
    [['--colour']],
    [['--log', 'nats://127.0.0.1']],
    [['stall', 'remove', 'orchard']],
    [['stall', 'add', 'Not A Name']],
    [['send', 'woocommerce']],
    [['send', 'nowhere', 'file.json']],
    [['links']],
  ])('refuses %o in one sentence', async (args) => {
    const { code, text } = await runToEnd(args);
    expect(code).toBe(1);
    expectSentences(text);
  });

  it('shows how it is used', async () => {
    expect((await runToEnd(['--help'])).text).toContain('stallcast send');
  });
});

describe('stallcast send', () => {
  const file = () => {
    const path = join(folder, 'order.json');
    writeFileSync(path, ORDER);
    return path;
  };

  it('signs a file and sends it as a shop would, marked as a test unless told', async () => {
    const secret = { STALLCAST_SECRET_WOOCOMMERCE: 'woo-secret' };
    const { port, viewKey } = await start([], secret);
    const sent = await runToEnd(['send', 'woocommerce', file(), '--port', String(port)], secret);
    expect(sent.text).toContain('delivered');
    expect(sent.code).toBe(0);
    const again = await runToEnd([
      'send',
      'woocommerce',
      file(),
      '--url',
      `http://127.0.0.1:${port}/`,
      '--secret',
      'woo-secret',
    ]);
    expect(again.code, again.text).toBe(0);
    const { state } = (await ask(port, '/stalls/orchard/state', { key: viewKey })).json<{
      state: { orders: { id: string }[] };
    }>();
    expect(state.orders.filter(({ id }) => id === 'woocommerce:727')).toMatchObject([
      { synthetic: true, buyer: { mask: '王*' } },
    ]);
  });

  it.each([
    [[], true],
    [['--keep-times'], false],
  ])('moves the times of a test to now, with %o: %s', async (more, isMoved) => {
    const { port, viewKey } = await start([], { STALLCAST_SECRET_WOOCOMMERCE: 'woo-secret' });
    const to = ['send', 'woocommerce', file(), '--port', String(port), '--secret', 'woo-secret', ...more];
    const { code, text } = await runToEnd(to);
    expect(code, text).toBe(0);
    expect(text.includes('--keep-times')).toBe(isMoved);
    const { state } = (await ask(port, '/stalls/orchard/state', { key: viewKey })).json<{
      state: { orders: { id: string; occurredAt: string }[] };
    }>();
    const order = state.orders.find(({ id }) => id === 'woocommerce:727');
    expect(Date.now() - Date.parse(order?.occurredAt ?? '') < 60_000).toBe(isMoved);
  });

  it('signs, and encrypts, as each platform does', async () => {
    const env = {
      STALLCAST_SECRET_STRIPE: 'whsec_demo',
      STALLCAST_SECRET_DOUDIAN: 'demo-app:demo-secret',
      STALLCAST_SECRET_DOUYIN_LIFE: 'demo',
      STALLCAST_SECRET_WEIXIN_SHOP: `demo:${'A'.repeat(43)}:wx1`,
      STALLCAST_SECRET_KUAISHOU: 'ZGVtby1tc2ctc2VjcmV0IQ==',
    };
    const { relay, port, viewKey } = await start([], env);
    expect(relay.output()).toMatch(/hooks\/weixin-shop +已设密钥/);
    for (const [source, fixture] of [
      ['stripe', 'checkout.session.completed'],
      ['doudian', 'evening'],
      ['douyin-life', 'order.pay-success'],
      ['weixin-shop', 'channels_ec_order_pay'],
      ['kuaishou', 'kwaishop_order_paySuccess'],
    ] as const) {
      const path = fileURLToPath(new URL(`../../adapters/src/${source}/fixtures/${fixture}.json`, import.meta.url));
      const sent = await runToEnd(['send', source, path, '--port', String(port), '--room', 'main'], env);
      expect(sent.code, sent.text).toBe(0);
    }
    const { state } = (await ask(port, '/stalls/orchard/state', { key: viewKey })).json<{
      state: { orders: { id: string; status: string }[] };
    }>();
    expect(state.orders.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'stripe:pi_3OrchardEvening0001',
        'doudian:6938174059213478165',
        'douyin-life:1047381920564738291',
        'weixin-shop:3719284650173829464',
        'kuaishou:2607602240249917',
      ]),
    );
    expect(relay.output()).not.toContain('demo-secret');
  });

  it('refuses to put a test into a real session, and says so', async () => {
    const { port } = await start([], { STALLCAST_EXAMPLE: '0', STALLCAST_SECRET_WOOCOMMERCE: 'woo-secret' });
    const to = ['send', 'woocommerce', file(), '--port', String(port), '--secret', 'woo-secret'];
    const test = await runToEnd(to);
    expect(test.code).toBe(1);
    expect(test.text).toContain('409');
    expect((await runToEnd([...to, '--real'])).code).toBe(0);
  });

  it('says in one sentence what is missing', async () => {
    const withoutSecret = await runToEnd(['send', 'woocommerce', file()]);
    expect(withoutSecret.text).toContain('STALLCAST_SECRET_WOOCOMMERCE=demo npm start');
    const withoutRelay = await runToEnd(['send', 'woocommerce', file(), '--secret', 'x', '--port', '1']);
    expect(withoutRelay.text).toContain('cannot be reached');
    const withoutFile = await runToEnd(['send', 'woocommerce', join(folder, 'none.json'), '--secret', 'x']);
    for (const { code, text } of [withoutSecret, withoutRelay, withoutFile]) {
      expect(code).toBe(1);
      expectSentences(text);
    }
  });

  it('sends with a secret that the door does not have in vain', async () => {
    const { port } = await start([], { STALLCAST_SECRET_WOOCOMMERCE: 'woo-secret' });
    const { code, text } = await runToEnd(['send', 'woocommerce', file(), '--port', String(port), '--secret', 'other']);
    expect(code).toBe(1);
    expect(text).toContain('401');
    expect(text).not.toContain('woo-secret');
  });
});

it('stallcast stall add makes a stall that a running relay opens', async () => {
  const { port, viewKey } = await start();
  expect((await ask(port, '/stalls/north/state', { key: viewKey })).status).toBe(404);
  expect((await runToEnd(['stall', 'add', 'north'])).code).toBe(0);
  expect((await ask(port, '/stalls/north/state', { key: viewKey })).json()).toMatchObject({
    stall: 'north',
    state: { products: [] },
  });
  expect((await runToEnd(['stall', 'add', 'north'])).code).toBe(1);
  const links = await runToEnd(['links', '--port', String(port)]);
  expect(links.text).toContain(`http://127.0.0.1:${port}/overlay?stall=north#${viewKey}`);
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toContain(viewKey);
});

it('stallcast lint-theme says what is wrong, line by line, and ends with 1', async () => {
  const path = join(folder, 'my.css');
  writeFileSync(path, 'body {\n  --stall-colour-text: #111;\n}\n');
  const wrong = await runToEnd(['lint-theme', path]);
  expect(wrong.code).toBe(1);
  expect(wrong.text).toContain(`${path}:2\n  没有 --stall-colour-text 这个变量：是不是 --stall-color-text？\n`);
  writeFileSync(path, 'body { --stall-color-text: #f4f8f7 }');
  expect((await runToEnd(['lint-theme', path])).code).toBe(1);
  expect((await runToEnd(['lint-theme', path, '--over', 'night'])).code).toBe(0);
  for (const args of [[], [join(folder, 'none.css')], [path, '--over', 'none']]) {
    const { code, text } = await runToEnd(['lint-theme', ...args]);
    expect(code).toBe(1);
    expectSentences(text);
  }
});
