/** A relay that is killed while it pulls loses nothing. STALLCAST_KILL_ROUNDS says how often. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, runCli, type BuiltCli, type RunningCli } from '../built-cli.fixture.js';
import { ask } from '../test-relay.fixture.js';
import { startFakeShop, type FakeShop } from './fake-shop.fixture.js';
import { fakeWooCommerce, WOO_KEY, WOO_SECRET } from './fake-woocommerce.fixture.js';
import { listed } from './pulled-stall.fixture.js';

const ROUNDS = Number(process.env['STALLCAST_KILL_ROUNDS'] ?? 4);
const ORDERS_A_ROUND = 230;

let cli: BuiltCli;
let folder: string;
let server: FakeShop;
const shop = fakeWooCommerce();
let onQuestion: (nth: number) => void = () => {};
let questions = 0;

beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
  const counted = (...asked: Parameters<typeof shop.route>) => {
    onQuestion((questions += 1));
    return shop.route(...asked);
  };
  server = await startFakeShop([counted], { now: Date.now });
}, 60_000);
afterAll(async () => {
  await server.close();
  cli.remove();
  rmSync(folder, { recursive: true, force: true });
});

function place(): void {
  for (let n = 0; n < ORDERS_A_ROUND; n += 1) {
    const at = Date.now() - 30_000 + n * 100;
    const order = {
      id: 1_000 + shop.orders.size,
      status: 'processing',
      product: 93,
      variation: 0,
      qty: 1,
      total: 1_990,
    };
    shop.orders.set(order.id, { ...order, refunded: [], createdAt: at, modifiedAt: at });
  }
}

function run(): RunningCli {
  return runCli(cli, ['--example', '0'], {
    STALLCAST_DATA: folder,
    STALLCAST_PORT: '0',
    STALLCAST_VIEW_KEY: 'view-key',
    STALLCAST_DECK_KEY: 'deck-key',
    STALLCAST_PULL_WOOCOMMERCE: server.origin,
    STALLCAST_PULL_WOOCOMMERCE_KEY: WOO_KEY,
    STALLCAST_PULL_WOOCOMMERCE_SECRET: WOO_SECRET,
    STALLCAST_PULL_SECONDS: '5',
  });
}

interface Seen {
  state: { totals: { stall?: { netOrders: number; net: { minor: number } } } };
}

async function list(relay: RunningCli): Promise<void> {
  const [, port] = await relay.shows(/127\.0\.0\.1:(\d+)\/deck/);
  const { product } = listed('peach', { source: 'woocommerce', id: '93' }, 'ledger');
  const body = JSON.stringify({ id: 'list-the-peach', type: 'put-product', product });
  const answer = await ask(Number(port), '/stalls/orchard/commands', { method: 'POST', key: 'deck-key', body });
  expect(answer.status).toBe(200);
}

async function totalsOf(relay: RunningCli): Promise<Seen['state']['totals']['stall']> {
  const [, port] = await relay.shows(/127\.0\.0\.1:(\d+)\/deck/);
  const answer = await ask(Number(port), '/stalls/orchard/state', { key: 'deck-key' });
  return answer.json<Seen & Record<string, unknown>>().state.totals.stall;
}

describe('a relay that pulls', () => {
  it('says from where, and shows no key', async () => {
    const relay = run();
    await relay.shows(/Ctrl\+C/);
    await list(relay);
    expect(relay.output()).toContain('主动取单 Pulling: orchard');
    expect(relay.output()).toContain(`woocommerce  ${new URL(server.origin).host}`);
    server.troubles.push('401');
    await relay.shows(/refuses the keys/);
    await relay.shows(/pulling works again/);
    expect(relay.output()).not.toMatch(/canary/);
    expect(relay.output()).not.toContain(Buffer.from(`${WOO_KEY}:${WOO_SECRET}`).toString('base64'));
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
  }, 60_000);

  it(`loses no order over ${ROUNDS} kills while it pulls`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      place();
      const relay = run();
      const from = questions;
      const at = 2 + Math.floor(Math.random() * 3);
      const after = Math.random() * 40;
      onQuestion = (nth) => {
        if (nth === from + at) setTimeout(() => relay.child.kill('SIGKILL'), after);
      };
      await relay.ended;
      onQuestion = () => {};
    }

    place();
    const relay = run();
    const all = (ROUNDS + 1) * ORDERS_A_ROUND;
    await expect
      .poll(() => totalsOf(relay), { timeout: 20_000 })
      .toMatchObject({
        netOrders: all,
        net: { minor: all * 1_990 },
      });
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
  }, 120_000);
});
