import { AdapterError } from '@stallcast/protocol';
import { oneLine } from '../polled/one-line.js';
import { isHeader, readHeader, type Columns } from './columns.js';
import { looksLikeJson, parseJsonTable } from './parse-json-table.js';
import { parseCsv } from './parse-csv.js';
import { MAX_ROWS, type Sheet, type SheetRow } from './sheet.js';
import { wholeFault, type TableFault } from './table-fault.js';

/** A header is looked for in so many rows: a heading may stand above it. */
const HEADER_WITHIN = 10;

/** Reads CSV or JSON; throws an `AdapterError` for what is neither, a web page among it. */
export function parseSheet(text: string): { sheet: Sheet; isJson: boolean } {
  if (/^\s*<(?:!|\?xml|[a-z][\w-]*[\s/>])/i.test(text)) throw notShared();
  const isJson = looksLikeJson(text);
  return { sheet: isJson ? parseJsonTable(text) : parseCsv(text), isJson };
}

/** A table with its header found. */
export interface HeadedSheet {
  header: SheetRow;
  columns: Columns;
  /** What stands below, 5,000 at most. */
  rows: readonly SheetRow[];
  isLonger: boolean;
}

/** Finds the header of a table; throws an `AdapterError` that names what stands there where there is none. */
export function findHeader({ rows }: Sheet): HeadedSheet {
  const at = rows.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(readHeader(row.cells)));
  const header = rows[at];
  if (!header) throw withoutHeader(rows[0]);
  return {
    header,
    columns: readHeader(header.cells),
    rows: rows.slice(at + 1, at + MAX_ROWS),
    isLonger: rows.length > at + MAX_ROWS,
  };
}

/** Says that a table has more rows than are read. */
export function tooLong(): TableFault {
  return wholeFault(
    `表格超过 ${MAX_ROWS - 1} 行，后面的没有读。`,
    `Expected at most ${MAX_ROWS - 1} rows, got more: the rest was left out.`,
  );
}

function notShared(): AdapterError {
  return new AdapterError(
    'refused-key',
    '打开的是网页，不是表格：把表格共享改成“知道链接的任何人可查看”，或用“发布到网络”的 CSV 链接。 / ' +
      'Expected a table, got a web page: share it with anyone who has the link, or publish it to the web as CSV.',
  );
}

function withoutHeader(first: SheetRow | undefined): AdapterError {
  const names =
    first?.cells
      .slice(0, 6)
      .map((cell) => oneLine(cell))
      .join('、')
      .slice(0, 80) ?? '';
  return new AdapterError(
    'bad-answer',
    `找不到表头：第一行要有“商品”，再加上“价格”或“库存”；现在是“${names}”。 / ` +
      `Expected a header with “title” and “price” or “stock”, got “${names}”: name the columns.`,
  );
}
