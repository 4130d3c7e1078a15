import { AdapterError, type CompareBasis, type Offer, type Product } from '@stallcast/protocol';
import type { Read } from '../polled/polled-adapter.js';
import { oneLine } from '../polled/one-line.js';
import { MAX_FEATURED, pickFeatured } from '../polled/pick-featured.js';
import { readStock, type ReadStock } from '../polled/stall-reading.js';
import { isHeader, readHeader, type Column, type Columns } from './columns.js';
import { looksLikeJson, parseJsonTable } from './parse-json-table.js';
import { parseCsv } from './parse-csv.js';
import {
  readCount,
  readFeatured,
  readLinkNo,
  readNet,
  readPicture,
  readPrice,
  readSaleUnit,
  readStockCell,
} from './read-cells.js';
import { MAX_ROWS, type SheetRow } from './sheet.js';

/** How a table is meant. */
export interface TableOptions {
  /** Where it came from: a picture's path is meant from here. */
  url: string;
  /** ISO 4217. */
  currency: string;
  /** Ids or link numbers of what is shown, for a table that has no such column. */
  feature: readonly string[];
}

/** A header is looked for in so many rows: a heading may stand above it. */
const HEADER_WITHIN = 10;
const BASES: readonly CompareBasis[] = ['usual', 'market', 'list', 'lowest-30d'];

/**
 * Reads a table of products.
 *
 * A row without a title, a price or an id that makes sense is left out, and so is any other cell that does not; each is named by
 * its line. Throws an `AdapterError` for what is no such table, for one that has lost the end of its last line, and, once, for one
 * that may have lost more.
 */
export function readTable(text: string, options: TableOptions, before: string | null, isRepeated: boolean): Read {
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw notShared();
  const isJson = looksLikeJson(text);
  const sheet = isJson ? parseJsonTable(text) : parseCsv(text);
  const isShorter = before !== null && before !== text && before.startsWith(text);
  const lostItsEnd = !isJson && before !== null && /[\r\n]$/.test(before) && !/[\r\n]$/.test(text);
  // What is cut in the middle of a figure is another figure: only the end of the line tells, so that it is never done without.
  if (lostItsEnd) throw withoutEnd();
  if ((sheet.mayBeCut || isShorter) && !isRepeated) throw cut();

  const header = sheet.rows.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(readHeader(row.cells)));
  if (header < 0) throw withoutHeader(sheet.rows[0]);
  const columns = readHeader(sheet.rows[header]?.cells ?? []);
  const rows = sheet.rows.slice(header + 1, header + MAX_ROWS);
  const faults: string[] = [];
  if (sheet.rows.length > header + MAX_ROWS)
    faults.push(
      `表格超过 ${MAX_ROWS - 1} 行，后面的没有读。 / Expected at most ${MAX_ROWS - 1} rows, got more: the rest was left out.`,
    );

  const products: Product[] = [];
  const offers: Offer[] = [];
  const stocks: ReadStock[] = [];
  const shown: { id: string; place: number }[] = [];
  const lines = new Map<string, number>();

  for (const row of rows) {
    const read = readRow(row, columns, options, faults);
    if (!read) continue;
    const { id } = read.product;
    const other = lines.get(id);
    if (other !== undefined) {
      faults.push(
        `第 ${row.line} 行和第 ${other} 行是同一件商品，后一行没有采用：改商品名或编号。 / Line ${row.line}: expected a product of its own, got the one of line ${other}: it was left out.`,
      );
      continue;
    }
    lines.set(id, row.line);
    products.push(read.product);
    if (read.offer) offers.push(read.offer);
    if (read.stock) stocks.push(read.stock);
    if (read.place > 0) shown.push({ id, place: read.place });
  }
  if (shown.length > MAX_FEATURED)
    faults.push(
      `讲解中的商品有 ${shown.length} 件，最多三件，先放前三件。 / Expected at most three products to be featured, got ${shown.length}: the first three are.`,
    );
  const featured = columns.at.has('featured')
    ? shown.sort((a, b) => a.place - b.place).map(({ id }) => id)
    : pickFeatured(
        products.map(({ id, linkNo = '' }) => ({ id, names: [String(linkNo)] })),
        options.feature,
      );
  return {
    reading: { currency: options.currency, products, offers, stocks, featured: featured.slice(0, MAX_FEATURED) },
    faults,
  };
}

interface ReadRow {
  product: Product;
  offer: Offer | null;
  stock: ReadStock | null;
  place: number;
}

function readRow(row: SheetRow, { at, netUnit }: Columns, options: TableOptions, faults: string[]): ReadRow | null {
  const { line } = row;
  const cell = (column: Column): string => row.cells[at.get(column) ?? -1] ?? '';
  /** The value, or null and a sentence where the cell says something else. */
  const optional = <T>(column: Column, what: Wanted, value: T | 'unreadable'): T | null => {
    if (value !== 'unreadable') return value;
    faults.push(sentence(line, what, cell(column), false));
    return null;
  };

  const title = oneLine(cell('title'));
  const price = at.has('price') ? readPrice(cell('price'), options.currency) : undefined;
  const spec = oneLine(cell('spec'), 100);
  const id = oneLine(cell('id')) || (spec ? `${title} ${spec}` : title);
  if (title === '') {
    faults.push(sentence(line, TITLE, cell('title'), true));
    return null;
  }
  if (id.length > 128) {
    faults.push(sentence(line, ID, id, true));
    return null;
  }
  if (price === 'unreadable') {
    faults.push(sentence(line, PRICE, cell('price'), true));
    return null;
  }

  const linkNo = optional('link', LINK, readLinkNo(cell('link')));
  const net = optional('net', NET, readNet(cell('net'), netUnit));
  const picture = optional('picture', PICTURE, readPicture(cell('picture'), options.url));
  const stock = optional('stock', STOCK, readStockCell(cell('stock')));
  const lowAt = optional('low', COUNT, readCount(cell('low')));
  const limit = optional('limit', COUNT, readCount(cell('limit')));
  const saleUnit = readSaleUnit(cell('unit'));
  const basis = BASES.find((one) => cell(`compare ${one}`).trim() !== '');
  const compare = basis
    ? optional(`compare ${basis}`, PRICE, readPrice(cell(`compare ${basis}`), options.currency))
    : null;

  const product: Product = {
    id,
    kind: saleUnit === 'ticket' ? 'ticket' : 'goods',
    title,
    ...(linkNo === null ? {} : { linkNo }),
    media: picture === null ? [] : [{ kind: 'image', ...picture }],
    ...(net ? { net } : {}),
    ...(spec ? { spec } : {}),
    ...(saleUnit ? { saleUnit } : {}),
    ...(lowAt === null ? {} : { lowAt }),
    promises: [],
    sources: [{ source: 'table', id }],
    stockFrom: 'table',
  };
  const offer: Offer | null =
    price === undefined
      ? null
      : {
          id,
          productId: id,
          price,
          ...(basis && compare && price && compare.minor > price.minor ? { compareAt: { price: compare, basis } } : {}),
          ...(limit === null ? {} : { limitPerBuyer: limit }),
        };
  return {
    product,
    offer,
    stock: stock && readStock(id, 'table', stock),
    place: readFeatured(cell('featured')),
  };
}

/** What a column asks for: in Chinese and in English. */
type Wanted = readonly [zh: string, en: string];
const TITLE: Wanted = ['商品名', 'a title'];
const ID: Wanted = ['编号（最多 128 个字）', 'an id of at most 128 characters'];
const PRICE: Wanted = ['价格，比如 39.90', 'a price such as 39.90'];
const STOCK: Wanted = ['库存，比如 186 或“售罄”', 'a stock such as 186 or “sold out”'];
const LINK: Wanted = ['链接号，比如 1', 'a link number such as 1'];
const NET: Wanted = ['净重，比如 5斤 或 500g', 'a net content such as 500g'];
const PICTURE: Wanted = ['图片地址，https:// 开头', 'a picture’s address that starts with https://'];
const COUNT: Wanted = ['整数', 'a whole number'];

function sentence(line: number, [zh, en]: Wanted, cell: string, isRow: boolean): string {
  const shown = oneLine(cell, 30);
  const got = shown === '' ? ['空的', 'nothing'] : [`“${shown}”`, `“${shown}”`];
  const cost = isRow ? ['这一行没有采用', 'the row was left out'] : ['这一格没有采用', 'the cell was left out'];
  return `第 ${line} 行要填${zh}，现在是${got[0]}：${cost[0]}。 / Line ${line}: expected ${en}, got ${got[1]}: ${cost[1]}.`;
}

function notShared(): AdapterError {
  return new AdapterError(
    'refused-key',
    '打开的是网页，不是表格：把表格共享改成“知道链接的任何人可查看”，或用“发布到网络”的 CSV 链接。 / ' +
      'Expected a table, got a web page: share it with anyone who has the link, or publish it to the web as CSV.',
  );
}

function cut(): AdapterError {
  return new AdapterError(
    'bad-answer',
    '表格好像没有下载完整，没有采用；下一次还是这样就采用。 / Expected a whole table, got one that may have lost its end: it is used when it comes the same again.',
  );
}

function withoutEnd(): AdapterError {
  return new AdapterError(
    'bad-answer',
    '表格最后一行没有换行，以前有：可能没有下载完整，没有采用。在最后一行后面加一个换行，或者刷新这个页面。 / ' +
      'Expected a line break after the last line, as before, got none: the table may be cut and was not used. Add one, or reload this page.',
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
