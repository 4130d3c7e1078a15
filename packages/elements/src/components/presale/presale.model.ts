import type { Product, Stock } from '@stallcast/protocol';
import { leafDay, type LeafDay } from '../../internal/calendar-day.js';
import { amountText } from '../../internal/amount-text.js';
import { isCount } from '../../internal/count-text.js';
import type { PresaleWords } from '../../words/index.js';

/** What the presale shows, free of the DOM. */
export interface PresaleView {
  productId: string;
  /** The day by which what is ordered now is sent. */
  by: LeafDay;
  /** That moment, ISO 8601. */
  promisedBy: string;
  /** How much of that day's making is taken, 0 to 1. */
  taken: number;
  /** In words: what waits, and what is made a day. */
  queued: string;
  capacity: string;
  /** When the promise is over, in ms. */
  endsAt: number;
  isSynthetic: boolean;
}

export interface PresaleSource {
  product: Product | null | undefined;
  stock: Stock | null | undefined;
  /** The server's time, in ms. */
  now: number;
  timeZone: string | undefined;
  words: PresaleWords;
}

/**
 * Derives a workshop's promise from what waits and what it makes a day. Null where nothing is promised, where the sale is
 * held, or where the promised day is over: a date that has passed is no promise.
 */
export function derivePresaleView({ product, stock, now, timeZone, words }: PresaleSource): PresaleView | null {
  const capacity = stock?.capacity;
  if (!product || !stock || !capacity || stock.policy !== 'presale' || stock.hold !== 'none') return null;
  const { perDay, queue, promisedBy } = capacity;
  const by = leafDay(promisedBy, words, timeZone, now);
  const endsAt = endOf(promisedBy);
  if (!by || !isCount(perDay) || perDay === 0 || !isCount(queue) || endsAt <= now) return null;

  const unit = words.unit(product.saleUnit ?? 'piece');
  return {
    productId: product.id,
    by,
    promisedBy,
    taken: (queue % perDay) / perDay,
    queued: words.inQueue(amountText(queue, words), unit),
    capacity: words.madeADay(amountText(perDay, words), unit),
    endsAt,
    isSynthetic: Boolean(stock.synthetic ?? product.synthetic),
  };
}

/** A day alone lasts until everywhere is past it. */
function endOf(promisedBy: string): number {
  const at = Date.parse(promisedBy);
  return /^\d{4}-\d{2}-\d{2}$/.test(promisedBy) ? at + 36 * 3_600_000 : at;
}
