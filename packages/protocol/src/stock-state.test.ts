import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveStockState } from './stock-state.js';
import type { Stock } from './stock.js';

const stock = (fields: Partial<Stock>): Stock => ({
  productId: 'peach',
  stockFrom: 'ledger',
  onHand: 100,
  reserved: 0,
  sold: 0,
  sellable: 100,
  oversold: 0,
  quotas: [],
  hold: 'none',
  basis: 'exact',
  policy: 'deny',
  observedAt: '2026-07-01T11:00:00.000Z',
  ttlMs: null,
  ...fields,
});

describe('deriveStockState', () => {
  it.each<[string, Partial<Stock> | null, string]>([
    ['no stock', null, 'unknown'],
    ['plenty', {}, 'ample'],
    ['few', { sellable: 12 }, 'low'],
    ['one', { sellable: 1 }, 'last'],
    ['one, but it may be more', { sellable: 1, basis: 'at-least' }, 'ample'],
    ['none', { sellable: 0 }, 'sold-out'],
    ['none, some unpaid', { sellable: 0, reserved: 3 }, 'reserved-out'],
    ['too many promised', { sellable: 0, oversold: 4 }, 'oversold'],
    ['held as sold out', { hold: 'sold-out' }, 'sold-out'],
    ['held, and oversold', { hold: 'sold-out', oversold: 3, sellable: 0 }, 'sold-out'],
    ['paused', { hold: 'paused', sellable: 0 }, 'paused'],
    ['presale', { policy: 'presale', sellable: 0 }, 'presale'],
    ['backorder, none left', { policy: 'backorder', sellable: 0 }, 'presale'],
    ['in stock, uncounted', { sellable: null, basis: 'boolean' }, 'ample'],
    ['low, uncounted', { sellable: null, basis: 'threshold' }, 'low'],
    ['no figure', { sellable: null }, 'unknown'],
  ])('%s', (_, fields, state) => {
    expect(deriveStockState(fields && stock(fields))).toBe(state);
  });

  it('never says that there is something where nothing can be sold', () => {
    fc.assert(
      fc.property(
        fc.record({
          oversold: fc.nat(5),
          reserved: fc.nat(5),
          hold: fc.constantFrom('none' as const, 'paused' as const, 'sold-out' as const),
          basis: fc.constantFrom(
            'exact' as const,
            'at-least' as const,
            'threshold' as const,
            'boolean' as const,
            'manual' as const,
          ),
          policy: fc.constantFrom('deny' as const, 'backorder' as const, 'presale' as const),
        }),
        (fields) => !['ample', 'low', 'last'].includes(deriveStockState(stock({ ...fields, sellable: 0 }))),
      ),
    );
  });
});
