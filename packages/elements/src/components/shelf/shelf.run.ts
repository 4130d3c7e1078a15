import type { Product } from '@stallcast/protocol';

/** What of the run stands on the shelf. */
export interface ShelfPage {
  products: readonly Product[];
  /** How many of the run are not shown. */
  more: number;
}

/** Puts products in the order in which they are shown: by their place in the run, then by link number, then as they came. */
export function inRunOrder(products: readonly Product[]): Product[] {
  const place = ({ run }: Product): number => run?.order ?? Infinity;
  const link = ({ linkNo }: Product): number => linkNo ?? Infinity;
  const later = (a: number, b: number): number => (a === b ? 0 : a - b);
  return [...products].sort((a, b) => later(place(a), place(b)) || later(link(a), link(b)));
}

/**
 * Picks what the shelf has room for. Without a page the shelf follows the show: what is being shown stands first, and what
 * comes next behind it, as far as the run goes.
 */
export function pageOf(
  run: readonly Product[],
  featured: readonly string[],
  rows: number,
  page: number | undefined,
): ShelfPage {
  const shown = run.findIndex(({ id }) => featured.includes(id));
  const last = Math.max(0, run.length - rows);
  const pages = Math.max(1, Math.ceil(run.length / rows));
  const start = page === undefined ? Math.min(Math.max(0, shown), last) : Math.min(page, pages - 1) * rows;
  const products = run.slice(start, start + rows);
  return { products, more: run.length - products.length };
}

/**
 * Tells what comes after what is being shown, by the rule of the deck's key: the next of the plan that is not on hold, and
 * after the last the first. Empty while nothing is shown, and where nothing else is left.
 */
export function nextInRun(
  run: readonly Product[],
  featured: readonly string[],
  isOnHold: (productId: string) => boolean,
): string {
  const plan = run.some((product) => product.run) ? run.filter((product) => product.run) : run;
  const last = plan.reduce((found, { id }, index) => (featured.includes(id) ? index : found), -1);
  if (last < 0) return '';
  const coming = [...plan.slice(last + 1), ...plan.slice(0, last)];
  return coming.find(({ id }) => !featured.includes(id) && !isOnHold(id))?.id ?? '';
}
