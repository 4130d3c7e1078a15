import { deriveOfferView, stockInRoom, type Offer, type Product, type Stock } from '@stallcast/protocol';
import { calendarDay } from '../../internal/local-time.js';
import type { CardWords } from '../../words/index.js';
import { nextPriceAt } from '../price/price.model.js';
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
  words: CardWords;
  /** BCP 47; the product's own translations are looked up by it. */
  language: string;
  /** Address of the page. */
  baseUri: string;
  /** The origin that pictures with a path come from; without it, the page's own. */
  pictureOrigin?: string | undefined;
  room?: string | undefined;
  timeZone?: string | undefined;
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
  tab: 'featured' | 'paused' | null;
  /** A flash sale runs. */
  isFlash: boolean;
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
  const { title, spec } = namesIn(product, source.language);

  return {
    productId: product.id,
    state,
    linkNo: product.linkNo ?? null,
    title,
    titleEm: textWidth(title),
    spec: title.includes(spec) ? '' : spec,
    picture: pictureOf(product, source),
    tab: isPaused ? 'paused' : source.isFeatured ? 'featured' : null,
    // When the stock is gone the time offer is over, whatever its clock says.
    isFlash: !isSoldOut && !isPaused && deriveOfferView(offer, now).flash !== null,
    presale: state === 'presale' ? shipDay(product, stock, words, timeZone) : null,
    isDim: isSoldOut || isPaused,
    isSoldOut,
    isSynthetic: Boolean(product.synthetic ?? offer?.synthetic ?? stock?.synthetic),
    nextAt: nextPriceAt(offer, now),
  };
}

/** Whether a card looks the same with either stock: it tells that there is some, its counter how much. */
export function isSameOnCard(
  a: Stock | null,
  b: Stock | null,
  room: string | undefined,
  lowAt: number | undefined,
): boolean {
  return (
    deriveAirState(stockInRoom(a, room), lowAt) === deriveAirState(stockInRoom(b, room), lowAt) &&
    a?.capacity?.promisedBy === b?.capacity?.promisedBy &&
    a?.synthetic === b?.synthetic
  );
}

function namesIn(product: Product, language: string): { title: string; spec: string } {
  const all = product.translations;
  const own = all?.[language] ?? all?.[language.split('-')[0] ?? ''];
  return { title: clipText(own?.title ?? product.title), spec: clipText(own?.spec ?? product.spec ?? '') };
}

function shipDay(product: Product, stock: Stock | null, words: CardWords, timeZone: string | undefined): string {
  const promised = product.promises.find((promise) => promise.kind === 'presale-ship');
  const by = stock?.capacity?.promisedBy ?? (promised?.kind === 'presale-ship' ? promised.by : '');
  const day = calendarDay(by, words, timeZone);
  return day && words.shipsBy(day);
}
