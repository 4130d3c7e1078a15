import type { Asker } from '../polled/fetch-text.js';
import { createAsker } from '../polled/fetch-text.js';
import { isHeader, readHeader, type Column } from './columns.js';
import { decodeTable } from './decode-table.js';
import { findHeader, parseSheet, tooLong } from './find-header.js';
import { parseCsv, type CsvOptions } from './parse-csv.js';
import { readRows, type RowReading } from './read-rows.js';
import { faultLine, type TableFault } from './table-fault.js';

export { MAX_BYTES } from '../polled/fetch-text.js';
/** Makes text of a file's bytes, GBK of an older Excel among them. */
export { decodeTable } from './decode-table.js';
export { parseTableAddress, type TableAddress } from './table-address.js';
export { faultLine };
export type { Column, RowReading, TableFault };
export type { ReadRow } from './read-rows.js';

/** A table as a person would explain it: which columns are understood, and what each row says. */
export interface TableInspection {
  /** As they are written, left to right, each with what it means; null for one that is not used. */
  columns: readonly { name: string; column: Column | null }[];
  rows: readonly RowReading[];
  /** What concerns the table as a whole. */
  faults: readonly TableFault[];
}

/**
 * Reads a table as the adapter does, and tells of every column and row what became of it.
 *
 * Throws an `AdapterError` for what is no such table.
 */
export function inspectTable(text: string, options: { url: string; currency: string }): TableInspection {
  const { header, columns, rows, isLonger } = findHeader(parseSheet(text).sheet);
  const meaning = new Map([...columns.at].map(([column, index]) => [index, column]));
  return {
    columns: header.cells.map((name, index) => ({ name: name.trim(), column: meaning.get(index) ?? null })),
    rows: readRows(rows, columns, { ...options, feature: [] }),
    faults: isLonger ? [tooLong()] : [],
  };
}

/** The cells of a text as a spreadsheet copies it, row by row. Throws an `AdapterError` for a quote that is never closed. */
export function readCells(text: string, options: CsvOptions = {}): readonly (readonly string[])[] {
  return parseCsv(text, options).rows.map(({ cells }) => cells);
}

/** What each name of a header means, and whether it is a header at all: it names the products and something about them. */
export function explainHeader(cells: readonly string[]): { isHeader: boolean; columns: (Column | null)[] } {
  const columns = readHeader(cells);
  const meaning = new Map([...columns.at].map(([column, index]) => [index, column]));
  return { isHeader: isHeader(columns), columns: cells.map((_, index) => meaning.get(index) ?? null) };
}

/** Asks for a table once, in just the way in which the adapter does. */
export function tableAsker(url: string, fetchIt?: typeof fetch): Asker {
  return createAsker({ url, place: { zh: '表格', en: 'the table' }, decode: decodeTable }, fetchIt);
}
