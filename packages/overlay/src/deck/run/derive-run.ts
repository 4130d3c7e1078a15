import type { Product, Stock } from '@stallcast/protocol';

/** One product in the order in which the show goes through them. */
export interface RunEntry {
  product: Product;
  isOnAir: boolean;
  /** The next key would feature this one. */
  isNext: boolean;
  /** Passed over: the hold that is on it. */
  held: 'paused' | 'sold-out' | null;
  /** False for what was left out while others were put in order. */
  isInRun: boolean;
}

interface Known {
  /** By link number, then as they came. */
  products: readonly Product[];
  featured: readonly string[];
  stockOf(productId: string): Pick<Stock, 'hold'> | null;
}

/** Derives the run: what the ledger goes through at "next", in its order, then what was left out. */
export function deriveRun({ products, featured, stockOf }: Known): RunEntry[] {
  const order = ({ run }: Product): number => run?.order ?? Infinity;
  // The sort is stable, so link numbers decide between equals.
  const sorted = [...products].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
  const isOrdered = sorted.some(({ run }) => run !== undefined);
  const planned = isOrdered ? sorted.filter(({ run }) => run !== undefined) : sorted;

  const holdOf = (id: string): RunEntry['held'] => {
    const hold = stockOf(id)?.hold ?? 'none';
    return hold === 'none' ? null : hold;
  };
  const last = planned.reduce((found, { id }, index) => (featured.includes(id) ? index : found), -1);
  const coming = [...planned.slice(last + 1), ...planned.slice(0, last + 1)];
  const next = coming.find(({ id }) => holdOf(id) === null);

  return [...planned, ...sorted.filter((product) => !planned.includes(product))].map((product) => ({
    product,
    isOnAir: featured.includes(product.id),
    isNext: product.id === next?.id,
    held: holdOf(product.id),
    isInRun: planned.includes(product),
  }));
}

/** Puts the run in a new order: the products that have to be saved anew, with their place. Ids that are not named are left out. */
export function reorder(products: readonly Product[], ids: readonly string[]): Product[] {
  return products.flatMap((product) => {
    const place = ids.indexOf(product.id);
    if (place < 0) {
      if (product.run === undefined) return [];
      const { run: _, ...rest } = product;
      return [rest];
    }
    return product.run?.order === place + 1 ? [] : [{ ...product, run: { order: place + 1 } }];
  });
}
