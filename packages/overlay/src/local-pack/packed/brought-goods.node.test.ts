import { createMemoryStorage, openLedger } from '@stallcast/ledger';
import { exampleOffer, exampleProduct } from '@stallcast/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { broughtGoods } from './brought-goods.js';

const GOODS = { products: [exampleProduct()], offers: [exampleOffer()] };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('goods that came with a pack', () => {
  it('are taken once, with a price and without any stock', async () => {
    const ledger = await openLedger({ stall: 'x', storage: createMemoryStorage() });
    const brought = broughtGoods(ledger, GOODS);
    await brought?.load();
    const { products, offers, stocks } = ledger.snapshot().state;
    expect(products.map(({ title }) => title)).toEqual([exampleProduct().title]);
    expect(offers.map(({ price }) => price)).toEqual([exampleOffer().price]);
    expect(stocks).toEqual([]);

    const { offset } = ledger.position;
    await brought?.load();
    expect(ledger.position.offset).toBe(offset);
    await ledger.close();
  });

  it('are none where the pack brought none', async () => {
    const ledger = await openLedger({ stall: 'x', storage: createMemoryStorage() });
    expect(broughtGoods(ledger, undefined)).toBeNull();
    await ledger.close();
  });

  it('that somebody broke are left out with a word, and the others are taken', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const ledger = await openLedger({ stall: 'x', storage: createMemoryStorage() });
    const broken = { id: 7 } as unknown as ReturnType<typeof exampleProduct>;
    await broughtGoods(ledger, { ...GOODS, products: [broken, exampleProduct()] })?.load();
    expect(ledger.snapshot().state.products).toHaveLength(1);
    expect(said).toHaveBeenCalledTimes(1);
    await ledger.close();
  });
});
