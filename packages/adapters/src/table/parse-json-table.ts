import { AdapterError } from '@stallcast/protocol';
import type { Sheet, SheetRow } from './sheet.js';

/** Google wraps its answers into a call. */
const GVIZ = /^(?:\/\*O_o\*\/)?\s*google\.visualization\.Query\.setResponse\(([^]*)\);?\s*$/;
/** Where a list of rows may lie in an object. */
const LIST_NAMES = ['rows', 'data', 'items', 'products', '商品'];

/** Whether a text wants to be JSON, a Google answer among it, rather than CSV. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:[[{]|\/\*O_o\*\/|google\.visualization)/.test(text);
}

/**
 * Reads a table from JSON: a list of objects, a list of lists whose first is the header, either inside an object, or what Google
 * answers at `gviz/tq`.
 *
 * Throws an `AdapterError` for anything else, half of a JSON among it.
 */
export function parseJsonTable(text: string): Sheet {
  const wrapped = GVIZ.exec(text)?.[1];
  let json: unknown;
  try {
    json = JSON.parse(wrapped ?? text);
  } catch {
    throw notATable('no JSON');
  }
  if (isObject(json) && isObject(json['table'])) return gvizSheet(json['table']);
  if (isObject(json) && json['status'] === 'error') throw notATable('an error of Google Sheets');
  const list = isObject(json) ? LIST_NAMES.map((name) => json[name]).find(Array.isArray) : json;
  if (!Array.isArray(list)) throw notATable('no list');
  return { rows: list.some(Array.isArray) ? listRows(list) : objectRows(list), mayBeCut: false };
}

function listRows(list: readonly unknown[]): SheetRow[] {
  return list.flatMap((row, index) => (Array.isArray(row) ? [{ line: index + 1, cells: row.map(cellText) }] : []));
}

function objectRows(list: readonly unknown[]): SheetRow[] {
  const names = new Set<string>();
  for (const row of list) if (isObject(row)) for (const name of Object.keys(row)) names.add(name);
  const header = [...names];
  const rows = list.map((row, index) => ({
    line: index + 1,
    cells: isObject(row)
      ? header.map((name) => (Object.hasOwn(row, name) ? cellText(row[name]) : ''))
      : header.map(() => ''),
  }));
  return [{ line: 0, cells: header }, ...rows];
}

function gvizSheet(table: Record<string, unknown>): Sheet {
  const cols = (Array.isArray(table['cols']) ? table['cols'] : []) as unknown[];
  const rows = (Array.isArray(table['rows']) ? table['rows'] : []) as unknown[];
  const labels = cols.map((col) => (isObject(col) ? cellText(col['label']) : ''));
  // Google does not always see which row is the header; then the labels are empty and it is the first row.
  const header: SheetRow[] = labels.some((label) => label !== '') ? [{ line: 1, cells: labels }] : [];
  const body = rows.map((row, index) => {
    const cells = isObject(row) && Array.isArray(row['c']) ? (row['c'] as unknown[]) : [];
    return {
      line: index + 1 + header.length,
      cells: labels.map((_, column) => {
        const cell = cells[column];
        return isObject(cell) ? cellText(cell['v']) : '';
      }),
    };
  });
  return { rows: [...header, ...body], mayBeCut: false };
}

/** What a value reads as in a cell; a list or an object is written out, so that the fault shows it. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value).slice(0, 200) : String(value as string | number | boolean);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notATable(got: string): AdapterError {
  return new AdapterError(
    'bad-answer',
    `要的是 JSON 列表，每件商品一项，没有采用，会自己再试。 / ` +
      `Expected a JSON list with an item for each product, got ${got}: it was not used, and is asked for again.`,
  );
}
