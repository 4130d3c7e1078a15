import type { Offer, Product } from '@stallcast/protocol';

/** The product as the stall would have it: what the row tells, over what it does not. A new one is counted by the ledger. */
export function mergeProduct(before: Product | null, row: Product, newId: () => string): Product {
  const { linkNo, net, spec, saleUnit, lowAt } = row;
  const told = {
    title: row.title,
    ...(linkNo !== undefined && { linkNo }),
    ...(net && { net }),
    ...(spec !== undefined && { spec }),
    ...(saleUnit && { saleUnit }),
    ...(lowAt !== undefined && { lowAt }),
    ...(row.media.length > 0 && { media: row.media }),
  };
  if (before) return { ...before, ...told };
  // By what a shop calls it, its orders find it; a table sends none.
  const sources = row.sources.filter(({ source }) => source !== 'table');
  return { id: newId(), kind: row.kind, media: [], promises: [], ...told, sources, stockFrom: 'ledger' };
}

/** The offer as the stall would have it; null where there is none to write. A price that was told is not taken back by an empty cell. */
export function mergeOffer(before: Offer | null, row: Offer | null, productId: string): Offer | null {
  if (!row) return before;
  const { price, compareAt, limitPerBuyer } = row;
  const told = { ...(compareAt && { compareAt }), ...(limitPerBuyer !== undefined && { limitPerBuyer }) };
  if (!before) return { id: productId, productId, price, ...told };
  const merged: Offer = { ...before, ...(price && { price }), ...told };
  // What it compares with is dearer: next to a price that has risen above it, it would be a lie.
  if (merged.price && merged.compareAt && merged.compareAt.price.minor <= merged.price.minor) delete merged.compareAt;
  return merged;
}
