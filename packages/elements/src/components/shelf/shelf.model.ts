import { deriveOfferView, formatMoney, type Offer, type Product, type Stock } from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import { stockWords, type ShelfWords } from '../../words/index.js';
import { pictureOf, type Picture } from '../product-card/picture-of.js';
import { clipText } from '../product-card/title-text.js';
import { deriveStockView, type StockView } from '../stock-counter/stock-counter.model.js';

/** What is known of one product on the shelf. */
export interface ShelfGoods {
  product: Product;
  offer: Offer | null | undefined;
  stock: Stock | null | undefined;
  /** Age of the stock's figure. */
  freshness: Freshness | undefined;
}

/** What all of them have in common. */
export interface ShelfSetting {
  featured: readonly string[];
  /** Id of what comes next; empty for none. */
  next: string;
  /** Ms since 1970 by the server's clock. */
  now: number;
  words: ShelfWords;
  /** BCP 47; the products' own translations are looked up by it. */
  language: string;
  baseUri: string;
  pictureOrigin?: string | undefined;
  room?: string | undefined;
  timeZone?: string | undefined;
}

/** What one place of the shelf shows. */
export interface ShelfRow {
  productId: string;
  linkNo: number | null;
  title: string;
  picture: Picture | null;
  /** As it is drawn; `hidden` while it is kept back, empty where there is no offer. */
  price: string;
  isHidden: boolean;
  isFlash: boolean;
  /** A few words on the stock; empty while nothing is known of it. */
  stock: string;
  tone: StockView['tone'] | 'gone';
  tab: 'featured' | 'next' | '';
  /** What cannot be bought now steps back. */
  isDim: boolean;
  isSynthetic: boolean;
  /** When the clock alone changes the price, ms; null for never. */
  nextAt: number | null;
}

/** Derives one place of the shelf. */
export function deriveShelfRow(goods: ShelfGoods, setting: ShelfSetting): ShelfRow {
  const { product, offer } = goods;
  const { featured, now } = setting;
  const offered = deriveOfferView(offer, now);
  const stock = stockText(goods, setting);
  const isGone = stock.state === 'sold-out' || stock.state === 'paused';
  return {
    productId: product.id,
    linkNo: product.linkNo ?? null,
    title: titleIn(product, setting.language),
    picture: pictureOf(product, setting),
    price: offered.price ? formatMoney(offered.price) : '',
    isHidden: Boolean(offer) && offered.price === null,
    isFlash: !isGone && offered.flash !== null,
    stock: stock.text,
    tone: stock.state === 'sold-out' ? 'gone' : stock.tone,
    tab: featured.includes(product.id) ? 'featured' : setting.next === product.id ? 'next' : '',
    isDim: isGone,
    isSynthetic: Boolean(product.synthetic ?? offer?.synthetic ?? goods.stock?.synthetic),
    nextAt: nextPriceAt(offer, now),
  };
}

/** What is left, in a few words: a basis that is no count is told without a figure, and an old figure as such. */
function stockText(
  { product, stock, freshness }: ShelfGoods,
  { words, room, timeZone }: ShelfSetting,
): Pick<StockView, 'state' | 'tone'> & { text: string } {
  const view = deriveStockView({ stock, product, freshness, words: stockWords(words.language), room, timeZone });
  const { state, figures, unit, tone } = view;
  const text = (): string => {
    if (state === 'unknown' || !stock) return '';
    if (state === 'sold-out') return words.gone;
    if (state === 'paused') return words.paused;
    if (state === 'presale') return words.presale;
    if (state === 'reserved-out') return words.allReserved;
    if (stock.basis === 'boolean') return words.inStock;
    if (stock.basis === 'threshold') return words.stockLow;
    const isOld = freshness?.level === 'stale' || freshness?.level === 'offline';
    const kind = stock.basis === 'manual' ? 'manual' : isOld ? 'old' : stock.basis === 'at-least' ? 'at-least' : state;
    // What is cut from a long count belongs to the figure: 12万+ 件.
    const [, cut = '', noun = ''] = /^(\S*\+)?(.*)$/.exec(unit) ?? [];
    return words.shortStock(kind, figures + cut, noun);
  };
  return { state, tone, text: text() };
}

function titleIn({ title, translations }: Product, language: string): string {
  const own = translations?.[language] ?? translations?.[language.split('-')[0] ?? ''];
  return clipText(own?.title ?? title);
}

function nextPriceAt(offer: Offer | null | undefined, now: number): number | null {
  if (!offer?.flash || offer.price === null) return null;
  const times = [Date.parse(offer.flash.startsAt), Date.parse(offer.flash.endsAt)].filter((at) => at > now);
  return times.length > 0 ? Math.min(...times) : null;
}
