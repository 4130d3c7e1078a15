import { AdapterError } from '@stallcast/protocol';
import type { Sheet, SheetRow } from './sheet.js';

const DELIMITERS = [',', '\t', ';', '，'] as const;

/** How a text is taken apart other than by what it looks like. */
export interface CsvOptions {
  /** What stands between two cells, where that is known. @default found in the first line */
  delimiter?: string;
  /** Keeps rows in which nothing stands: whoever counts rows needs them. */
  keepsEmpty?: boolean;
}

/**
 * Reads CSV after RFC 4180: quoted cells with doubled quotes and line breaks in them, CRLF, LF or CR.
 *
 * The delimiter is a comma, or whichever of tab, semicolon and Chinese comma the first line has more of. Empty rows are left out,
 * both unless the options say otherwise.
 * Throws an `AdapterError` for a quote that is never closed: that is how a table looks whose end is missing.
 */
export function parseCsv(text: string, { delimiter: given, keepsEmpty = false }: CsvOptions = {}): Sheet {
  const told = /^sep=(.)(?:\r\n|\n|\r)/.exec(text);
  const delimiter = given ?? told?.[1] ?? delimiterOf(text);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let line = told ? 2 : 1;
  let startedAt = line;
  let at = told?.[0].length ?? 0;

  const endRow = () => {
    const isKept = keepsEmpty ? cells.length > 0 : cells.some((cell) => cell.trim() !== '');
    if (isKept) rows.push({ line: startedAt, cells });
    cells = [];
  };

  while (at < text.length) {
    if (cells.length === 0) startedAt = line;
    let cell = '';
    if (text[at] === '"') {
      const openedAt = line;
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) throw unclosed(openedAt);
        const part = text.slice(at, end);
        cell += part;
        line += breaksIn(part);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    // What stands behind a closing quote belongs to the cell, as spreadsheets have it.
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
    cells.push(cell + text.slice(start, at));

    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end leaves one more cell, which is empty.
      if (at === text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
    }
    if (at < text.length && (text[at] === '\n' || text[at] === '\r')) {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      line += 1;
      endRow();
    }
  }
  const isOpen = cells.length > 0;
  const longest = Math.max(0, ...rows.slice(0, 50).map((row) => row.cells.length));
  const mayBeCut = isOpen && cells.length < longest;
  endRow();
  return { rows, mayBeCut };
}

function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.replace(/"[^"]*(?:"|$)/g, ''))?.[0] ?? '';
  let [best, most] = [',', 0];
  for (const one of DELIMITERS) {
    const count = first.split(one).length - 1;
    if (count > most) [best, most] = [one, count];
  }
  return best;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function unclosed(line: number): AdapterError {
  return new AdapterError(
    'bad-answer',
    `第 ${line} 行的引号没有闭合，整张表没有采用：可能没下载完整，会自己再试。 / ` +
      `Expected a closing quote for line ${line}, got the end of the table: none of it was used, and it is asked for again.`,
  );
}
