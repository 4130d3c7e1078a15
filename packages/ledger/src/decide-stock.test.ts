import { describe, expect, it } from 'vitest';
import { openStall, orderEvent, product, START, stockEvent } from './stall.fixture.js';

describe('set-stock', () => {
  it('says what can be sold now, whatever is promised already', async () => {
    const { accept, do: run, stock } = await openStall();
    await accept(orderEvent('1', { status: 'placed' }), orderEvent('2'));
    expect(stock()).toMatchObject({ onHand: null, sellable: null, reserved: 1, sold: 1 });
    await run('set-stock', { productId: 'peach', onHand: 12 });
    expect(stock()).toMatchObject({ onHand: 14, sellable: 12, reserved: 1, sold: 1, basis: 'exact', ttlMs: null });
  });

  it('takes a basis and keeps it', async () => {
    const { do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 12, basis: 'manual' });
    await run('set-stock', { productId: 'peach', onHand: 11 });
    expect(stock()?.basis).toBe('manual');
  });
});

describe('adjust-stock', () => {
  it('adds and takes away', async () => {
    const { do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 12 });
    await run('adjust-stock', { productId: 'peach', delta: -5, reason: 'damaged' });
    await run('adjust-stock', { productId: 'peach', delta: 2, reason: 'restock' });
    expect(stock()).toMatchObject({ onHand: 9, sellable: 9 });
  });

  it('may take more than is free, and tells', async () => {
    const { accept, do: run, stock, alerts } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 3 });
    await accept(orderEvent('1', { lines: [{ ref: { id: 'shop-peach' }, qty: 2 }] }));
    await run('adjust-stock', { productId: 'peach', delta: -2, reason: 'damaged' });
    expect(stock()).toMatchObject({ sellable: 0, oversold: 1 });
    expect(alerts()).toEqual(['oversold peach']);
  });

  it('refuses to take more than there is, and to adjust what was never counted', async () => {
    const { do: run, refused } = await openStall();
    const delta = { productId: 'peach', delta: -4, reason: 'gift' } as const;
    expect(await refused('adjust-stock', delta)).toMatchObject({ status: 409, code: 'stock-not-set' });
    await run('set-stock', { productId: 'peach', onHand: 3 });
    expect(await refused('adjust-stock', delta)).toEqual({
      status: 422,
      code: 'below-zero',
      message: {
        en: 'Taking 4 from the 3 pieces of "peach" leaves less than none: adjust by -3 at most.',
        'zh-CN': '只有 3 件，减去 4 件会变成负数，最多减 3 件。',
      },
    });
  });
});

describe('a stock that a shop counts', () => {
  it('is not set or adjusted by hand', async () => {
    const { refused } = await openStall();
    const owned = { status: 409, code: 'stock-owned-by-source' };
    expect(await refused('set-stock', { productId: 'melon', onHand: 1 })).toMatchObject(owned);
    expect(await refused('adjust-stock', { productId: 'melon', delta: 1, reason: 'other' })).toMatchObject(owned);
  });

  it('is the sum of its locations', async () => {
    const { accept, stock } = await openStall();
    await accept(stockEvent(7, { location: 'a' }), stockEvent(5, { location: 'b', basis: 'at-least' }));
    expect(stock('melon')).toMatchObject({
      stockFrom: 'shop',
      sellable: 12,
      onHand: null,
      reserved: null,
      sold: null,
      oversold: 0,
      basis: 'at-least',
      ttlMs: 900_000,
    });
  });

  it('takes the newest version of each location and never a later message of an older one', async () => {
    const { accept, stock, ledger } = await openStall();
    await accept(stockEvent(3, { sourceVersion: 5 }));
    const { position } = ledger;
    await accept(stockEvent(9, { sourceVersion: 4 }));
    expect(stock('melon')?.sellable).toBe(3);
    expect(ledger.position).toEqual(position);
  });

  it('takes the lower of two figures of one version', async () => {
    const { accept, stock } = await openStall();
    await accept(stockEvent(3), stockEvent(5), stockEvent(2));
    expect(stock('melon')?.sellable).toBe(2);
  });

  it('is uncounted where the shop does not count it', async () => {
    const { accept, stock } = await openStall();
    await accept(stockEvent(7, { location: 'a' }), stockEvent(null, { location: 'b' }));
    expect(stock('melon')).toMatchObject({ sellable: null, basis: 'boolean', oversold: 0 });
  });

  it('below zero is oversold', async () => {
    const { accept, stock, alerts } = await openStall();
    await accept(stockEvent(-4));
    expect(stock('melon')).toMatchObject({ sellable: 0, oversold: 4 });
    expect(alerts()).toEqual(['oversold melon']);
  });

  it('is as old as its newest figure and takes that one’s time to live', async () => {
    const { accept, stock } = await openStall();
    const later = new Date(START + 60_000).toISOString();
    await accept(
      stockEvent(7, { location: 'a', observedAt: later, ttlMs: 1_000 }),
      stockEvent(5, { location: 'b', sourceVersion: START + 99 }),
    );
    expect(stock('melon')).toMatchObject({ observedAt: later, ttlMs: 1_000 });
  });

  it('passes on whether more may be sold than there is', async () => {
    const { accept, stock } = await openStall();
    await accept(stockEvent(0, { policy: 'backorder' }));
    expect(stock('melon')).toMatchObject({ sellable: 0, policy: 'backorder' });
  });

  it('of a product that the ledger counts alerts and changes nothing', async () => {
    const { accept, do: run, stock, alerts } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await accept(stockEvent(99, { ref: { id: 'shop-peach' } }));
    expect(stock()?.sellable).toBe(5);
    expect(alerts()).toEqual(['stock-from-wrong-side peach']);
  });

  it('of a product that is not listed is no news', async () => {
    const { accept, ledger, alerts } = await openStall();
    const { position } = ledger;
    expect(await accept(stockEvent(99, { ref: { id: 'stranger' } }))).toMatchObject({ ok: true });
    expect(ledger.position).toEqual(position);
    expect(alerts()).toEqual([]);
  });

  it('comes back when the product goes to the ledger and returns', async () => {
    const { accept, do: run, stock } = await openStall();
    await accept(stockEvent(7));
    await run('put-product', { product: product('melon') });
    expect(stock('melon')).toBeUndefined();
    await run('put-product', { product: product('melon', { stockFrom: 'shop' }) });
    expect(stock('melon')).toMatchObject({ stockFrom: 'shop', sellable: 7 });
  });
});

describe('a hold', () => {
  it.each([
    ['sold-out', 'sold-out'],
    ['pause', 'paused'],
  ] as const)('is put by %s and ended by resume, whoever counts', async (type, hold) => {
    const { do: run, stock, accept } = await openStall();
    await accept(stockEvent(7));
    for (const productId of ['peach', 'melon']) {
      await run(type, { productId });
      expect(stock(productId)?.hold).toBe(hold);
      await run('resume', { productId });
      // With neither a hold nor a figure there is nothing to say of the peaches.
      expect(stock(productId)?.hold).toBe(productId === 'melon' ? 'none' : undefined);
    }
    expect(stock('melon')?.sellable).toBe(7);
  });
});

describe('allocate', () => {
  it('gives rooms parts of one pool, which their own orders use up', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 6 });
    await run('allocate', { productId: 'peach', room: 'north', quantity: 4 });
    await accept(orderEvent('1', { room: 'north', sourceVersion: 1, lines: [{ ref: { id: 'shop-peach' }, qty: 3 }] }));
    expect(stock()).toMatchObject({
      sellable: 7,
      quotas: [
        { room: 'main', quantity: 6, sellable: 6 },
        { room: 'north', quantity: 4, sellable: 1 },
      ],
    });
    await accept(orderEvent('1', { room: 'north', sourceVersion: 2, status: 'cancelled' }));
    expect(stock()?.quotas[1]).toEqual({ room: 'north', quantity: 4, sellable: 4 });
  });

  it('never lets a room sell more than there is', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 5 });
    await accept(orderEvent('1', { room: 'north', lines: [{ ref: { id: 'shop-peach' }, qty: 4 }] }));
    expect(stock()?.quotas).toEqual([{ room: 'main', quantity: 5, sellable: 1 }]);
  });

  it('ends with nothing', async () => {
    const { do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 5 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 0 });
    expect(stock()?.quotas).toEqual([]);
  });

  it('refuses more than is free, and a room that sells nothing', async () => {
    const { do: run, refused } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 3 });
    expect(await refused('allocate', { productId: 'peach', room: 'north', quantity: 3 })).toMatchObject({
      status: 409,
      code: 'over-allocated',
      message: { 'zh-CN': '可分配的只有 2 件，不够 3 件，请减少数量，或先从别的直播间收回。' },
    });
    expect(await refused('allocate', { productId: 'peach', room: 'studio', quantity: 1 })).toMatchObject({
      status: 409,
      code: 'room-without-commerce',
    });
  });
});

it.each(['set-stock', 'adjust-stock', 'sold-out', 'pause', 'resume', 'allocate'] as const)(
  '%s refuses a product that is not listed',
  async (type) => {
    const { refused } = await openStall();
    const fields = { productId: 'plum', onHand: 1, delta: 1, reason: 'gift', room: 'main', quantity: 1 } as const;
    expect(await refused(type, fields)).toMatchObject({ status: 404, code: 'unknown-product' });
  },
);
