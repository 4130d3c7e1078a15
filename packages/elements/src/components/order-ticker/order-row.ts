import { formatMoney, type Order, type Product, type SaleUnit, type Stock } from '@stallcast/protocol';
import type { TickerWords } from '../../words/index.js';
import type { Row } from './order-ticker.state.js';

/** What one row says, in words. Empty texts are left out. */
export interface OrderRow {
  key: number;
  buyer: string;
  region: string;
  verb: string;
  qty: string;
  amount: string;
  /** Empty for what has just happened. */
  age: string;
  /** In place of verb and quantity, once it was taken back. */
  struck: string;
  returned: number;
  synthetic: boolean;
}

/** An order this young was "just" bought. */
export const JUST_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Names come from strangers: no row carries more than this of one. */
const LONGEST = 24;
/** Characters that would turn the line around or break it, and halves of a pair. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Puts a row into words. `wall` is ms since 1970, by the server's clock. */
export function deriveOrderRow(
  { key, order, struckAt, returned }: Row,
  words: TickerWords,
  wall: number,
  productOf: (id: string) => Product | null,
): OrderRow {
  const age = ageOf(order, wall);
  return {
    key,
    buyer: shorten(order.buyer.mask),
    region: order.region ? shorten(words.region(shortRegion(order.region.name), order.region.name)) : '',
    verb: age < JUST_MS ? words.justBought : words.bought,
    qty: quantity(order, words, productOf),
    amount: order.total ? formatMoney(order.total) : '',
    age: age < JUST_MS ? '' : words.ago(age),
    struck: struckAt === null ? '' : order.status === 'refunded' ? words.orderRefunded : words.orderCancelled,
    returned: struckAt === null ? 0 : returned,
    synthetic: order.synthetic === true,
  };
}

/** Ms until the age of one of the rows reads differently; Infinity for none. */
export function untilAgeRepaint(rows: readonly Row[], wall: number): number {
  return rows.reduce((soonest, { order }) => {
    const age = ageOf(order, wall);
    const step = age < HOUR_MS ? 60_000 : HOUR_MS;
    return Math.min(soonest, step - (age % step));
  }, Infinity);
}

/**
 * How many units of a cancelled order are on sale again.
 *
 * Only what the ledger owns, counts and has free is told: of oversold, held or shared stock, and of a shop's own
 * figure, nothing.
 */
export function returnedUnits(order: Order, stockOf: (id: string) => Stock | null): number {
  if (order.status !== 'cancelled') return 0;
  const units = new Map<string, number>();
  for (const { productId, qty } of order.lines) {
    if (productId !== null) units.set(productId, (units.get(productId) ?? 0) + qty);
  }
  let returned = 0;
  for (const [id, qty] of units) {
    const stock = stockOf(id);
    const isTold = stock?.stockFrom === 'ledger' && stock.hold === 'none' && stock.quotas.length === 0;
    if (isTold && (stock.basis === 'exact' || stock.basis === 'manual')) returned += Math.min(qty, stock.sellable ?? 0);
  }
  return returned;
}

/** Units over all listed lines. Empty while the detail has not come. */
function quantity(order: Order, words: TickerWords, productOf: (id: string) => Product | null): string {
  const units = new Set<SaleUnit>();
  let qty = 0;
  for (const line of order.lines) {
    if (line.productId === null) continue;
    qty += line.qty;
    units.add(productOf(line.productId)?.saleUnit ?? 'piece');
  }
  const [unit = 'piece'] = units.size === 1 ? units : [];
  return qty > 0 ? words.orderQty(qty, unit) : '';
}

/** A shop's clock that is ahead, or says nothing, makes no order older than now. */
function ageOf({ occurredAt }: Order, wall: number): number {
  const age = wall - Date.parse(occurredAt);
  return age > 0 ? age : 0;
}

/** Takes the rank off a region's name: 浙江省 is 浙江 in a row. */
function shortRegion(name: string): string {
  return name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u, '') || name;
}

function shorten(text: string): string {
  // Cut between characters, not inside a pair; the first slice keeps the work small.
  const letters = [...text.slice(0, LONGEST * 8).replace(UNSEEN, '')];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
}
