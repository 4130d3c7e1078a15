import type { ShopAnswer } from './ask-shop.js';
import { readRows, type Row } from './read-rows.js';
import type { OrderPage } from './shop.js';
import { ShopFault } from './shop-fault.js';

/** WooCommerce gives no more at once. */
export const PAGE_ROWS = 100;

/** A list of more pages is none: a plugin that makes them up would be asked for ever. */
const MAX_QUESTIONS = 500;

/** How many orders a question names at most. */
const MAX_WITHOUT = 400;

/** `any` leaves out what lies in the trash, which is a cancellation. */
const LISTS = { orders: 'any', trash: 'trash' } as const;

/** What is asked of an order: a buyer's address, phone and e-mail never leave the shop. */
const FIELDS = [
  ...['id', 'status', 'currency', 'total', 'date_created_gmt', 'date_modified_gmt', 'date_paid_gmt'],
  ...['billing.first_name', 'billing.last_name', 'billing.country', 'billing.state'],
  ...['shipping.country', 'shipping.state', 'line_items', 'refunds'],
].join(',');

/**
 * Walks through the orders that were modified since each list was left, oldest first.
 *
 * The next page is asked for by the time of the last row and not by its number: an order that is modified while we read moves to
 * the end, and all after it move up by one, across the border of numbered pages. A page of one second is followed by the same
 * question without the orders that it held: within a second they come in no order.
 */
export async function* wooCommerceOrders(
  get: (path: string) => Promise<ShopAnswer>,
  from: (list: string) => number,
): AsyncIterable<OrderPage> {
  for (const [list, status] of Object.entries(LISTS)) {
    let after = from(list);
    let page = 1;
    let without: string[] = [];
    let newest = -Infinity;
    let before: string | null = null;
    for (let questions = 1; ; questions += 1) {
      const answer = await get(pathOf(status, after, page, without));
      const rows = readRows(answer.body);
      const times = rows.map(modifiedAt);
      newest = Math.max(newest, ...times.filter((time) => !Number.isNaN(time)));
      const isLast =
        rows.length === 0 || (rows.length < PAGE_ROWS && page >= Number(answer.header('x-wp-totalpages') ?? 0));
      const last = times.at(-1) ?? NaN;
      const moves = isAscending(times) && last - 1_000 > after;
      const reached = isLast ? newest : moves ? last : -Infinity;
      yield {
        list,
        rows,
        shopTime: answer.shopTime,
        // A row dated ahead of the shop's own clock must not hide those that come until then.
        reached: reached === -Infinity ? null : Math.min(reached, answer.shopTime ?? reached),
      };
      if (isLast) break;
      // A page by its number that is the one before it, or pages without end: whatever answers so is no list.
      const seen = page > 1 ? JSON.stringify(rows.map(({ fields }) => fields['id'])) : null;
      if (questions >= MAX_QUESTIONS || (seen !== null && seen === before)) {
        throw new ShopFault('订单一直翻不完：会再试', 'its list of orders does not end');
      }
      before = seen;
      if (moves) [after, page, without] = [last - 1_000, 1, []];
      else {
        without = [...without, ...rows.flatMap(idOf)];
        // A shop that leaves nothing out, or has so many of one second that no address would hold them, is read by number.
        if (without.length > MAX_WITHOUT || new Set(without).size < without.length) [page, without] = [page + 1, []];
      }
    }
  }
}

function pathOf(status: string, after: number, page: number, without: readonly string[]): string {
  const query = new URLSearchParams({
    status,
    modified_after: new Date(Math.max(0, after)).toISOString().slice(0, 19),
    dates_are_gmt: 'true',
    orderby: 'modified',
    order: 'asc',
    per_page: String(PAGE_ROWS),
    page: String(page),
    _fields: FIELDS,
    ...(without.length > 0 && { exclude: without.join(',') }),
  });
  return `/wp-json/wc/v3/orders?${query}`;
}

/** An id of WooCommerce is WordPress' own: it does not come near the end of JavaScript's numbers. */
function idOf({ fields: { id } }: Row): string[] {
  return typeof id === 'number' || (typeof id === 'string' && /^\d{1,20}$/.test(id)) ? [String(id)] : [];
}

/** The shop writes no zone at times that it calls GMT. NaN without one. */
function modifiedAt({ fields }: Row): number {
  const text = fields['date_modified_gmt'];
  return typeof text === 'string' ? Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`) : NaN;
}

function isAscending(times: readonly number[]): boolean {
  return times.every((time, index) => index === 0 || time >= times[index - 1]!);
}
