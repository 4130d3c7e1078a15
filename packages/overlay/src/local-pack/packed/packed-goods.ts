import type { Offer, Product } from '@stallcast/protocol';

/** What a stall sells, without how much is left of it: that was true in another place at another time. */
export interface PackedGoods {
  products: readonly Product[];
  offers: readonly Offer[];
}

/** Reads goods out of a pack. Undefined where there are none; what each of them is, the ledger looks at when it takes them. */
export function readPackedGoods(raw: unknown): PackedGoods | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { products, offers } = raw as Record<string, unknown>;
  if (!Array.isArray(products) || products.length === 0) return undefined;
  return { products: products as Product[], offers: Array.isArray(offers) ? (offers as Offer[]) : [] };
}
