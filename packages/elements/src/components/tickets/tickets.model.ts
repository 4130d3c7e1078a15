import { stockInRoom, type Product, type Stock } from '@stallcast/protocol';
import { dayEnd, dayOf, leafDay, type LeafDay } from '../../internal/calendar-day.js';
import { plainText } from '../../internal/fit-text.js';
import type { TicketsWords } from '../../words/index.js';
import { deriveAirState } from '../stock-counter/stock-counter.model.js';
import { countText, isCount } from '../../internal/count-text.js';

/** What a day has left: a number, a word in its place, or nothing more. */
export type DayState = 'open' | 'low' | 'full' | 'paused' | 'unknown';

/** One day with its slots. */
export interface TicketDay {
  productId: string;
  iso: string;
  day: LeafDay;
  state: DayState;
  /** Empty where a word stands in its place. */
  figures: string;
  /** After the figures; or the word. */
  word: string;
}

/** What the tickets show, free of the DOM. */
export interface TicketsView {
  heading: string;
  days: readonly TicketDay[];
  /** In words, how many more days there are; empty for none. */
  more: string;
  isAllFull: boolean;
  /** When the days have to be looked at again, in ms. */
  nextAt: number;
  /** For how long the oldest figure has been beyond its time, in ms; 0 for none. */
  oldForMs: number;
  isSynthetic: boolean;
}

export interface TicketsSource {
  products: readonly Product[];
  stocks: readonly Stock[];
  room: string | undefined;
  /** Which tickets; empty for all that have a day. */
  productIds: readonly string[];
  heading: string;
  /** How many days there is room for. */
  most: number;
  now: number;
  timeZone: string | undefined;
  words: TicketsWords;
}

/** A day is low at this many slots and below, where the product does not say. */
const LOW_AT = 5;

/** Derives the days that are to come, the nearest first. Null where no ticket has one. */
export function deriveTicketsView(source: TicketsSource): TicketsView | null {
  const { products, stocks, room, productIds, now, timeZone, words } = source;
  const today = dayOf(now, timeZone);
  const dated = products
    .flatMap((product) => {
      const { kind, day: iso = '', id } = product;
      const day = kind === 'ticket' && (productIds.length === 0 || productIds.includes(id)) && iso >= today;
      const leaf = day ? leafDay(iso, words, timeZone, now) : null;
      return leaf ? [{ product, iso, leaf }] : [];
    })
    .sort((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0));
  if (dated.length === 0) return null;

  const told = new Map(stocks.map((stock) => [stock.productId, stock]));
  const days = dated.map(({ product, iso, leaf }) =>
    dayOfStock(product, iso, leaf, stockInRoom(told.get(product.id), room), words),
  );
  const expiries = dated.flatMap(({ product }) => {
    const stock = told.get(product.id);
    return stock && stock.ttlMs !== null ? [Date.parse(stock.observedAt) + stock.ttlMs + 1] : [];
  });
  const oldest = Math.min(...dated.map(({ product: { id } }) => expiredSince(told.get(id), now)));
  const shown = days.slice(0, source.most);
  return {
    heading: plainText(source.heading, 60) || words.visits,
    days: shown,
    more: days.length > shown.length ? words.moreDays(days.length - shown.length) : '',
    isAllFull: days.every(({ state }) => state === 'full'),
    nextAt: Math.min(dayEnd(now, timeZone), ...expiries.filter((at) => at > now)),
    oldForMs: oldest < now ? now - oldest : 0,
    isSynthetic: dated.some(({ product }) => Boolean(product.synthetic ?? told.get(product.id)?.synthetic)),
  };
}

function dayOfStock(product: Product, iso: string, day: LeafDay, stock: Stock | null, words: TicketsWords): TicketDay {
  const { id: productId, lowAt } = product;
  const head = { productId, iso, day, figures: '' };
  const air = deriveAirState(stock, lowAt ?? LOW_AT);
  if (!stock || air === 'unknown') return { ...head, state: 'unknown', word: words.reading };
  if (air === 'paused') return { ...head, state: 'paused', word: words.paused };
  if (air === 'sold-out' || air === 'reserved-out') return { ...head, state: 'full', word: words.dayFull };

  const { sellable, basis } = stock;
  const state = air === 'low' || air === 'last' ? 'low' : 'open';
  if (basis === 'threshold') return { ...head, state: 'low', word: words.lowWord };
  if (basis === 'boolean' || !isCount(sellable)) return { ...head, state, word: words.dayOpen };
  if (sellable === 0) return { ...head, state: 'full', word: words.dayFull };
  const { figures, suffix } = countText(sellable, words);
  const plus = basis === 'at-least' && !suffix.includes('+') ? '+' : '';
  return { ...head, state, figures: `${figures}${suffix}${plus}`, word: words.slotsLeft };
}

/** Since when a source's figure is beyond its time; infinity where it is not. */
function expiredSince(stock: Stock | undefined, now: number): number {
  if (!stock || stock.ttlMs === null) return Infinity;
  const observedAt = Date.parse(stock.observedAt);
  return now - observedAt > stock.ttlMs ? observedAt : Infinity;
}
