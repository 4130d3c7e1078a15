import { noData } from './answer-faults.js';

/** One row of a list, as the shop wrote it: its long numbers are still whole. */
export interface Row {
  raw: Buffer;
  /** Read by JavaScript's own parser: good for dates, not for ids. */
  fields: Readonly<Record<string, unknown>>;
}

/**
 * Splits a shop's list into rows without reading their numbers.
 *
 * A pulled row so goes through the same reader as the same thing pushed by a webhook. `name` is the list's name where it lies in an
 * object. Throws a `ShopFault` for what is no such list, or is cut short.
 */
export function readRows(body: Buffer, name?: string): Row[] {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  const parsed = parse(text);
  const list = name === undefined ? parsed : (parsed as Record<string, unknown> | null)?.[name];
  if (!Array.isArray(list)) throw noData();
  const rows = rawRows(text, name);
  if (rows.length !== list.length) throw noData();
  return list.flatMap((fields: unknown, index) =>
    typeof fields === 'object' && fields !== null && !Array.isArray(fields)
      ? [{ raw: Buffer.from(rows[index]!), fields: fields as Row['fields'] }]
      : [],
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw noData();
  }
}

/** The texts of a list's rows. The text is known to be JSON, so counting brackets outside strings is enough. */
function rawRows(text: string, name: string | undefined): string[] {
  const wanted = name === undefined ? 1 : 2;
  const rows: string[] = [];
  let depth = 0;
  let from = -1;
  let inList = name === undefined;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/gs)) {
    if (token.startsWith('"')) {
      // The list's own name stands one level above its rows.
      if (name !== undefined && depth === 1) inList = token === JSON.stringify(name);
      continue;
    }
    const closes = token === ']' || token === '}';
    if (closes) depth -= 1;
    const ends = inList && ((closes && depth === wanted - 1) || (token === ',' && depth === wanted));
    if (ends && from >= 0) {
      const row = text.slice(from, index).trim();
      if (row !== '') rows.push(row);
      from = -1;
    }
    if (token === '[' || token === '{') depth += 1;
    const begins = inList && ((token === '[' && depth === wanted) || (token === ',' && depth === wanted));
    if (begins) from = index + 1;
  }
  return rows;
}
