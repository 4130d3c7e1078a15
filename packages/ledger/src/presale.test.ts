import { describe, expect, it } from 'vitest';
import { openStall, orderEvent, product, START } from './stall.fixture.js';

const DAY_MS = 86_400_000;
const jars = (perDay: number, startsOn?: string) =>
  product('peach', { saleUnit: 'jar', presale: { perDay, ...(startsOn !== undefined && { startsOn }) } });
const order = (n: number, qty: number) => orderEvent(`${n}`, { lines: [{ ref: { id: 'shop-peach' }, qty }] });

describe('a presale', () => {
  it('shows its capacity before the first order: tomorrow is the first day of making', async () => {
    const { do: run, stock } = await openStall();
    await run('put-product', { product: jars(120) });
    expect(stock()).toMatchObject({
      policy: 'presale',
      sellable: null,
      oversold: 0,
      capacity: { perDay: 120, queue: 0, promisedBy: '2026-07-02T23:59:59+08:00' },
    });
  });

  it('promises day 3 to whoever comes after 300 at 120 a day, and another day when the capacity changes', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('put-product', { product: jars(120, '2026-07-02') });
    await accept(order(1, 200));
    await accept({ ...order(2, 100), status: 'placed' });
    expect(stock()?.capacity).toEqual({ perDay: 120, queue: 300, promisedBy: '2026-07-04T23:59:59+08:00' });

    await run('put-product', { product: jars(60, '2026-07-02') });
    expect(stock()?.capacity).toEqual({ perDay: 60, queue: 300, promisedBy: '2026-07-07T23:59:59+08:00' });
    const faster = await run('put-product', { product: jars(400, '2026-07-02') });
    expect(stock()?.capacity?.promisedBy).toBe('2026-07-02T23:59:59+08:00');
    await run('undo', { commandId: faster });
    expect(stock()?.capacity?.promisedBy).toBe('2026-07-07T23:59:59+08:00');
  });

  it.each([
    [119, '2026-07-02'],
    [120, '2026-07-03'],
    [239, '2026-07-03'],
    [240, '2026-07-04'],
  ])('with %i waiting is ready on %s', async (units, day) => {
    const { accept, do: run, stock } = await openStall();
    await run('put-product', { product: jars(120) });
    await accept(order(1, units));
    expect(stock()?.capacity?.promisedBy).toBe(`${day}T23:59:59+08:00`);
  });

  it('lets a cancelled order leave the queue, and what was made too', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('put-product', { product: jars(120) });
    await accept(order(1, 200), order(2, 100));
    await accept({ ...order(2, 100), eventId: 'x', sourceVersion: START + 1, status: 'cancelled' });
    expect(stock()?.capacity?.queue).toBe(200);

    const made = await run('adjust-stock', { productId: 'peach', delta: 120, reason: 'restock' });
    expect(stock()).toMatchObject({ onHand: 120, sellable: 0, oversold: 0, capacity: { queue: 80 } });
    await run('adjust-stock', { productId: 'peach', delta: 120, reason: 'restock' });
    expect(stock()).toMatchObject({ sellable: 40, capacity: { queue: 0 } });
    expect(made).not.toBe('');
    await run('set-stock', { productId: 'peach', onHand: 0 });
    expect(stock()).toMatchObject({ sellable: 0, capacity: { queue: 0 } });
  });

  it('undoes the first pieces made as if they had never been', async () => {
    const { do: run, stock } = await openStall();
    await run('put-product', { product: jars(120) });
    const made = await run('adjust-stock', { productId: 'peach', delta: 120, reason: 'restock' });
    await run('undo', { commandId: made });
    expect(stock()).toMatchObject({ onHand: null, capacity: { queue: 0 } });
  });

  it('counts from the day of the newest order, by the session’s time zone', async () => {
    const { accept, do: run, stock, wait } = await openStall();
    await run('put-product', { product: jars(120) });
    // 00:30 of the second in Wuxi; still the first by UTC.
    wait(5.5 * 3_600_000);
    await accept(order(1, 1));
    expect(stock()?.capacity?.promisedBy).toBe('2026-07-03T23:59:59+08:00');
    wait(3 * DAY_MS);
    await run('start-session', { session: { tz: 'UTC' } });
    expect(stock()?.capacity?.promisedBy).toBe('2026-07-05T23:59:59+00:00');
  });

  it('is never oversold while it lasts, and is when it ends', async () => {
    const { accept, do: run, stock, alerts } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await run('put-product', { product: jars(5) });
    await accept(order(1, 30));
    expect(stock()).toMatchObject({ oversold: 0, capacity: { queue: 20 } });
    expect(alerts()).toEqual([]);
    await run('put-product', { product: product('peach') });
    expect(stock()).toMatchObject({ oversold: 20, policy: 'deny' });
    expect(stock()?.capacity).toBeUndefined();
    expect(alerts()).toEqual(['oversold peach']);
  });

  it('is the ledger’s own: a shop that counts has its own', async () => {
    const { refused } = await openStall();
    expect(await refused('put-product', { product: { ...jars(5), stockFrom: 'shop' } })).toMatchObject({
      status: 409,
      code: 'presale-of-a-source',
    });
  });
});
