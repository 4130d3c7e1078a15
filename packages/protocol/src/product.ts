import type { Measure } from './measure.js';
import type { Money } from './money.js';

/** What one piece is called when it is counted: 件 份 箱 罐 张 包, or "left" without a word in English. */
export type SaleUnit = 'piece' | 'portion' | 'box' | 'jar' | 'bag' | 'ticket';

/** A picture of a product. */
export interface Media {
  kind: 'image';
  /** `https:`, `http:` on the page's own origin, a path on it, or a `data:image/…` URL. */
  url: string;
  alt?: string;
}

/** By which a shop's message finds the product. Ids are strings always. */
export interface ProductSource {
  /** The source's name: `woocommerce`, `shopify`, `standard`. */
  source: string;
  id: string;
  variantId?: string;
  inventoryItemId?: string;
  sku?: string;
}

/** What the seller promises, in a structure that can be checked and translated. */
export type Promise_ =
  | { kind: 'ship-within'; hours: number; cutOff?: string }
  | { kind: 'bad-fruit'; windowHours: number; ratioBps: number; cap?: Money }
  | { kind: 'return'; days: number }
  | { kind: 'presale-ship'; by: string };

/** One thing that the stall sells. */
export interface Product {
  id: string;
  kind: 'goods' | 'ticket';
  title: string;
  /** The number of the link that a host calls out: 1号链接. */
  linkNo?: number;
  media: Media[];
  /** Net content of one piece: the base of the price per 斤 or kg. */
  net?: Measure;
  spec?: string;
  saleUnit?: SaleUnit;
  /** Stock counts as low at this many pieces and below. */
  lowAt?: number;
  promises: Promise_[];
  sources: ProductSource[];
  /** Who owns the stock figure: `ledger`, or a source's name. */
  stockFrom: string;
  run?: { order: number };
  /** Title and spec in other languages, by BCP 47 tag. */
  translations?: Record<string, { title?: string; spec?: string }>;
  synthetic?: true;
}
