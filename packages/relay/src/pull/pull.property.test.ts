/**
 * Pushes, pulls, failures and restarts in any order end with what the shop has.
 *
 * STALLCAST_PULL_RUNS=2000 pnpm vitest run --project relay pull.property
 */
import { wooCommerceWebhook } from '@stallcast/adapters/webhooks';
import type { OrderStatus } from '@stallcast/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startFakeShop, type ShopTrouble } from './fake-shop.fixture.js';
import {
  fakeWooCommerce,
  WOO_KEY,
  WOO_SECRET,
  type FakeWooCommerce,
  type WooOrder,
} from './fake-woocommerce.fixture.js';
import { EVENING, listed, openPulledStall, type PulledStall } from './pulled-stall.fixture.js';

const RUNS = Number(process.env['STALLCAST_PULL_RUNS'] ?? 40);
const ON_HAND = 10_000;

type Step =
  | { do: 'place'; product: 93 | 94; qty: number; paid: boolean }
  | { do: 'change'; which: number; to: 'processing' | 'cancelled' | 'refunded' | 'on-hold' | 'trash' }
  | { do: 'refund'; which: number }
  | { do: 'restock'; stock: number }
  | { do: 'push'; which: number }
  | { do: 'tick'; seconds: number }
  | { do: 'pull'; troubles: (ShopTrouble | null)[] }
  | { do: 'restart' };

const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      product: fc.constantFrom(93 as const, 94 as const),
      qty: fc.integer({ min: 1, max: 3 }),
      paid: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      which,
      to: fc.constantFrom(
        'processing' as const,
        'cancelled' as const,
        'refunded' as const,
        'on-hold' as const,
        'trash' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restock' as const), stock: fc.integer({ min: -2, max: 30 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('push' as const), which: fc.nat(60) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('tick' as const), seconds: fc.constantFrom(1, 1, 3, 20, 200, 4_000) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pull' as const),
      troubles: fc.array(
        fc.constantFrom<ShopTrouble | null>(
          null,
          null,
          '429',
          '500',
          'truncated',
          'html',
          'cut',
          'redirect',
          '401',
          'no-date',
        ),
        { maxLength: 3 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

interface World {
  shop: FakeWooCommerce;
  stall: PulledStall;
  /** How far the shop's clock is ahead, ms. */
  skew: number;
  /** Bodies as webhooks carried them away: they arrive later, in any order, more than once, or never. */
  underway: { topic: string; body: string }[];
  troubles: (ShopTrouble | null)[];
}

function send(world: World, topic: string, body: unknown): void {
  world.underway.push({ topic, body: JSON.stringify(body) });
}

/** Changes an order as the shop does: at its own time, never twice in one second. */
function modify({ shop, stall, skew }: World, at: number, change: (order: WooOrder) => void): WooOrder | null {
  const orders = [...shop.orders.values()];
  const order = orders[at % Math.max(1, orders.length)];
  const time = stall.now + skew;
  if (!order || Math.floor(time / 1_000) <= Math.floor(order.modifiedAt / 1_000)) return null;
  change(order);
  order.modifiedAt = time;
  return order;
}

async function take(world: World, one: Step): Promise<void> {
  const { shop, stall, skew, underway } = world;
  const time = stall.now + skew;
  switch (one.do) {
    case 'place': {
      const order: WooOrder = {
        ...{ id: 1_000 + shop.orders.size, status: one.paid ? 'processing' : 'pending', product: one.product },
        ...{ variation: 0, qty: one.qty, total: one.qty * 1_990, refunded: [], createdAt: time, modifiedAt: time },
      };
      shop.orders.set(order.id, order);
      send(world, 'order.created', shop.orderBody(order));
      return;
    }
    case 'change': {
      const order = modify(world, one.which, (order) => void (order.status = one.to));
      if (order) send(world, 'order.updated', shop.orderBody(order));
      return;
    }
    case 'refund': {
      const order = modify(world, one.which, (order) => {
        const left = order.total - order.refunded.reduce((sum, cents) => sum + cents, 0);
        if (left > 1_000) order.refunded.push(1_000);
      });
      if (order) send(world, 'order.updated', shop.orderBody(order));
      return;
    }
    case 'restock': {
      const product = shop.products.get(94)!;
      Object.assign(product, { stock: one.stock, modifiedAt: time });
      send(world, 'product.updated', shop.productBody(product));
      return;
    }
    case 'push': {
      const parcel = underway[one.which % Math.max(1, underway.length)];
      if (!parcel) return;
      const reading = wooCommerceWebhook.read({
        header: (name) => (name === 'x-wc-webhook-delivery-id' ? `delivery-${one.which}` : undefined),
        query: (name) => (name === 'topic' ? parcel.topic : undefined),
        rawBody: Buffer.from(parcel.body),
        receivedAt: stall.now,
      });
      if (reading.kind === 'events') expect(await stall.ledger.accept(reading.events)).toMatchObject({ ok: true });
      return;
    }
    case 'tick':
      stall.now += one.seconds * 1_000;
      return;
    case 'pull':
      world.troubles.splice(0, Infinity, ...one.troubles);
      await stall.pull();
      return;
    case 'restart':
      await stall.restart();
  }
}

const statusOf = ({ status, total, refunded }: WooOrder): OrderStatus => {
  if (status === 'processing' && refunded.length > 0) {
    return refunded.reduce((sum, cents) => sum + cents, 0) < total ? 'partially-refunded' : 'refunded';
  }
  return (
    ({ processing: 'paid', refunded: 'refunded', cancelled: 'cancelled', trash: 'cancelled' } as const)[status] ??
    'placed'
  );
};

/** What the shop's orders come to, counted the plain way. */
function truthOf(shop: FakeWooCommerce) {
  const orders = [...shop.orders.values()];
  const stands = orders.filter((order) => ['paid', 'partially-refunded'].includes(statusOf(order)));
  const net = stands.reduce((sum, { total, refunded }) => sum + total - refunded.reduce((a, b) => a + b, 0), 0);
  const held = orders
    .filter((order) => order.product === 93 && statusOf(order) !== 'cancelled')
    .reduce((sum, { qty }) => sum + qty, 0);
  return {
    orders: Object.fromEntries(orders.map((order) => [String(order.id), statusOf(order)])),
    netOrders: stands.length,
    net,
    peach: ON_HAND - held,
    melon: shop.products.get(94)!.stock,
  };
}

function shownOf({ ledger }: PulledStall) {
  const { state } = ledger.snapshot();
  const stockOf = (id: string) => state.stocks.find(({ productId }) => productId === id);
  return {
    orders: Object.fromEntries(state.orders.map(({ orderId, status }) => [orderId, status])),
    netOrders: state.totals.stall?.netOrders ?? 0,
    net: state.totals.stall?.net.minor ?? 0,
    peach: stockOf('peach')?.sellable,
    melon: (stockOf('melon')?.sellable ?? NaN) - (stockOf('melon')?.oversold ?? 0),
  };
}

it(`any order of pushes, pulls, failures and restarts ends with what the shop has (${RUNS} histories)`, async () => {
  const skews = fc.constantFrom(0, 0, -7_200_000, -5_000, 900, 300_000, 5_400_000);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 45 }), skews, async (steps, skew) => {
      const shop = fakeWooCommerce();
      const server = await startFakeShop([shop.route], { now: () => stall.now + skew });
      const target = { source: 'woocommerce' as const, base: new URL(server.origin), key: WOO_KEY, secret: WOO_SECRET };
      const stall = await openPulledStall(target);
      try {
        await stall.command('put-product', listed('peach', { source: 'woocommerce', id: '93' }, 'ledger'));
        await stall.command('put-product', listed('melon', { source: 'woocommerce', id: '94' }, 'woocommerce'));
        await stall.command('set-stock', { productId: 'peach', onHand: ON_HAND });
        shop.products.set(94, { id: 94, stock: 12, modifiedAt: EVENING + skew });
        const world: World = { shop, stall, skew, underway: [], troubles: server.troubles };
        for (const one of steps) await take(world, one);

        // The line is well again.
        server.troubles.length = 0;
        stall.now += 15_000;
        expect(await stall.pull()).toBeNull();
        expect(shownOf(stall)).toEqual(truthOf(shop));
        expect(stall.leftOut).toEqual([]);
        // Asked again, with nothing new, the shop moves nothing.
        const before = stall.ledger.position;
        stall.now += 15_000;
        expect(await stall.pull()).toBeNull();
        expect(stall.ledger.position).toEqual(before);
      } finally {
        await stall.remove();
        await server.close();
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);
