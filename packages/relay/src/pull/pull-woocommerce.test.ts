import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeShop, type FakeShop } from './fake-shop.fixture.js';
import {
  fakeWooCommerce,
  WOO_KEY,
  WOO_SECRET,
  type FakeWooCommerce,
  type WooOrder,
} from './fake-woocommerce.fixture.js';
import { EVENING, listed, openPulledStall, type PulledStall } from './pulled-stall.fixture.js';

const MINUTE = 60_000;

let shop: FakeWooCommerce;
let server: FakeShop;
let stall: PulledStall;
/** How far the shop's clock is ahead, ms. */
let skew: number;

beforeEach(async () => {
  skew = 0;
  shop = fakeWooCommerce();
  server = await startFakeShop([shop.route], { now: () => stall.now + skew });
  const base = new URL(server.origin);
  stall = await openPulledStall({ source: 'woocommerce', base, key: WOO_KEY, secret: WOO_SECRET });
  await stall.command('put-product', listed('peach', { source: 'woocommerce', id: '93' }, 'ledger'));
});
afterEach(async () => {
  await stall.remove();
  await server.close();
});

function place(changes: Partial<WooOrder> = {}): WooOrder {
  const at = stall.now + skew;
  const id = 5_000 + shop.orders.size;
  const order: WooOrder = {
    ...{ id, status: 'processing', product: 93, variation: 0, qty: 1, total: 1_990, refunded: [] },
    ...{ createdAt: at, modifiedAt: at },
    ...changes,
  };
  shop.orders.set(id, order);
  return order;
}

const totals = () => stall.ledger.snapshot().state.totals.stall;
const order = (id: number) => stall.ledger.snapshot().state.orders.find(({ orderId }) => orderId === String(id));
const stock = (id: string) => stall.ledger.snapshot().state.stocks.find(({ productId }) => productId === id);
const questions = (list: string) => server.asked.filter((path) => path.includes(`status=${list}`)).length;

async function pull(): Promise<void> {
  expect(await stall.pull()).toBeNull();
}

describe('orders of WooCommerce', () => {
  it('come over as many pages as there are', async () => {
    for (let n = 0; n < 250; n += 1) place({ modifiedAt: EVENING + n * 1_000 });
    stall.now += 5 * MINUTE;
    await pull();
    expect(totals()?.netOrders).toBe(250);
    expect(questions('any')).toBeLessThanOrEqual(4);
  });

  it('of one second come all, though they are more than a page and in no order', async () => {
    for (let n = 0; n < 260; n += 1) place();
    stall.now += MINUTE;
    await pull();
    expect(totals()?.netOrders).toBe(260);
  });

  it('are not skipped when one moves to the end while they are read', async () => {
    for (let n = 0; n < 220; n += 1) place({ modifiedAt: EVENING + n * 1_000 });
    stall.now += 5 * MINUTE;
    const { route } = shop;
    let reads = 0;
    await server.close();
    // An order of the first page is modified after that page was answered.
    const moving = await startFakeShop(
      [
        (url, request, origin) => {
          const answer = route(url, request, origin);
          reads += 1;
          shop.orders.get(5_000 + reads)!.modifiedAt = stall.now;
          return answer;
        },
      ],
      { now: () => stall.now },
    );
    const base = new URL(moving.origin);
    const other = await openPulledStall({ source: 'woocommerce', base, key: WOO_KEY, secret: WOO_SECRET });
    await other.command('put-product', listed('peach', { source: 'woocommerce', id: '93' }, 'ledger'));
    other.now = stall.now;
    // The session began with the shop's evening.
    await other.pull();
    const { state } = other.ledger.snapshot();
    expect(state.totals.stall?.netOrders).toBe(220);
    await other.remove();
    await moving.close();
  });

  it('dated ahead of the shop’s own clock hide none that come until then', async () => {
    place({ modifiedAt: EVENING + 600 * MINUTE });
    await pull();
    stall.now += 3 * MINUTE;
    const late = place();
    stall.now += MINUTE;
    await pull();
    expect(order(late.id)?.status).toBe('paid');
  });

  it('that are asked for again move nothing', async () => {
    place();
    await pull();
    const { position } = stall.ledger;
    await stall.restart();
    await pull();
    expect(stall.ledger.position).toEqual(position);
  });

  it('thrown into the trash are cancelled', async () => {
    const one = place();
    await pull();
    stall.now += MINUTE;
    Object.assign(one, { status: 'trash', modifiedAt: stall.now });
    await pull();
    expect(order(one.id)?.status).toBe('cancelled');
    expect(totals()?.netOrders).toBe(0);
  });

  it('ask for no address, phone or e-mail, and keep none', async () => {
    const one = place();
    await pull();
    const fields = new URL(server.asked[0]!, server.origin).searchParams.get('_fields') ?? '';
    expect(fields).not.toMatch(/phone|email|address|postcode|\bbilling\b(?!\.)/);
    expect(order(one.id)?.buyer.mask).toBe('王*');
    expect(JSON.stringify(stall.ledger.snapshot())).not.toMatch(/canary|13900005678|人民路/);
  });

  it.each([0, -90 * MINUTE, 90 * MINUTE])(
    'of this session come, and of the days before do not, at a skew of %i ms',
    async (ahead) => {
      skew = ahead;
      const at = stall.now + skew;
      const old = place({ createdAt: at - 3 * 60 * MINUTE, modifiedAt: at + 5_000, status: 'completed' });
      const fresh = place({ createdAt: at + 1_000, modifiedAt: at + 1_000 });
      stall.now += MINUTE;
      await pull();
      expect([order(old.id)?.status, order(fresh.id)?.status]).toEqual([undefined, 'paid']);
    },
  );

  it('of an earlier session are still cancelled in it', async () => {
    const one = place();
    await stall.command('set-stock', { productId: 'peach', onHand: 10 });
    await pull();
    expect(stock('peach')?.sellable).toBe(9);
    stall.now += 600 * MINUTE;
    await stall.command('start-session', { session: {} });
    Object.assign(one, { status: 'cancelled', modifiedAt: stall.now });
    stall.now += MINUTE;
    await stall.restart();
    await pull();
    expect(stall.ledger.snapshot().state.alerts?.map(({ code }) => code)).toContain('late-order');
    expect(order(one.id)).toBeUndefined();
  });

  it.each([
    ['the same page for ever', 100, 200],
    ['more pages and nothing in them', 0, 9],
  ])('of a shop that answers %s are not asked for for ever', async (_, count, pages) => {
    for (let n = 0; n < count; n += 1) place();
    const rows = [...shop.orders.values()].map((one) => shop.orderBody(one));
    const headers = { 'x-wp-totalpages': String(pages) };
    await server.close();
    const strange = await startFakeShop([() => ({ body: rows, headers })], { now: () => stall.now });
    const base = new URL(strange.origin);
    const other = await openPulledStall({ source: 'woocommerce', base, key: WOO_KEY, secret: WOO_SECRET });
    const fault = await other.pull();
    expect(fault?.en).toBe(count > 0 ? 'its list of orders does not end' : undefined);
    expect(strange.asked.length).toBeLessThanOrEqual(12);
    await other.remove();
    await strange.close();
  });

  it('that cannot be read cost themselves alone', async () => {
    place();
    shop.orders.set(9, { ...place(), id: 'x'.repeat(400) as unknown as number });
    place();
    await pull();
    expect(totals()?.netOrders).toBeGreaterThanOrEqual(3);
  });

  it('go on where they were left when the shop failed in the middle', async () => {
    for (let n = 0; n < 250; n += 1) place({ modifiedAt: EVENING + n * 1_000 });
    stall.now += 5 * MINUTE;
    server.troubles.push(null, '500');
    expect((await stall.pull())?.en).toMatch(/in trouble/);
    const had = totals()?.netOrders;
    expect(had).toBe(100);
    const before = server.asked.length;
    await pull();
    expect(totals()?.netOrders).toBe(250);
    expect(new URL(server.asked[before]!, server.origin).searchParams.get('modified_after')).toBe(
      '2026-07-01T11:00:39',
    );
  });
});

describe('stock of WooCommerce', () => {
  beforeEach(async () => {
    await stall.command('put-product', listed('melon', { source: 'woocommerce', id: '94' }, 'woocommerce'));
    shop.products.set(94, { id: 94, stock: 12, modifiedAt: EVENING - 600 * MINUTE });
  });

  it('is that of the shop, though no modification tells of it', async () => {
    await pull();
    expect(stock('melon')).toMatchObject({ sellable: 12, basis: 'exact' });
    shop.products.get(94)!.stock = 15;
    stall.now += MINUTE;
    await pull();
    expect(stock('melon')?.sellable).toBe(15);
    shop.products.get(94)!.stock = -2;
    stall.now += MINUTE;
    await pull();
    expect(stock('melon')).toMatchObject({ sellable: 0, oversold: 2 });
  });

  it('stays fresh while the shop confirms it, and fills no log', async () => {
    await pull();
    const { offset } = stall.ledger.position;
    for (let n = 0; n < 80; n += 1) {
      stall.now += 15_000;
      await pull();
      expect(stall.now - Date.parse(stock('melon')!.observedAt)).toBeLessThanOrEqual(5 * MINUTE);
    }
    expect(stall.ledger.position.offset - offset).toBeLessThanOrEqual(4);
  });

  it('of a variation is its own, or its product’s where that counts', async () => {
    const source = { source: 'woocommerce', id: '22', variantId: '23' };
    await stall.command('put-product', listed('own', source, 'woocommerce'));
    await stall.command('put-product', listed('shared', { ...source, id: '30', variantId: '31' }, 'woocommerce'));
    const at = EVENING;
    shop.products.set(22, { id: 22, stock: 0, modifiedAt: at, type: 'variable', manageStock: false });
    shop.products.set(23, { id: 23, stock: 7, modifiedAt: at, parent: 22 });
    shop.products.set(30, { id: 30, stock: 40, modifiedAt: at, type: 'variable' });
    shop.products.set(31, { id: 31, stock: 40, modifiedAt: at, parent: 30, manageStock: 'parent' });
    await pull();
    expect([stock('own')?.sellable, stock('shared')?.sellable]).toEqual([7, 40]);
  });

  it('is left to the ledger where that owns it', async () => {
    shop.products.set(93, { id: 93, stock: 1, modifiedAt: EVENING });
    await pull();
    expect(stock('peach')).toBeUndefined();
    expect(stall.ledger.snapshot().state.alerts ?? []).toEqual([]);
  });
});
