import {
  deriveOfferView,
  formatMoney,
  moneyParts,
  stockInRoom,
  unitPrice,
  type Money,
  type Offer,
  type Product,
  type Stock,
} from '@stallcast/protocol';
import { calendarDay } from '../../internal/local-time.js';
import type { Words } from '../../words/index.js';
import { deriveAirState, type AirState } from '../stock-counter/stock-counter.model.js';
import { pictureOf, type Picture } from './picture-of.js';
import { clipText, textWidth } from './title-text.js';

export interface CardSource {
  product: Product | null | undefined;
  offer: Offer | null | undefined;
  stock: Stock | null | undefined;
  isFeatured: boolean;
  /** Ms since 1970 by the server's clock. */
  now: number;
  words: Words;
  /** BCP 47; the product's own translations are looked up by it. */
  language: string;
  /** Address of the page. */
  baseUri: string;
  /** The origin that pictures with a path come from; without it, the page's own. */
  pictureOrigin?: string | undefined;
  room?: string | undefined;
  timeZone?: string | undefined;
}

export interface PriceView {
  symbol: string;
  whole: string;
  /** With its point: `.90`; empty for a currency without. */
  cents: string;
  text: string;
}

/** What the card shows, free of the DOM. */
export interface CardView {
  productId: string;
  state: AirState;
  linkNo: number | null;
  title: string;
  /** How wide the title is, in hanzi. */
  titleEm: number;
  /** Empty where the title says it already. */
  spec: string;
  picture: Picture | null;
  /** `hidden` while it is kept back; null where there is no offer. */
  price: PriceView | 'hidden' | null;
  compare: { label: string; text: string } | null;
  unitPrice: string;
  promises: readonly string[];
  tab: 'featured' | 'paused' | null;
  /** What is left of a flash sale: 04:37. */
  flash: string;
  /** The day by which a presale ships; empty without a date, null where it is no presale. */
  presale: string | null;
  /** On a card that cannot be bought from, price and picture step back. */
  isDim: boolean;
  isSoldOut: boolean;
  isSynthetic: boolean;
  /** When the clock alone changes this view, ms; null for never. */
  nextAt: number | null;
}

/** Derives the card's view; null where there is no product to show. */
export function deriveCardView(source: CardSource): CardView | null {
  const { product, offer, words, now, timeZone } = source;
  if (!product) return null;
  const stock = stockInRoom(source.stock, source.room);
  const state = deriveAirState(stock, product.lowAt);
  const isSoldOut = state === 'sold-out';
  const isPaused = state === 'paused';
  const offered = deriveOfferView(offer, now);
  // When the stock is gone the time offer is over, whatever its clock says.
  const flash = isSoldOut || isPaused ? null : offered.flash;
  const { title, spec } = namesIn(product, source.language);

  return {
    productId: product.id,
    state,
    linkNo: product.linkNo ?? null,
    title,
    titleEm: textWidth(title),
    spec: title.includes(spec) ? '' : spec,
    picture: pictureOf(product, source),
    price: offered.price ? priceView(offered.price) : offer ? 'hidden' : null,
    compare: offered.compareAt
      ? { label: words.compare(offered.compareAt.basis), text: formatMoney(offered.compareAt.price) }
      : null,
    unitPrice: offered.price ? unitPriceText(offered.price, product, words) : '',
    promises: product.promises.flatMap((promise) => promiseText(promise, words)),
    tab: isPaused ? 'paused' : source.isFeatured ? 'featured' : null,
    flash: flash ? countdown(Date.parse(flash.endsAt) - now) : '',
    presale: state === 'presale' ? shipDay(product, stock, words, timeZone) : null,
    isDim: isSoldOut || isPaused,
    isSoldOut,
    isSynthetic: Boolean(product.synthetic ?? offer?.synthetic ?? stock?.synthetic),
    nextAt: nextAt(offer, flash !== null, now),
  };
}

function namesIn(product: Product, language: string): { title: string; spec: string } {
  const all = product.translations;
  const own = all?.[language] ?? all?.[language.split('-')[0] ?? ''];
  return { title: clipText(own?.title ?? product.title), spec: clipText(own?.spec ?? product.spec ?? '') };
}

function priceView(price: Money): PriceView {
  const { symbol, whole, cents } = moneyParts(price);
  return { symbol: symbol.trim(), whole, cents: cents && `.${cents}`, text: formatMoney(price) };
}

function unitPriceText(price: Money, product: Product, words: Words): string {
  const unit = unitPrice(price, product.net, words.language === 'en' ? 'kg' : 'jin');
  return unit ? `${formatMoney(unit.money)}/${words.per[unit.per]}` : '';
}

function promiseText(promise: Product['promises'][number], words: Words): string[] {
  switch (promise.kind) {
    case 'ship-within':
      return [words.shipWithin(promise.hours)];
    case 'bad-fruit':
      return [words.badFruit(promise.ratioBps)];
    case 'return':
      return [words.returnWithin(promise.days)];
    default:
      // A presale's date stands on its tab, and a promise from the future is not guessed at.
      return [];
  }
}

function shipDay(product: Product, stock: Stock | null, words: Words, timeZone: string | undefined): string {
  const promised = product.promises.find((promise) => promise.kind === 'presale-ship');
  const by = stock?.capacity?.promisedBy ?? (promised?.kind === 'presale-ship' ? promised.by : '');
  const day = calendarDay(by, words, timeZone);
  return day && words.shipsBy(day);
}

/** Minutes and seconds of what is left, begun seconds counted whole: it reads 00:00 when it is over, not before. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${Math.min(hours, 99)}:${rest}` : rest;
}

function nextAt(offer: Offer | null | undefined, isRunning: boolean, now: number): number | null {
  if (!offer?.flash || offer.price === null) return null;
  const startsAt = Date.parse(offer.flash.startsAt);
  const endsAt = Date.parse(offer.flash.endsAt);
  if (now < startsAt && startsAt < endsAt) return startsAt;
  if (!(now < endsAt)) return null;
  // The next full second before the end, while seconds are shown.
  return isRunning ? endsAt - (Math.ceil((endsAt - now) / 1000) - 1) * 1000 : endsAt;
}
