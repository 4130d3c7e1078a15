import type { OrderEvent } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { essence, openStall, orderEvent, product, START, yuan } from './stall.fixture.js';

const peaches = (qty: number) => [{ ref: { id: 'shop-peach' }, qty }];

describe('the evening’s scenarios', () => {
  it('S1: 420 boxes go in 55 minutes and reach zero once', async () => {
    const { accept, do: run, changes, stock, totals, wait } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 420 });
    const from = changes.length;
    for (let i = 0; i < 420; i++) {
      wait(7_857);
      await accept(orderEvent(`${i}`));
    }
    const figures = changes
      .slice(from)
      .flatMap(({ puts }) => puts.flatMap((put) => (put.kind === 'stock' && put.value ? [put.value.sellable] : [])));
    expect(figures).toEqual(Array.from({ length: 420 }, (_, i) => 419 - i));
    expect(stock()).toMatchObject({ sellable: 0, oversold: 0, sold: 420 });
    expect(totals()).toMatchObject({ paidOrders: 420, netOrders: 420, units: 420, net: yuan(420 * 3_990) });
  });

  it('S2: a burst with repeats and disorder totals as its sorted log', async () => {
    const events = Array.from({ length: 60 }, (_, i) => [
      orderEvent(`${i}`, { sourceVersion: START + i, status: 'placed' }),
      orderEvent(`${i}`, { sourceVersion: START + i + 1_000, status: i % 7 === 0 ? 'cancelled' : 'paid' }),
    ]).flat();
    const repeats = events.filter((_, i) => i % 10 === 0);
    // Every seventh message arrives a dozen places late.
    const shuffled = [...events, ...repeats]
      .map((event, i) => ({ event, place: i % 7 === 0 ? i + 12.5 : i }))
      .sort((a, b) => a.place - b.place)
      .map(({ event }) => event);

    const [orderly, disorderly] = await Promise.all([openStall(), openStall()]);
    for (const { do: run } of [orderly, disorderly]) await run('set-stock', { productId: 'peach', onHand: 100 });
    for (const event of events) await orderly.accept(event);
    for (const event of shuffled) await disorderly.accept(event);
    expect(disorderly.totals()).toEqual(orderly.totals());
    expect(disorderly.stock()?.sellable).toBe(orderly.stock()?.sellable);
    expect(orderly.totals()?.netOrders).toBe(51);
  });

  it('S3: 200 jars, 260 paid, 60 cancelled for want of capacity', async () => {
    const { accept, do: run, stock, totals, alerts } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 200 });
    for (let i = 0; i < 260; i++) await accept(orderEvent(`${i}`, { sourceVersion: 1, total: yuan(2_200) }));
    expect(stock()).toMatchObject({ sellable: 0, oversold: 60 });
    expect(alerts()).toEqual(['oversold peach']);
    for (let i = 200; i < 260; i++) {
      await accept(
        orderEvent(`${i}`, { sourceVersion: 2, status: 'cancelled', reason: 'capacity', total: yuan(2_200) }),
      );
    }
    expect(stock()).toMatchObject({ sellable: 0, oversold: 0, sold: 200 });
    expect(alerts()).toEqual([]);
    expect(totals()).toMatchObject({
      gross: yuan(260 * 2_200),
      cancelled: yuan(60 * 2_200),
      net: yuan(200 * 2_200),
      paidOrders: 260,
      netOrders: 200,
      units: 200,
    });
  });

  it('S6: a goal of ten thousand yuan is reached and falls back after refunds', async () => {
    const { accept, do: run, state, totals } = await openStall();
    await run('set-goal', { goal: { id: 'tonight', metric: 'net-amount', target: 1_000_000, scope: 'stall' } });
    await accept(
      orderEvent('1', { sourceVersion: 1, total: yuan(900_000) }),
      orderEvent('2', { total: yuan(150_000) }),
    );
    const reached = () => totals()!.net.minor >= state().session!.goals[0]!.target;
    expect(reached()).toBe(true);
    await accept(
      orderEvent('1', {
        sourceVersion: 2,
        status: 'partially-refunded',
        total: yuan(900_000),
        refunded: yuan(100_000),
      }),
    );
    expect(totals()).toMatchObject({ net: yuan(950_000), refunded: yuan(100_000) });
    expect(reached()).toBe(false);
  });

  it('S7: two rooms sell from one pool, and it is conserved', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 100 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 60 });
    await run('allocate', { productId: 'peach', room: 'north', quantity: 40 });
    for (let i = 0; i < 100; i++) {
      await accept(orderEvent(`${i}`, { room: i % 5 < 3 ? 'main' : 'north' }));
      const { sellable, quotas } = stock()!;
      expect(quotas.reduce((sum, quota) => sum + quota.sellable, 0)).toBe(sellable);
    }
    expect(stock()).toMatchObject({ sellable: 0, oversold: 0 });
  });

  it('S10: whoever was away for 37 events catches up, or is told to take a snapshot', async () => {
    const { accept, ledger, storage, open, state } = await openStall();
    const left = ledger.position;
    for (let i = 0; i < 37; i++) await accept(orderEvent(`${i}`));
    expect(await ledger.changesAfter(left)).toHaveLength(37);

    await ledger.close();
    const again = await open();
    expect(again.position.epoch).toBe(left.epoch);
    expect(await again.changesAfter(left)).toHaveLength(37);
    // The shop sends everything once more after the break: no order is new.
    for (let i = 0; i < 37; i++) expect(await again.accept([orderEvent(`${i}`)])).toMatchObject({ repeated: true });
    expect(essence(again.snapshot().state)).toEqual(essence(state()));

    const lost = await openStall();
    expect(lost.ledger.position.epoch).not.toBe(left.epoch);
    expect(await lost.ledger.changesAfter(left)).toBeNull();
    expect(storage).not.toBe(lost.storage);
  });

  it('S11: orders whose ids differ in the last digits stay two', async () => {
    const { accept, state } = await openStall();
    await accept(orderEvent('820982911946154508'), orderEvent('820982911946154509'));
    expect(state().orders.map(({ orderId }) => orderId)).toEqual(['820982911946154508', '820982911946154509']);
  });

  it('S13: an order of 23:59:58 that is paid after midnight belongs to the session', async () => {
    const { accept, order, totals, state, wait } = await openStall();
    wait(Date.parse('2026-07-01T15:59:58.000Z') - START);
    const at = { occurredAt: '2026-07-01T23:59:58+08:00' };
    await accept(orderEvent('1', { ...at, sourceVersion: 1, status: 'placed' }));
    wait(5_000);
    await accept(orderEvent('1', { ...at, sourceVersion: 2 }));
    expect(order('1')).toMatchObject({ status: 'paid', occurredAt: '2026-07-01T23:59:58+08:00' });
    expect(totals()?.netOrders).toBe(1);
    expect(state().session?.id).toBe('session-1');
  });

  it('S9: a refunded ticket frees its slot', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'visit', onHand: 20 });
    const lines = [{ ref: { id: 'shop-visit' }, qty: 2 }];
    await accept(orderEvent('1', { sourceVersion: 1, lines }));
    await accept(orderEvent('1', { sourceVersion: 2, lines, status: 'refunded' }));
    expect(stock('visit')?.sellable).toBe(20);
  });

  it('S16: a price that is hidden, opened and hidden in the middle of a flash leaves nothing stale', async () => {
    const { do: run, offer } = await openStall();
    await run('open-price', { productId: 'peach', price: yuan(3_990) });
    await run('start-flash', { productId: 'peach', price: yuan(990), endsAt: '2026-07-01T12:00:00Z' });
    await run('hide-price', { productId: 'peach' });
    expect(JSON.stringify(offer())).not.toMatch(/3990|990/);
    await run('open-price', { productId: 'peach', price: yuan(2_990) });
    expect(offer()).toMatchObject({ price: yuan(2_990) });
  });

  it('a product whose stock goes from hand to the shop keeps its orders', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1', { lines: peaches(3) }));
    await run('put-product', { product: product('peach', { stockFrom: 'shop' }) });
    await accept(orderEvent('2', { lines: peaches(2) } satisfies Partial<OrderEvent>));
    await run('put-product', { product: product('peach') });
    expect(stock()).toMatchObject({ sellable: 5, sold: 5 });
  });
});
