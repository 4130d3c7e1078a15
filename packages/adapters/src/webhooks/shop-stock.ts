/**
 * How long a shop's figure is trusted, in ms.
 *
 * Shops tell a stock when it changes, and their messages have been seen to come an hour late. Half an hour without one is shown.
 */
export const SHOP_STOCK_TTL_MS = 30 * 60_000;
