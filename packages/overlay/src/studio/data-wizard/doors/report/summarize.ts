import type { Column, TableInspection } from '@stallcast/adapters/table/inspect';

/** What a table holds, in figures. */
export interface TableSummary {
  products: number;
  /** How many of them say how many there are, or that there are some. */
  withStock: number;
  withPrice: number;
  hasPriceColumn: boolean;
  hasStockColumn: boolean;
  /** Columns that are not used, as they are named. */
  unused: readonly string[];
  /** Lines whose price is kept back. */
  keptBack: readonly number[];
  rowsLeftOut: number;
}

/** Counts what a table holds. */
export function summarize({ columns, rows }: TableInspection): TableSummary {
  const reads = rows.flatMap(({ read }) => (read ? [read] : []));
  const has = (wanted: Column): boolean => columns.some(({ column }) => column === wanted);
  return {
    products: reads.length,
    withStock: reads.filter(({ stock }) => stock !== null).length,
    withPrice: reads.filter(({ offer }) => offer?.price).length,
    hasPriceColumn: has('price'),
    hasStockColumn: has('stock'),
    unused: columns.flatMap(({ name, column }) => (column === null && name !== '' ? [name.slice(0, 40)] : [])),
    keptBack: rows.flatMap(({ line, read }) => (read?.offer && read.offer.price === null ? [line] : [])),
    rowsLeftOut: rows.length - reads.length,
  };
}
