import type { StockFigures } from '../polled/stall-reading.js';

/** What the Store API says of a product's stock. None of it is a stock figure by itself. */
export interface StoreStock {
  /** `simple`, `variation`, `variable`, … */
  type: string;
  isInStock: boolean;
  isOnBackorder: boolean;
  soldIndividually: boolean;
  /** Only at or below the shop's threshold of "low", and without what open checkouts hold. */
  lowStockRemaining: number | null;
  /** How many fit into a cart: stock − held, if that is above zero and no other limit is lower; 9999 without any limit. */
  maximum: number | null;
  /** How few fit into a cart. */
  minimum: number;
  /** Only so many at once, or twice, or thrice as many. */
  multiple: number;
  /** What the shop's page would say; null where the interface is too old to tell. */
  availabilityText: string | null;
}

/** What WooCommerce says where there is no limit. Never a stock. */
const NO_LIMIT = 9_999;

const UNKNOWN: StockFigures = { sellable: null, basis: 'exact' };
const SOME: StockFigures = { sellable: null, basis: 'boolean' };

/**
 * Reads a stock out of the Store API, of which each field alone is misleading.
 *
 * `maximum` is 9999 when all is sold or held by open checkouts, 1 when more was sold than there was, and raised to `minimum`
 * when less is left than that: it is a count only strictly between. What cannot be told apart is unknown, never a number.
 */
export function readStoreStock(stock: StoreStock): StockFigures {
  const { type, isInStock, isOnBackorder, soldIndividually, lowStockRemaining, maximum, minimum, availabilityText } =
    stock;
  // No limit is rounded down to a multiple like any other: in sixes it is 9996.
  const isUnlimited = maximum === null || maximum > NO_LIMIT - Math.max(1, stock.multiple);
  if (!isInStock) return { sellable: 0, basis: 'exact' };
  if (isOnBackorder) return { sellable: 0, basis: 'exact', policy: 'backorder' };
  // The figures of a product with variations are those of none of them.
  if (type === 'variable' || type === 'grouped' || type === 'external') return SOME;
  if (soldIndividually) return SOME;

  // A product that is not counted has nothing to say about its availability; one that is counted always has.
  if (lowStockRemaining === null && availabilityText === '' && isUnlimited) return SOME;
  if (isUnlimited) return UNKNOWN;
  if (minimum > 1 && maximum <= minimum) return UNKNOWN;
  if (lowStockRemaining !== null)
    return { sellable: Math.max(0, Math.min(lowStockRemaining, maximum)), basis: 'threshold' };
  // One left, or fewer than none: in either case it is not many.
  if (maximum <= 1) return { sellable: 1, basis: 'threshold' };
  return { sellable: maximum, basis: 'at-least' };
}
