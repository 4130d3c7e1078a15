import type { Stock } from './stock.js';

/**
 * The stock as one room may sell it: its own quota, or what is left when every quota is put aside.
 *
 * Rooms without a quota share that rest, so that all of them together never offer more than there is.
 */
export function stockInRoom(stock: Stock | null | undefined, room: string | undefined): Stock | null {
  if (!stock) return null;
  if (room === undefined || stock.quotas.length === 0) return stock;
  const quota = stock.quotas.find((one) => one.room === room);
  if (quota) {
    const sellable = Math.min(quota.sellable, stock.sellable ?? quota.sellable);
    return { ...stock, sellable, onHand: quota.quantity };
  }
  const aside = stock.quotas.reduce((sum, { sellable }) => sum + sellable, 0);
  const whole = stock.quotas.reduce((sum, { quantity }) => sum + quantity, 0);
  const rest = stock.sellable === null ? null : Math.max(0, stock.sellable - aside);
  return { ...stock, sellable: rest, onHand: stock.onHand === null ? null : Math.max(rest ?? 0, stock.onHand - whole) };
}
