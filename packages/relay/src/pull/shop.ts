import type { Product, StockEvent } from '@stallcast/protocol';
import type { Row } from './read-rows.js';

/** A part of what has changed in a shop. */
export interface OrderPage {
  /** Which of the shop's lists this is from. Each has its own place to go on from. */
  list: string;
  rows: readonly Row[];
  /** By the shop's clock, ms: with these rows, all is known that was modified before. Null: not yet. */
  reached: number | null;
  /** The shop's clock at the time of asking, ms. */
  shopTime: number | null;
}

/** All that a shop says of one product's stock: one event for each place. */
export interface StockReport {
  productId: string;
  events: StockEvent[];
}

/** A shop as it is asked. Every method rejects with a `ShopFault` where it cannot be. */
export interface Shop {
  readonly source: string;
  /** Its name for people; without keys. */
  readonly host: string;
  /** Pages of orders, in the order of their modification, from where each list was left. */
  orders(from: (list: string) => number, signal: AbortSignal): AsyncIterable<OrderPage>;
  stocks(products: readonly Product[], signal: AbortSignal): Promise<StockReport[]>;
  close(): void;
}
