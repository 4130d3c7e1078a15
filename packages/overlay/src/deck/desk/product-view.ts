import {
  deriveOfferView,
  deriveStockState,
  formatMoney,
  type Offer,
  type Product,
  type Stock,
  type StockState,
} from '@stallcast/protocol';
import type { Language } from '../../words/language.js';
import { safePicture } from './safe-picture.js';
import type { DeckWords } from '../words/deck-words.js';

/** What the deck shows of one product. */
export interface ProductView {
  title: string;
  /** `1号`, or nothing. */
  link: string;
  price: string;
  stock: string;
  state: StockState;
  /** The word for what is counted; may be empty. */
  unit: string;
  picture: string | null;
}

/** Derives the deck's view of a product from what the ledger told. */
export function deriveProductView(
  { product, offer, stock }: { product: Product; offer: Offer | null; stock: Stock | null },
  { words, language, now }: { words: DeckWords; language: Language; now: number },
): ProductView {
  const { price } = deriveOfferView(offer, now);
  const unit = words.products.unit[product.saleUnit ?? 'piece'];
  const state = deriveStockState(stock, product.lowAt);
  return {
    title: titleIn(product, language),
    link: product.linkNo === undefined ? '' : words.products.linkNo(product.linkNo),
    price: price ? formatMoney(price) : words.products.priceHidden,
    stock: stockText(stock, state, unit, words),
    state,
    unit,
    picture: safePicture(product),
  };
}

/** A product's title in the reader's language, where the seller gave one. */
export function titleIn(product: Product, language: Language): string {
  const wanted = language === 'en' ? product.translations?.['en']?.title : undefined;
  return wanted ?? product.title;
}

function stockText(stock: Stock | null, state: StockState, unit: string, { stock: words }: DeckWords): string {
  const sellable = stock?.sellable ?? null;
  switch (state) {
    case 'unknown':
      return words.unknown;
    case 'oversold':
      return words.oversold(stock?.oversold ?? 0, unit);
    case 'sold-out':
      return words.soldOut;
    case 'paused':
      return words.paused;
    case 'presale':
      return words.presale;
    case 'reserved-out':
      return words.reservedOut(stock?.reserved ?? 0, unit);
    case 'last':
      return words.last(unit);
    case 'low':
      return sellable === null || stock?.basis === 'threshold' ? words.lowUncounted : words.low(sellable, unit);
    case 'ample':
      if (sellable === null || stock?.basis === 'boolean') return words.inStock;
      return stock?.basis === 'at-least' ? words.atLeast(sellable, unit) : words.ample(sellable, unit);
  }
}
