import { explainHeader, readCells, type Column } from '@stallcast/adapters/table/inspect';

/** A small table as a person types it. Columns are named as a spreadsheet would name them; rows are as long as they are many. */
export interface Grid {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What no longer fits into fields is read as a whole. */
export const MAX_GRID_ROWS = 40;
const MAX_GRID_COLUMNS = 12;

/** An empty grid with these columns. */
export function emptyGrid(header: readonly string[], rows = 5): Grid {
  return { header, rows: Array.from({ length: rows }, () => header.map(() => '')) };
}

/** The grid with one cell written. */
export function writeCell({ header, rows }: Grid, row: number, column: number, text: string): Grid {
  return {
    header,
    rows: rows.map((cells, at) => (at === row ? cells.map((old, index) => (index === column ? text : old)) : cells)),
  };
}

/** The grid with one more row at its end. */
export function addRow({ header, rows }: Grid): Grid {
  return { header, rows: [...rows, header.map(() => '')] };
}

/** Whether nothing is written in it. */
export function isEmpty({ rows }: Grid): boolean {
  return rows.every((cells) => cells.every((cell) => cell.trim() === ''));
}

/**
 * The grid with what was pasted at a cell, as a spreadsheet does it; null where it is more than fits into fields.
 *
 * What begins with a header brings columns of its own: they go below what is there, into the columns of the same meaning.
 */
export function pasteInto(grid: Grid, row: number, column: number, text: string): Grid | null {
  const table = readCells(text);
  const [first = []] = table;
  const isTable = explainHeader(first).isHeader;
  const cells = isTable ? table : pieceOf(text, column);
  const width = Math.max(0, ...cells.map((line) => line.length));
  if (cells.length > MAX_GRID_ROWS || width > MAX_GRID_COLUMNS) return null;
  const pasted = isTable ? withHeader(grid, first, cells.slice(1)) : at(grid, row, column, cells);
  return pasted.rows.length > MAX_GRID_ROWS || pasted.header.length > MAX_GRID_COLUMNS ? null : pasted;
}

/** The grid as a text that the table adapter reads: each line of it is a row of the grid, the header being the first. */
export function gridText({ header, rows }: Grid): string {
  return [header, ...rows].map((cells) => cells.map(quote).join('\t')).join('\n');
}

/**
 * A piece of a table that begins in a column. A spreadsheet parts it by tabs, and its empty rows keep their places: what stands below them is
 * another product's. Where there is no tab, a comma may belong to a figure: it parts cells only where whole rows were pasted.
 */
function pieceOf(text: string, column: number): readonly (readonly string[])[] {
  const isParted = text.includes('\t') || column > 0;
  return readCells(text.trimEnd(), { keepsEmpty: true, ...(isParted && { delimiter: '\t' }) });
}

function at({ header, rows }: Grid, row: number, column: number, cells: readonly (readonly string[])[]): Grid {
  const next = rows.map((line) => [...line]);
  cells.forEach((line, down) => {
    const target = (next[row + down] ??= header.map(() => ''));
    // What would stand beyond the last column has no name there, and so no meaning.
    line.forEach((cell, right) => {
      if (column + right < header.length) target[column + right] = plainCell(cell);
    });
  });
  return { header, rows: next };
}

function withHeader(grid: Grid, names: readonly string[], cells: readonly (readonly string[])[]): Grid {
  const kept = grid.rows.filter((line) => line.some((cell) => cell.trim() !== ''));
  const header = kept.length > 0 ? [...grid.header] : [];
  const places = names.map((name, index) => {
    const found = kept.length > 0 ? placeOf(header, name, explainHeader(names).columns[index] ?? null) : -1;
    return found >= 0 ? found : header.push(plainCell(name)) - 1;
  });
  const line = (): string[] => header.map(() => '');
  const pasted = cells.map((given) => {
    const target = line();
    given.forEach((cell, index) => {
      const place = places[index];
      if (place !== undefined) target[place] = plainCell(cell);
    });
    return target;
  });
  const rows = [...kept.map((old) => line().map((_, index) => old[index] ?? '')), ...pasted];
  return { header, rows: rows.length > 0 ? rows : [line()] };
}

/** Where a column of this name, or of the same meaning, stands already. */
function placeOf(header: readonly string[], name: string, meaning: Column | null): number {
  const known = explainHeader(header).columns;
  return header.findIndex((other, index) => other === name || (meaning !== null && known[index] === meaning));
}

/** A field holds one line. */
function plainCell(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}

function quote(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
