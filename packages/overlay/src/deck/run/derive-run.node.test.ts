import type { Product, StockHold } from '@stallcast/protocol';
import { createMemoryStorage, openLedger } from '@stallcast/ledger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRun, reorder } from './derive-run.js';

const product = (id: string, order?: number): Product => ({
  id,
  kind: 'goods',
  title: id,
  media: [],
  promises: [],
  sources: [],
  stockFrom: 'ledger',
  ...(order !== undefined && { run: { order } }),
});

const nextOf = (products: readonly Product[], featured: readonly string[], holds: Record<string, StockHold> = {}) =>
  deriveRun({ products, featured, stockOf: (id) => ({ hold: holds[id] ?? 'none' }) }).find(({ isNext }) => isNext)
    ?.product.id;

describe('deriveRun', () => {
  it('goes by the order that was given, and tells what was left out last', () => {
    const run = deriveRun({
      products: [product('a'), product('b', 2), product('c', 1)],
      featured: ['c'],
      stockOf: () => null,
    });
    expect(run.map(({ product: { id }, isInRun, isOnAir, isNext }) => [id, isInRun, isOnAir, isNext])).toEqual([
      ['c', true, true, false],
      ['b', true, false, true],
      ['a', false, false, false],
    ]);
  });

  it('passes over what is held, and begins again after the last', () => {
    const products = [product('a'), product('b'), product('c')];
    expect(nextOf(products, ['a'], { b: 'paused' })).toBe('c');
    expect(nextOf(products, ['c'])).toBe('a');
    expect(nextOf(products, [], { a: 'sold-out', b: 'paused', c: 'sold-out' })).toBeUndefined();
  });

  it('announces what the ledger then features', async () => {
    const shape = fc.array(
      fc.record({
        order: fc.option(fc.nat(5), { nil: undefined }),
        hold: fc.constantFrom<StockHold>('none', 'none', 'paused'),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(shape, fc.nat(5), async (goods, shown) => {
        const ledger = await openLedger({ stall: 'run', storage: createMemoryStorage() });
        for (const [index, { order, hold }] of goods.entries()) {
          await ledger.command({ id: `p${index}`, type: 'put-product', product: product(`p${index}`, order) });
          if (hold === 'paused') await ledger.command({ id: `h${index}`, type: 'pause', productId: `p${index}` });
        }
        const featured = shown < goods.length ? [`p${shown}`] : [];
        if (featured.length > 0) await ledger.command({ id: 'feature', type: 'feature', productIds: featured });
        const { products } = ledger.snapshot().state;
        const expected = nextOf(
          products,
          featured,
          Object.fromEntries(goods.map(({ hold }, index) => [`p${index}`, hold])),
        );
        const outcome = await ledger.command({ id: 'next', type: 'next-in-run' });
        expect(outcome.ok ? ledger.snapshot().state.featured.stall : undefined).toEqual(
          expected ? [expected] : undefined,
        );
        await ledger.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('reorder', () => {
  it('saves only what moved, and takes the place from what was left out', () => {
    const products = [product('a', 1), product('b', 2), product('c', 3)];
    expect(reorder(products, ['a', 'c'])).toEqual([product('b'), product('c', 2)]);
    expect(reorder(products, ['a', 'b', 'c'])).toEqual([]);
  });
});
