import type { Order, OrderStatus } from '@stallcast/protocol';
import type { Pace } from './order-ticker.state.js';

/** `ticker`: rows that run in. `toast`: one row. `list`: the newest orders, as they are. */
export type TickerLook = 'ticker' | 'toast' | 'list';

/** An order that is half an hour old is no news; the ticker is empty then and costs nothing. */
const NEWS_MS = 30 * 60_000;

/**
 * A row runs in at most twice a second: where it does so five times, text and board change places seven times a second,
 * and nothing is to flash above three (WCAG 2.3.1).
 */
const ROW_MS = 500;

/** How fast a look may change. */
export function paceOf(look: TickerLook, rows: number): Pace {
  const count = Math.min(10, Math.max(1, Math.floor(rows) || 1));
  switch (look) {
    case 'ticker':
      return { rows: count, everyMs: ROW_MS, surgeEveryMs: ROW_MS, waiting: 5, staleMs: NEWS_MS, mirrors: false };
    case 'list':
      return { rows: count, everyMs: 200, surgeEveryMs: 200, waiting: 0, staleMs: Infinity, mirrors: true };
    case 'toast':
    default:
      // In a surge the row stays, but not so long that "just bought" becomes untrue.
      return { rows: 1, everyMs: 1_200, surgeEveryMs: 12_000, waiting: 3, staleMs: NEWS_MS, mirrors: false };
  }
}

const STATUSES: readonly string[] = [
  'placed',
  'paid',
  'partially-refunded',
  'refunded',
  'cancelled',
] satisfies OrderStatus[];

/** Reads the attribute `statuses`; words that are none are left out, and without any it is `paid`. */
export function parseStatuses(text: string): ReadonlySet<string> {
  const known = text.split(/[\s,]+/).filter((word) => STATUSES.includes(word));
  return new Set(known.length > 0 ? known : ['paid']);
}

/** Which orders get a row, and which may keep it. Never one for the operator alone, nor another room's. */
export function orderRules(statuses: ReadonlySet<string>, room: string | null) {
  const isOurs = (order: Order) => !order.operatorOnly && (room === null || order.room === room);
  const stays = new Set([...statuses, ...(statuses.has('paid') ? ['partially-refunded'] : [])]);
  if (statuses.has('placed')) stays.add('paid').add('partially-refunded');
  return {
    shows: (order: Order) => isOurs(order) && statuses.has(order.status),
    stands: (order: Order) => isOurs(order) && stays.has(order.status),
  };
}
