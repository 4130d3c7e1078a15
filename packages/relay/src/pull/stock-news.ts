import type { Stock, StockEvent } from '@stallcast/protocol';

/** A figure that has not changed is told again so often, ms, that it never looks old while the shop confirms it. */
const REFRESH_MS = 5 * 60_000;

/**
 * Whether what a shop says of a stock is other than what the stall shows, or due again.
 *
 * The shop is asked four times a minute. To write each answer down would fill the log with nothing.
 */
export function isStockNews(stock: Stock | undefined, events: readonly StockEvent[], now: number): boolean {
  if (!stock || now - Date.parse(stock.observedAt) >= REFRESH_MS) return true;
  const uncounted = events.some(({ available }) => available === null);
  const sum = events.reduce((total, { available }) => total + (available ?? 0), 0);
  const policy = events.some((event) => event.policy === 'backorder') ? 'backorder' : 'deny';
  const isExact = !uncounted && events.every(({ basis }) => basis === 'exact');
  return (
    stock.sellable !== (uncounted ? null : Math.max(0, sum)) ||
    stock.oversold !== (uncounted ? 0 : Math.max(0, -sum)) ||
    stock.policy !== policy ||
    stock.basis !== (isExact ? 'exact' : 'boolean')
  );
}
