import { readPollSettings, type PollSettings } from '../polled/poll-settings.js';

/** What a connection string of a table says. */
export interface TableAddress extends PollSettings {
  url: string;
  currency: string;
}

/** Seconds between two questions. */
const EVERY_S = 15;

/**
 * Reads what stands behind `table:`: an address, and after a `#` the settings `every` (s), `currency`, `feature` and `room`.
 *
 * The links that Google Sheets shows in a browser become those under which it gives out a table. Throws an Error of one sentence.
 */
export function parseTableAddress(
  address: string,
  base = globalThis.location?.href as string | undefined,
): TableAddress {
  const hash = address.indexOf('#');
  const link = (hash < 0 ? address : address.slice(0, hash)).trim();
  const settings = new URLSearchParams(hash < 0 ? '' : address.slice(hash + 1));
  const url = parseUrl(link, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new Error(
      '“table:”后面要写表格的网址，比如 table:https://…/stall.csv。 / Expected the address of a table after "table:", such as "table:https://…/stall.csv", got something else.',
    );
  }
  const currency = settings.get('currency')?.toUpperCase() ?? 'CNY';
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new Error(
      'currency 要写三个字母，比如 CNY。 / Expected three letters for "currency", such as CNY, got something else.',
    );
  }
  return { url: tableUrl(url, settings.get('gid')), currency, ...readPollSettings(settings, EVERY_S) };
}

function parseUrl(link: string, base: string | undefined): URL | null {
  try {
    return link === '' ? null : new URL(link, base);
  } catch {
    return null;
  }
}

const SHEETS = /^\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)(?:\/(\w*))?/;
const PUBLISHED = /^\/spreadsheets\/(?:u\/\d+\/)?d\/e\/([\w-]+)\/(?:pub|pubhtml)$/;

function tableUrl(url: URL, gidOfHash: string | null): string {
  if (url.hostname !== 'docs.google.com') return url.href;
  const gid = gidOfHash ?? url.searchParams.get('gid');
  const published = PUBLISHED.exec(url.pathname)?.[1];
  if (published !== undefined) {
    const query = new URLSearchParams({ ...(gid ? { gid, single: 'true' } : {}), output: 'csv' });
    return `https://docs.google.com/spreadsheets/d/e/${published}/pub?${query.toString()}`;
  }
  const [, id, page = ''] = SHEETS.exec(url.pathname) ?? [];
  if (id === undefined || page === 'gviz' || page === 'export') return url.href;
  const query = new URLSearchParams({ tqx: 'out:csv', headers: '1', ...(gid ? { gid } : {}) });
  return `https://docs.google.com/spreadsheets/d/${id}/gviz/tq?${query.toString()}`;
}
