/**
 * How long a shop's figure is trusted, in ms.
 *
 * Shops tell a stock when it changes, and their messages have been seen to come an hour late. Half an hour without one is shown.
 */
export const SHOP_STOCK_TTL_MS = 30 * 60_000;

/**
 * Makes the version of a stock figure from the shop's time of modification, in ms.
 *
 * Shops' clocks count seconds, and a surge sells several pieces in one. Within a second the lower figure is the later one: that is
 * right for every sale, and after a restock at most shows too little until the next message.
 */
export function stockVersion(modifiedAt: number, available: number | null): number {
  return modifiedAt % 1_000 === 0 ? modifiedAt + 999 - Math.min(999, Math.max(0, available ?? 999)) : modifiedAt;
}
