import type { Stock, StockState } from './stock.js';

/** At this many units and below, a stock counts as low unless the product says otherwise. */
export const DEFAULT_LOW_AT = 20;

/**
 * Derives what a widget shows from a stock: the one place where this is decided.
 *
 * A hold of the operator wins over figures. `oversold` is for the operator; a widget on air shows it as sold out.
 * A figure that is not a count (threshold, boolean) is never called "last".
 */
export function deriveStockState(stock: Stock | null | undefined, lowAt = DEFAULT_LOW_AT): StockState {
  if (!stock) return 'unknown';
  if (stock.hold === 'sold-out') return 'sold-out';
  if (stock.hold === 'paused') return 'paused';
  if (stock.policy === 'presale') return 'presale';
  if (stock.oversold > 0) return 'oversold';

  const { sellable } = stock;
  if (sellable === null) return stock.basis === 'boolean' ? 'ample' : stock.basis === 'threshold' ? 'low' : 'unknown';
  if (sellable === 0) {
    if (stock.policy === 'backorder') return 'presale';
    return (stock.reserved ?? 0) > 0 ? 'reserved-out' : 'sold-out';
  }
  if (stock.basis === 'threshold') return 'low';
  if (stock.basis === 'boolean') return 'ample';
  if (sellable === 1 && stock.basis !== 'at-least') return 'last';
  return sellable <= lowAt && stock.basis !== 'at-least' ? 'low' : 'ample';
}
