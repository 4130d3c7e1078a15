import { deriveStockState, type StockState } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStock } from '../polled/stall-reading.js';
import { readStoreStock, type StoreStock } from './store-stock.js';

/** A product as the shop knows it, and the buyer does not. */
interface Shelf {
  /** Null: not counted. */
  stock: number | null;
  /** Held by open checkouts. */
  held: number;
  threshold: number;
  backorders: boolean;
  individually: boolean;
  /** Limits that plugins set. */
  minimum: number;
  multiple: number;
}

/**
 * What the Store API makes of it, after ProductSchema::get_low_stock_remaining, QuantityLimits::get_product_quantity_limit and
 * ::get_add_to_cart_limits, and WC_Product::get_availability_text, as published in the woocommerce repository (ProductSchema.php
 * at 0106958a, QuantityLimits.php at 00c61b07). Derived from the source, not captured from a shop.
 */
function storeApi({ stock, held, threshold, backorders, individually, minimum, multiple }: Shelf): StoreStock {
  const isInStock = stock === null || stock > 0 || backorders;
  const isOnBackorder = stock !== null && backorders && stock < 1;
  const low = stock !== null && stock <= threshold && !backorders ? Math.max(stock, 0) : null;
  const limits = [9_999];
  if (individually) limits.push(1);
  else if (!backorders && stock !== null) limits.push(stock - held);
  // array_filter drops zeros: all gone reads as no limit.
  const limit = Math.max(Math.min(...limits.filter((one) => one !== 0)), 1);
  const least = Math.max(minimum, 1);
  return {
    type: 'simple',
    isInStock,
    isOnBackorder,
    soldIndividually: individually,
    lowStockRemaining: low,
    maximum: Math.floor(Math.max(limit, least) / multiple) * multiple,
    minimum: Math.ceil(least / multiple) * multiple,
    multiple,
    availabilityText: !isInStock ? 'Out of stock' : isOnBackorder || stock === null ? '' : `${stock} in stock`,
  };
}

const plain = { held: 0, threshold: 2, backorders: false, individually: false, minimum: 1, multiple: 1 };
const fields = {
  type: 'simple',
  isOnBackorder: false,
  soldIndividually: false,
  minimum: 1,
  multiple: 1,
  availabilityText: null,
};

describe('S12 readStoreStock', () => {
  // The rows of stock, held, and what the shop's source makes of them.
  it.each([
    ['many', 420, 0, 420, null, { sellable: 420, basis: 'at-least' }, 'ample'],
    ['some', 12, 0, 12, null, { sellable: 12, basis: 'at-least' }, 'ample'],
    ['few', 2, 0, 2, 2, { sellable: 2, basis: 'threshold' }, 'low'],
    ['all of three held by open checkouts', 3, 3, 9_999, null, { sellable: null, basis: 'exact' }, 'unknown'],
    ['both of two held by open checkouts', 2, 2, 9_999, 2, { sellable: null, basis: 'exact' }, 'unknown'],
    ['one', 1, 0, 1, 1, { sellable: 1, basis: 'threshold' }, 'low'],
    ['none', 0, 0, 9_999, 0, { sellable: 0, basis: 'exact' }, 'sold-out'],
    ['six more sold than there were', -6, 0, 1, 0, { sellable: 0, basis: 'exact' }, 'sold-out'],
    ['not counted', null, 0, 9_999, null, { sellable: null, basis: 'boolean' }, 'ample'],
    ['two of fifty not held', 50, 48, 2, null, { sellable: 2, basis: 'at-least' }, 'ample'],
    ['one of fifty not held', 50, 49, 1, null, { sellable: 1, basis: 'threshold' }, 'low'],
    ['more than it says', 20_000, 0, 9_999, null, { sellable: null, basis: 'exact' }, 'unknown'],
  ] as const)('reads %s', (_, stock, held, maximum, low, figures, state: StockState) => {
    const said = storeApi({ ...plain, stock, held });
    expect(said).toMatchObject({ maximum, lowStockRemaining: low });
    expect(readStoreStock(said)).toEqual(figures);
    expect(deriveStockState({ ...readStock('a', 'woocommerce', readStoreStock(said)), observedAt: '' })).toBe(state);
  });

  it('calls 9999 unknown where an older shop says no more', () => {
    const said = { ...fields, isInStock: true, lowStockRemaining: null, maximum: 9_999 };
    expect(readStoreStock(said)).toEqual({ sellable: null, basis: 'exact' });
    expect(readStoreStock({ ...said, maximum: null })).toEqual({ sellable: null, basis: 'exact' });
  });

  it('knows no limit from a limit where products are sold in sixes', () => {
    expect(readStoreStock(storeApi({ ...plain, stock: 12, held: 12, multiple: 6 }))).toEqual({
      sellable: null,
      basis: 'exact',
    });
  });

  it('calls what is sold on below zero a backorder', () => {
    expect(readStoreStock(storeApi({ ...plain, stock: -4, backorders: true }))).toMatchObject({
      sellable: 0,
      policy: 'backorder',
    });
  });

  it.each(['variable', 'grouped', 'external'])('has no figure of a %s product', (type) => {
    expect(readStoreStock({ ...fields, type, isInStock: true, lowStockRemaining: null, maximum: 7 })).toEqual({
      sellable: null,
      basis: 'boolean',
    });
  });

  it('never shows 9999, nor more than can be sold, whatever is in the shop', () => {
    const shelf = fc.record({
      stock: fc.option(fc.oneof(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 10_000, max: 12_000 }))),
      held: fc.nat(15),
      threshold: fc.nat(10),
      backorders: fc.boolean(),
      individually: fc.boolean(),
      minimum: fc.constantFrom(1, 1, 2, 6),
      multiple: fc.constantFrom(1, 1, 2, 6),
    });
    fc.assert(
      fc.property(shelf, (one) => {
        const { sellable, basis, policy } = readStoreStock(storeApi(one));
        if (sellable === null) return;
        expect(sellable).not.toBe(9_999);
        const truth = one.stock === null ? Infinity : Math.max(0, one.stock - one.held);
        // Of a threshold no figure is shown, only "few left".
        if (basis === 'threshold') expect(one.stock).toBeGreaterThan(0);
        else if (policy !== 'backorder') expect(sellable).toBeLessThanOrEqual(truth);
      }),
      { numRuns: 2_000 },
    );
  });
});
