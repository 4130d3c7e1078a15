import { AdapterError, type Offer, type Product } from '@stallcast/protocol';
import type { Read } from '../polled/polled-adapter.js';
import { MAX_FEATURED, pickFeatured } from '../polled/pick-featured.js';
import type { ReadStock } from '../polled/stall-reading.js';
import { findHeader, parseSheet, tooLong } from './find-header.js';
import { readRows, type TableOptions } from './read-rows.js';
import { faultLine } from './table-fault.js';

/**
 * Reads a table of products.
 *
 * A row without a title, a price or an id that makes sense is left out, and so is any other cell that does not; each is named by
 * its line. Throws an `AdapterError` for what is no such table, for one that has lost the end of its last line, and, once, for one
 * that may have lost more.
 */
export function readTable(text: string, options: TableOptions, before: string | null, isRepeated: boolean): Read {
  const { sheet, isJson } = parseSheet(text);
  const isShorter = before !== null && before !== text && before.startsWith(text);
  const lostItsEnd = !isJson && before !== null && /[\r\n]$/.test(before) && !/[\r\n]$/.test(text);
  // What is cut in the middle of a figure is another figure: only the end of the line tells, so that it is never done without.
  if (lostItsEnd) throw withoutEnd();
  if ((sheet.mayBeCut || isShorter) && !isRepeated) throw cut();

  const { columns, rows, isLonger } = findHeader(sheet);
  const faults: string[] = [];
  if (isLonger) faults.push(faultLine(tooLong()));

  const products: Product[] = [];
  const offers: Offer[] = [];
  const stocks: ReadStock[] = [];
  const shown: { id: string; place: number }[] = [];

  for (const row of readRows(rows, columns, options)) {
    faults.push(...row.faults.map(faultLine));
    if (!row.read) continue;
    const { product, offer, stock, place } = row.read;
    products.push(product);
    if (offer) offers.push(offer);
    if (stock) stocks.push(stock);
    if (place > 0) shown.push({ id: product.id, place });
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
