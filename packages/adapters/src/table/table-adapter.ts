import type { Adapter } from '@stallcast/protocol';
import { createAsker } from '../polled/fetch-text.js';
import { polledAdapter, type PolledInternals } from '../polled/polled-adapter.js';
import { decodeTable } from './decode-table.js';
import { readTable } from './read-table.js';

/** Which table, and how it is meant. */
export interface TableAdapterOptions {
  /** http or https. */
  url: string;
  /** The currency of its prices, ISO 4217. @default 'CNY' */
  currency?: string;
  /** Ms between two questions; at least 5,000. @default 15000 */
  intervalMs?: number;
  /** Ids or link numbers of what is shown, for a table without such a column. @default its first product */
  feature?: readonly string[];
  /** The id of the one room. @default 'main' */
  room?: string;
  /** @internal For tests. */
  internals?: PolledInternals & { fetch?: typeof fetch; alone?: boolean };
}

/**
 * Reads a stall from a table at an address: CSV, JSON or Google Sheets, a product a row.
 *
 * All that it shows was typed in by hand, so a stock's basis is `manual`. There are no orders.
 */
export function tableAdapter(options: TableAdapterOptions): Adapter {
  const { url, currency = 'CNY', intervalMs = 15_000, feature = [], room, internals = {} } = options;
  const place = placeOf(url);
  return polledAdapter(
    {
      name: `table ${place}`,
      question: internals.alone ? null : `table ${url}`,
      intervalMs,
      ...(room ? { room } : {}),
      open: () => createAsker({ url, place: { zh: '表格', en: 'the table' }, decode: decodeTable }, internals.fetch),
      read: (text, before, isRepeated) => readTable(text, { url, currency, feature }, before, isRepeated),
    },
    internals,
  );
}

/** The address without its path and query, where a secret link may hide. */
function placeOf(url: string): string {
  try {
    return new URL(url).host || 'file';
  } catch {
    return 'file';
  }
}
