import type { RowReading } from '@stallcast/adapters/table/inspect';
import type { Offer, Product, StallState, Stock } from '@stallcast/protocol';
import { mergeOffer, mergeProduct } from './merge-product.js';
import { differencesOf, type Difference } from './differences.js';

/** How a row of a table stands to the stall: a product of its own, one that differs from the stall's, one that is as it is, or one that is not clear. */
export type Standing = 'new' | 'changed' | 'same' | 'unclear';

/** Something of a row that is not copied, though it was understood; `price-kept-back` is copied, and said. */
export type Note = 'price-kept-back' | 'stock-elsewhere' | 'stock-without-number' | 'presale' | 'renamed';

/** Why a row is not clear, with the title of the product that is in the way. */
export interface Doubt {
  code: 'two-products' | 'two-rows';
  other: string;
}

/** One row of a table beside what the stall has. */
export interface Comparison {
  line: number;
  standing: Standing;
  /** What the stall would have. */
  product: Product;
  offer: Offer | null;
  /** How many can be sold, where the ledger counts and the row says so. */
  onHand: number | null;
  isPaused: boolean;
  differences: readonly Difference[];
  notes: readonly Note[];
  doubt: Doubt | null;
}

/**
 * Compares the rows of a table with the products of a stall.
 *
 * A row means the product of the same title and spec, else that of the same link number. An empty cell says nothing: it changes nothing.
 * Products that are no longer in the table are left alone.
 */
export function compareProducts(
  rows: readonly RowReading[],
  state: Pick<StallState, 'products' | 'offers' | 'stocks'>,
  newId: () => string,
): Comparison[] {
  const byName = indexBy(state.products, nameOf);
  const byLink = indexBy(state.products, ({ linkNo }) => linkNo?.toString());
  const offers = new Map(
    state.offers.filter(({ room }) => room === undefined).map((offer) => [offer.productId, offer] as const),
  );
  const stocks = new Map(state.stocks.map((stock) => [stock.productId, stock] as const));
  const meant = new Map<string, Product>();

  return rows.flatMap(({ line, read }) => {
    if (!read) return [];
    const named = byName.get(nameOf(read.product)) ?? null;
    const linked = byLink.get(read.product.linkNo?.toString() ?? '') ?? null;
    const existing = named ?? linked;
    const before = existing === 'several' ? null : existing;
    const doubt = doubtOf(read.product, named, linked, before, meant);
    if (before) meant.set(before.id, read.product);

    const product = mergeProduct(before, read.product, newId);
    const oldOffer = before ? (offers.get(before.id) ?? null) : null;
    const offer = mergeOffer(oldOffer, read.offer, product.id);
    const stock = before ? (stocks.get(before.id) ?? null) : null;
    const isCounted = product.stockFrom === 'ledger';
    const told = read.stock;
    const onHand = isCounted && told?.policy !== 'presale' ? (told?.sellable ?? null) : null;
    const isPaused = told?.hold === 'paused';
    const after = { product, offer, onHand, isPaused };
    // Of a row that is not clear nobody knows what it would change.
    const differences = before && !doubt ? differencesOf({ product: before, offer: oldOffer, stock }, after) : [];
    const standing = doubt ? 'unclear' : before ? (differences.length > 0 ? 'changed' : 'same') : 'new';
    const notes = doubt
      ? []
      : notesOf({ offer, told, isCounted, isNew: !before, isRenamed: before !== null && named === null });
    return [{ line, standing, ...after, differences, notes, doubt } satisfies Comparison];
  });
}

/** The link numbers that two products would have once the chosen rows are in the stall, each with their titles. */
export function findLinkClashes(
  chosen: readonly Comparison[],
  products: readonly Product[],
): ReadonlyMap<number, readonly string[]> {
  const after = new Map(products.map((product) => [product.id, product]));
  for (const { product } of chosen) after.set(product.id, product);
  const titles = new Map<number, string[]>();
  for (const { linkNo, title } of after.values())
    if (linkNo !== undefined) titles.set(linkNo, [...(titles.get(linkNo) ?? []), title]);
  const own = new Set(chosen.map(({ product }) => product.linkNo));
  return new Map([...titles].filter(([linkNo, named]) => named.length > 1 && own.has(linkNo)));
}

/** What tells one product from another to people. */
function nameOf({ title, spec = '' }: Pick<Product, 'title' | 'spec'>): string {
  return JSON.stringify([title, spec].map((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()));
}

function doubtOf(
  row: Product,
  named: Product | 'several' | null,
  linked: Product | 'several' | null,
  existing: Product | null,
  meant: ReadonlyMap<string, Product>,
): Doubt | null {
  if (named === 'several') return { code: 'two-products', other: row.title };
  if (named === null && linked === 'several') return { code: 'two-products', other: String(row.linkNo) };
  const earlier = existing && meant.get(existing.id);
  return earlier ? { code: 'two-rows', other: earlier.title } : null;
}

function notesOf(row: {
  offer: Offer | null;
  told: Omit<Stock, 'observedAt'> | null;
  isCounted: boolean;
  isNew: boolean;
  isRenamed: boolean;
}): Note[] {
  const { offer, told, isCounted, isNew, isRenamed } = row;
  const notes: Note[] = [];
  if (isRenamed) notes.push('renamed');
  if (isNew && offer?.price === null) notes.push('price-kept-back');
  if (told && !isCounted) notes.push('stock-elsewhere');
  else if (told?.policy === 'presale') notes.push('presale');
  else if (told?.sellable === null && told.hold === 'none') notes.push('stock-without-number');
  return notes;
}

function indexBy(
  products: readonly Product[],
  keyOf: (product: Product) => string | undefined,
): ReadonlyMap<string, Product | 'several'> {
  const index = new Map<string, Product | 'several'>();
  for (const product of products) {
    const key = keyOf(product);
    if (key !== undefined) index.set(key, index.has(key) ? 'several' : product);
  }
  return index;
}
