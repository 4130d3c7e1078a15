import { describe, expect, it } from 'vitest';
import { exampleCommands, setUpExampleStall } from './example-stall.js';
import { openLedger } from './ledger.js';
import { createMemoryStorage } from './memory-storage.js';

async function openExample(options?: Parameters<typeof setUpExampleStall>[1]) {
  const ledger = await openLedger({ stall: 'orchard', storage: createMemoryStorage() });
  await setUpExampleStall(ledger, options);
  return ledger;
}

describe('the example stall', () => {
  it('lists six products with their links, prices and stocks, peaches featured', async () => {
    const { state } = (await openExample()).snapshot();
    const rows = state.products.map(({ id, linkNo }) => [
      linkNo,
      id,
      state.offers.find(({ productId }) => productId === id)?.price?.minor,
      state.offers.find(({ productId }) => productId === id)?.compareAt?.price.minor,
      state.stocks.find(({ productId }) => productId === id)?.sellable,
    ]);
    expect(rows).toEqual([
      [1, 'peach', 3_990, 4_990, 186],
      [2, 'pepper', 5_800, 6_800, 8],
      [3, 'watermelon', 1_990, 2_590, 96],
      [4, 'noodles', 2_680, 3_200, 64],
      [6, 'cabbage', 2_200, undefined, 120],
      [8, 'ginseng', 29_800, undefined, 28],
    ]);
    expect(state.featured.stall).toEqual(['peach']);
  });

  it('is synthetic in every value that can say so', async () => {
    const { state } = (await openExample()).snapshot();
    const { session, rooms, products, offers, stocks, orders, totals } = state;
    const values = [session, ...rooms, ...products, ...offers, ...stocks, ...orders, totals.stall, totals.rooms.main];
    expect(values.every((value) => value?.synthetic)).toBe(true);
    expect(exampleCommands().every(({ synthetic }) => synthetic)).toBe(true);
  });

  it('has orders whose totals add up', async () => {
    const { state } = (await openExample()).snapshot();
    const sum = state.orders.reduce((total, order) => total + order.total!.minor, 0);
    expect(state.totals.stall).toMatchObject({ net: { minor: sum }, netOrders: state.orders.length });
    expect(state.alerts).toEqual([]);
  });

  it('finds its pictures where it is told', async () => {
    const { state } = (await openExample({ pictureBase: './pictures' })).snapshot();
    expect(state.products.map(({ media }) => media[0]?.url)).toContain('./pictures/peach.svg');
  });

  it('is set up once, also after a real session has begun', async () => {
    const ledger = await openExample();
    await ledger.command({ id: 'live', type: 'start-session', session: {} });
    const { position } = ledger;
    await setUpExampleStall(ledger);
    expect(ledger.position).toEqual(position);
  });
});
