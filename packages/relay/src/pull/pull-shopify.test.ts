import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeShop, type FakeShop } from './fake-shop.fixture.js';
import {
  fakeShopify,
  SHOPIFY_CLIENT,
  SHOPIFY_TOKEN,
  type FakeShopify,
  type ShopifyOrder,
} from './fake-shopify.fixture.js';
import { EVENING, listed, openPulledStall, type PulledStall } from './pulled-stall.fixture.js';

const ITEM = '271878346596884015';
const SOURCE = { source: 'shopify', id: '632910392', variantId: '808950810', inventoryItemId: ITEM };

let shop: FakeShopify;
let server: FakeShop;
let stall: PulledStall;

beforeEach(async () => {
  shop = fakeShopify();
  server = await startFakeShop([shop.route], { now: () => stall.now });
  stall = await openPulledStall({ source: 'shopify', base: new URL(server.origin), token: SHOPIFY_TOKEN });
  await stall.command('put-product', listed('peach', SOURCE, 'shopify'));
});
afterEach(async () => {
  await stall.remove();
  await server.close();
});

function place(changes: Partial<ShopifyOrder> = {}): ShopifyOrder {
  const order: ShopifyOrder = {
    ...{ id: `91234567890123${4_000 + shop.orders.size}`, financialStatus: 'paid', cancelledAt: null },
    item: { product: SOURCE.id, variant: SOURCE.variantId, qty: 1 },
    ...{ total: 3_990, refunded: [], createdAt: stall.now, updatedAt: stall.now },
    ...changes,
  };
  shop.orders.set(order.id, order);
  return order;
}

const state = () => stall.ledger.snapshot().state;

async function pull(): Promise<void> {
  expect(await stall.pull()).toBeNull();
}

describe('orders of Shopify', () => {
  it('come over all pages, their long ids digit by digit', async () => {
    shop.pageRows = 7;
    const all = Array.from({ length: 40 }, () => place());
    stall.now += 60_000;
    await pull();
    expect(
      state()
        .orders.map(({ orderId }) => orderId)
        .sort(),
    ).toEqual(all.map(({ id }) => id).sort());
    expect(state().totals.stall?.netOrders).toBe(40);
  });

  it('that fail in the middle of the pages come whole the next time', async () => {
    shop.pageRows = 10;
    for (let n = 0; n < 30; n += 1) place();
    stall.now += 60_000;
    server.troubles.push(null, null, 'truncated');
    expect(await stall.pull()).not.toBeNull();
    await stall.restart();
    await pull();
    expect(state().totals.stall?.netOrders).toBe(30);
  });

  it('follow the shop: refunded in part, then cancelled', async () => {
    const one = place();
    await pull();
    stall.now += 20_000;
    Object.assign(one, { financialStatus: 'partially_refunded', refunded: [990], updatedAt: stall.now });
    await pull();
    expect(state().totals.stall?.net.minor).toBe(3_000);
    stall.now += 20_000;
    Object.assign(one, { cancelledAt: stall.now, updatedAt: stall.now });
    await pull();
    expect(state().orders[0]).toMatchObject({ status: 'cancelled', reason: 'buyer' });
    expect(state().totals.stall?.net.minor).toBe(0);
  });

  it('that are tests stay out of a real session, and hold up no other', async () => {
    place({ test: true });
    const real = place();
    await pull();
    expect(state().orders.map(({ orderId }) => orderId)).toEqual([real.id]);
    expect(stall.leftOut).toEqual([]);
  });

  it('keep nothing of the buyer but the mask', async () => {
    place();
    await pull();
    expect(JSON.stringify(stall.ledger.snapshot())).not.toMatch(/canary|13900005678|Lin\b/);
  });
});

describe('stock of Shopify', () => {
  it('is the sum of its locations, and unknown where the shop does not count', async () => {
    shop.pageRows = 1;
    const level = (location: string, available: number | null) => ({
      item: ITEM,
      location,
      available,
      updatedAt: EVENING,
    });
    shop.levels.push(level('1', 4), level('2', 6));
    await pull();
    expect(state().stocks).toMatchObject([{ productId: 'peach', sellable: 10, basis: 'exact' }]);
    stall.now += 15_000;
    shop.levels[1]!.available = null;
    await pull();
    expect(state().stocks).toMatchObject([{ sellable: null, basis: 'boolean' }]);
  });
});

describe('the token of Shopify', () => {
  it('goes in its header and in no address', async () => {
    await pull();
    expect(server.heard[0]?.['x-shopify-access-token']).toBe(SHOPIFY_TOKEN);
    expect(server.asked.join()).not.toContain(SHOPIFY_TOKEN);
    expect(server.asked[0]).toMatch(/^\/admin\/api\/2026-07\//);
  });

  it('of an app of the Dev Dashboard is fetched, kept for its day, and fetched anew when it is refused', async () => {
    const base = new URL(server.origin);
    const other = await openPulledStall({ source: 'shopify', base, ...SHOPIFY_CLIENT });
    const fetched = () => server.asked.filter((path) => path.startsWith('/admin/oauth')).length;
    expect(await other.pull()).toBeNull();
    expect(await other.pull()).toBeNull();
    expect(fetched()).toBe(1);
    other.now += 24 * 3_600_000;
    expect(await other.pull()).toBeNull();
    expect(fetched()).toBe(2);
    shop.token = 'another';
    expect((await other.pull())?.en).toMatch(/refuses the keys/);
    expect(await other.pull()).toBeNull();
    expect(fetched()).toBe(3);
    await other.remove();
  });
});
