import type { Order } from '@stallcast/protocol';
import type { OrderArrival, RoomStore } from '@stallcast/store';
import { plainText } from '../../internal/fit-text.js';
import type { AnnouncerWords } from '../../words/announcer/zh-cn.js';
import { cardWords, goalWords, stockWords } from '../../words/index.js';
import { deriveAnnouncementView } from '../announcement/announcement.model.js';
import { deriveGoalView, pickGoal } from '../goal/goal.model.js';
import { derivePriceView } from '../price/price.model.js';
import { deriveStockView, type AirState, type StockView } from '../stock-counter/stock-counter.model.js';

const LONGEST_TITLE = 60;

/** What a listener knows of one product that is being shown. */
export interface HeardProduct {
  title: string;
  stock: StockView;
  /** Empty while it is kept back. */
  price: string;
}

/** What a listener knows at one moment, free of the DOM. */
export interface Heard {
  products: ReadonlyMap<string, HeardProduct>;
  announcement: { key: string; text: string } | null;
  /** What the goals that are reached are called, by id. */
  reached: ReadonlyMap<string, string>;
  isSynthetic: boolean;
}

/** What is there to be told: the products that are being shown, the announcement, the goals. */
export function deriveHeard(store: RoomStore, language: string): Heard {
  const room = store.$room.get();
  const session = store.$session.get();
  const now = store.now();
  const said = deriveAnnouncementView(store.$announcement.get(), now);
  let isSynthetic = session?.synthetic === true || said?.isSynthetic === true;
  const products = new Map<string, HeardProduct>();
  const reached = new Map<string, string>();
  if (room?.commerce !== false) {
    for (const id of store.$featured.get()) {
      const product = store.$product(id).get();
      if (!product) continue;
      const stock = store.$stock(id).get();
      const offer = store.$offer(id).get();
      isSynthetic ||= (product.synthetic ?? offer?.synthetic ?? stock?.synthetic) === true;
      const title = language.startsWith('en') ? (product.translations?.['en']?.title ?? product.title) : product.title;
      products.set(id, {
        title: plainText(title, LONGEST_TITLE),
        stock: deriveStockView({ stock, product, freshness: undefined, words: stockWords(language), room: room?.id }),
        price: derivePriceView({ product, offer, now, words: cardWords(language) })?.price?.text ?? '',
      });
    }
    for (const { id } of session?.goals ?? []) {
      const goal = pickGoal(session, id, room?.id);
      const view = deriveGoalView(
        goal,
        store.$totalsOf(goal?.scope ?? '').get(),
        session?.synthetic,
        goalWords(language),
      );
      if (view?.state === 'reached' && (goal?.scope === 'stall' || goal?.scope === room?.id))
        reached.set(id, view.label);
    }
  }
  return { products, announcement: said && { key: said.key, text: said.text }, reached, isSynthetic };
}

const isPaid = (order: Order | undefined): boolean => order?.status === 'paid';

/** How many of the orders that came were paid just now. */
export function countPaid(arrivals: readonly OrderArrival[]): number {
  return arrivals.filter(({ order, before }) => isPaid(order) && !isPaid(before)).length;
}

/** The states in which a product cannot be had. */
const GONE: readonly AirState[] = ['sold-out', 'reserved-out'];
const SCARCE: readonly AirState[] = ['low', 'last'];

/**
 * Says what is different between two moments, the most urgent first: whatever happened in between is not told, only what it led to.
 * Empty for nothing.
 */
export function tellNews(before: Heard, now: Heard, orders: number, words: AnnouncerWords): string {
  const news: string[] = [];
  if (now.announcement && now.announcement.key !== before.announcement?.key)
    news.push(words.said(now.announcement.text));
  for (const [id, product] of now.products) news.push(...tellProduct(before.products.get(id), product, words));
  for (const [id, label] of now.reached) if (!before.reached.has(id)) news.push(words.reached(label));
  if (orders > 0) news.push(words.orders(orders));
  if (news.length > 0 && now.isSynthetic) news.unshift(words.demo);
  return news.join(words.between);
}

function tellProduct(before: HeardProduct | undefined, now: HeardProduct, words: AnnouncerWords): string[] {
  const { title, stock, price } = now;
  const news: string[] = [];
  if (!before) news.push(words.now(title, price));
  if (!before || stock.state !== before.stock.state) {
    if (stock.state === 'sold-out') news.push(words.gone(title));
    else if (SCARCE.includes(stock.state) && stock.figures)
      news.push(words.stock(title, stock.caption, stock.figures, stock.unit));
    else if (before && GONE.includes(before.stock.state) && stock.state === 'ample') news.push(words.back(title));
  }
  if (before && price && price !== before.price)
    news.push(before.price ? words.price(title, price) : words.opened(title, price));
  return news;
}
