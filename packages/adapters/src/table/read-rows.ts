import type { CompareBasis, Offer, Product } from '@stallcast/protocol';
import { oneLine } from '../polled/one-line.js';
import { readStock, type ReadStock } from '../polled/stall-reading.js';
import type { Column, Columns } from './columns.js';
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
import type { SheetRow } from './sheet.js';
import { cellFault, repeatFault, wideFault, type TableFault, type Wanted } from './table-fault.js';

/** How a table is meant. */
export interface TableOptions {
  /** Where it came from: a picture's path is meant from here. */
  url: string;
  /** ISO 4217. */
  currency: string;
  /** Ids or link numbers of what is shown, for a table that has no such column. */
  feature: readonly string[];
}

/** What one row says. */
export interface RowReading {
  line: number;
  /** The product; null where the row was left out. */
  read: ReadRow | null;
  faults: readonly TableFault[];
}

const BASES: readonly CompareBasis[] = ['usual', 'market', 'list', 'lowest-30d'];

/** Reads the rows below a header. A row without a title, a price or an id that makes sense is left out, and so is the second of one product. */
export function readRows(rows: readonly SheetRow[], columns: Columns, options: TableOptions): RowReading[] {
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const faults: TableFault[] = [];
    const read = readRow(row, columns, options, faults);
    const other = read && lines.get(read.product.id);
    if (read && other === undefined) lines.set(read.product.id, row.line);
    if (!read || other === undefined || other === null) return { line: row.line, read, faults };
    return { line: row.line, read: null, faults: [repeatFault(row.line, other)] };
  });
}

/** A row as a product, its price, its stock and its place among what is shown (0: it is not). */
export interface ReadRow {
  product: Product;
  offer: Offer | null;
  stock: ReadStock | null;
  place: number;
}

function readRow(
  row: SheetRow,
  { at, width, netUnit }: Columns,
  options: TableOptions,
  faults: TableFault[],
): ReadRow | null {
  const { line } = row;
  const cell = (column: Column): string => row.cells[at.get(column) ?? -1] ?? '';
  /** The value, or null and a sentence where the cell says something else. */
  const optional = <T>(column: Column, what: Wanted, value: T | 'unreadable'): T | null => {
    if (value !== 'unreadable') return value;
    faults.push(cellFault(line, column, what, cell(column), false));
    return null;
  };

  // A comma within a figure that was not quoted: what stands behind it is in the wrong columns.
  if (row.cells.slice(width).some((more) => more.trim() !== '')) {
    faults.push(wideFault(line, row.cells.length, width));
    return null;
  }
  const title = oneLine(cell('title'));
  const price = at.has('price') ? readPrice(cell('price'), options.currency) : undefined;
  const spec = oneLine(cell('spec'), 100);
  const id = oneLine(cell('id')) || (spec ? `${title} ${spec}` : title);
  if (title === '' || SPREADSHEET_ERROR.test(title)) {
    faults.push(cellFault(line, 'title', TITLE, cell('title'), true));
    return null;
  }
  if (id.length > 128) {
    faults.push(cellFault(line, 'id', ID, id, true));
    return null;
  }
  if (price === 'unreadable') {
    faults.push(cellFault(line, 'price', PRICE, cell('price'), true));
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

/** What a spreadsheet writes where a formula failed. */
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i;

const TITLE: Wanted = ['商品名', 'a title'];
const ID: Wanted = ['编号（最多 128 个字）', 'an id of at most 128 characters'];
const PRICE: Wanted = ['价格，比如 39.90', 'a price such as 39.90'];
const STOCK: Wanted = ['库存，比如 186 或“售罄”', 'a stock such as 186 or “sold out”'];
const LINK: Wanted = ['链接号，比如 1', 'a link number such as 1'];
const NET: Wanted = ['净重，比如 5斤 或 500g', 'a net content such as 500g'];
const PICTURE: Wanted = ['图片地址，https:// 开头', 'a picture’s address that starts with https://'];
const COUNT: Wanted = ['整数', 'a whole number'];
