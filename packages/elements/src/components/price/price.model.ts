import {
  deriveOfferView,
  formatMoney,
  moneyParts,
  unitPrice,
  type Money,
  type Offer,
  type Product,
} from '@stallcast/protocol';
import type { CardWords } from '../../words/index.js';

/** How it stands with a price. `none`: there is no offer. */
export type PriceState = 'none' | 'plain' | 'hidden' | 'flash';

export interface PriceSource {
  product: Product | null | undefined;
  offer: Offer | null | undefined;
  /** Ms since 1970 by the server's clock. */
  now: number;
  words: CardWords;
  /** The mass that a price is told for; a language's own without it. */
  per?: 'jin' | 'kg' | undefined;
}

/** A price as a tag shows it. */
export interface PriceFigures {
  symbol: string;
  whole: string;
  /** With its point: `.90`; empty for a currency without. */
  cents: string;
  text: string;
}

/** What the price shows, free of the DOM. */
export interface PriceView {
  state: PriceState;
  /** Null while it is kept back. */
  price: PriceFigures | null;
  compare: { label: string; text: string } | null;
  unitPrice: string;
  /** When the clock alone changes this view, ms; null for never. */
  nextAt: number | null;
}

/** Derives the view; null where there is no offer. A price that is kept back takes with it whatever would give it away. */
export function derivePriceView({ product, offer, now, words, per }: PriceSource): PriceView | null {
  if (!offer) return null;
  const { price, compareAt, flash } = deriveOfferView(offer, now);
  const nextAt = nextPriceAt(offer, now);
  if (!price) return { state: 'hidden', price: null, compare: null, unitPrice: '', nextAt };
  const compare = compareAt ? { label: words.compare(compareAt.basis), text: formatMoney(compareAt.price) } : null;
  const unit = unitPrice(price, product?.net, per ?? (words.language === 'en' ? 'kg' : 'jin'));
  return {
    state: flash ? 'flash' : 'plain',
    price: figuresOf(price),
    compare,
    unitPrice: unit ? `${formatMoney(unit.money)}/${words.per[unit.per]}` : '',
    nextAt,
  };
}

/** When a flash sale begins or ends, ms; null where none is to come. */
export function nextPriceAt(offer: Offer | null | undefined, now: number): number | null {
  if (!offer?.flash || offer.price === null) return null;
  const startsAt = Date.parse(offer.flash.startsAt);
  const endsAt = Date.parse(offer.flash.endsAt);
  if (now < startsAt && startsAt < endsAt) return startsAt;
  return now < endsAt ? endsAt : null;
}

function figuresOf(price: Money): PriceFigures {
  const { symbol, whole, cents } = moneyParts(price);
  return { symbol: symbol.trim(), whole, cents: cents && `.${cents}`, text: formatMoney(price) };
}
