import type { StockFigures } from '../polled/stall-reading.js';

/** What the Storefront interface says about a variant's stock. */
export interface StorefrontStock {
  availableForSale: boolean;
  /** Sold on although there is none: orders wait for it. */
  currentlyNotInStock: boolean;
  /** Null where the token may not see it, or the shop does not count. */
  quantityAvailable: number | null;
}

/**
 * Reads a stock without believing what cannot be: a count is shown only where it is above zero and can be bought, or where
 * nothing can be bought.
 */
export function readStorefrontStock(stock: StorefrontStock): StockFigures {
  const { availableForSale, currentlyNotInStock, quantityAvailable } = stock;
  // What is sold on below zero is ordered ahead, not sold out; how far below is the shop's own affair.
  if (availableForSale && currentlyNotInStock) return { sellable: 0, basis: 'exact', policy: 'backorder' };
  if (!availableForSale) {
    const oversold = Math.max(0, -(quantityAvailable ?? 0));
    return { sellable: 0, basis: quantityAvailable === null ? 'boolean' : 'exact', oversold };
  }
  // For sale at a count of none: this variant is not counted.
  if (quantityAvailable === null || quantityAvailable <= 0) return { sellable: null, basis: 'boolean' };
  return { sellable: quantityAvailable, basis: 'exact' };
}
