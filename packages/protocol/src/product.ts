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

/** What a workshop makes of one product. What is promised beyond the pieces at hand waits in a queue for it. */
export interface Presale {
  perDay: number;
  /** The first day of making, such as 2026-07-02, by the session's time zone. Absent or past: what is ordered today is made from tomorrow on. */
  startsOn?: string;
}

/**
 * What a paper says that came with the goods. Kinds that are known have a name in each language; any other is shown as it stands.
 *
 * 承诺达标合格证, 绿色食品, 有机产品, 地理标志, 检验报告.
 */
export type CertificateKind =
  'compliance-pledge' | 'green-food' | 'organic' | 'geographical-indication' | 'inspection' | (string & {});

/** A paper that somebody issued for a product or its lot. */
export interface Certificate {
  kind: CertificateKind;
  /** Its number, by which a buyer can look it up. */
  no?: string;
  issuer: string;
  url?: string;
  /** The last day on which it is valid, such as 2027-05-31, by the session's time zone. Absent: it tells no end. */
  validUntil?: string;
}

/** A look at samples of a lot, and what it found. */
export interface Inspection {
  /** ISO 8601. */
  at: string;
  /** Who looked. */
  by: string;
  /** How many pieces were looked at. */
  sample: number;
  result: 'pass' | 'fail';
  note?: string;
}

/** Where a product comes from, with what shows it. */
export interface Provenance {
  /** The place, as a viewer would say it: 无锡阳山. */
  origin: string;
  /** The farm, or the farmer. */
  farmer?: string;
  lot?: string;
  /** The day of the harvest, such as 2026-06-30. */
  harvestedAt?: string;
  certificates: Certificate[];
  /** In any order: the one with the latest `at` decides what is said of the lot. */
  inspections: Inspection[];
}

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
  /** Made to order: a workshop's units a day, and the day on which it begins. */
  presale?: Presale;
  run?: { order: number };
  provenance?: Provenance;
  /** A ticket's day, such as 2026-07-04, by the session's time zone: a farm visit lists one ticket a day. */
  day?: string;
  /** Title and spec in other languages, by BCP 47 tag. */
  translations?: Record<string, { title?: string; spec?: string }>;
  synthetic?: true;
}
