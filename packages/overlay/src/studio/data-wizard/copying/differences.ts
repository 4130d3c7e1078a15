import { formatMoney, type Offer, type Product, type Stock } from '@stallcast/protocol';

/** What of a product may differ between a table and the stall. */
export type Field =
  'title' | 'linkNo' | 'spec' | 'net' | 'picture' | 'unit' | 'low' | 'price' | 'compareAt' | 'limit' | 'stock' | 'hold';

/** One thing that would change. Empty: nothing is there. */
export interface Difference {
  field: Field;
  before: string;
  after: string;
}

/** A product with its terms and how many can be sold. */
export interface Goods {
  product: Product;
  offer: Offer | null;
}

/** Names what of a product would change. */
export function differencesOf(
  before: Goods & { stock: Stock | null },
  after: Goods & { onHand: number | null; isPaused: boolean },
): Difference[] {
  const pairs: [Field, string, string][] = [
    ...productPairs(before.product, after.product),
    ...offerPairs(before.offer, after.offer),
  ];
  const { sellable = null, hold = 'none' } = before.stock ?? {};
  if (after.onHand !== null) pairs.push(['stock', sellable?.toString() ?? '', after.onHand.toString()]);
  if (after.isPaused) pairs.push(['hold', hold, 'paused']);
  return pairs
    .filter(([, old, next]) => old !== next)
    .map(([field, old, next]) => ({ field, before: old, after: next }));
}

function productPairs(old: Product, next: Product): [Field, string, string][] {
  return [
    ['title', old.title, next.title],
    ['linkNo', textOf(old.linkNo), textOf(next.linkNo)],
    ['spec', textOf(old.spec), textOf(next.spec)],
    ['net', netText(old.net), netText(next.net)],
    ['picture', textOf(old.media[0]?.url), textOf(next.media[0]?.url)],
    ['unit', textOf(old.saleUnit), textOf(next.saleUnit)],
    ['low', textOf(old.lowAt), textOf(next.lowAt)],
  ];
}

function offerPairs(old: Offer | null, next: Offer | null): [Field, string, string][] {
  return [
    ['price', priceText(old), priceText(next)],
    ['compareAt', compareText(old), compareText(next)],
    ['limit', textOf(old?.limitPerBuyer), textOf(next?.limitPerBuyer)],
  ];
}

const textOf = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
const netText = (net: Product['net']): string => (net ? `${net.value} ${net.unit}` : '');
const priceText = (offer: Offer | null): string => (offer?.price ? formatMoney(offer.price) : '');
const compareText = (offer: Offer | null): string => (offer?.compareAt ? formatMoney(offer.compareAt.price) : '');
