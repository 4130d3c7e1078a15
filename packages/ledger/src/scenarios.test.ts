import type { OrderEvent } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { essence, openStall, orderEvent, product } from './stall.fixture.js';

const peaches = (qty: number) => [{ ref: { id: 'shop-peach' }, qty }];

describe('an evening', () => {
  it('S10 whoever was away for 37 events catches up, or is told to take a snapshot', async () => {
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
