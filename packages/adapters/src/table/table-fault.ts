import { oneLine } from '../polled/one-line.js';
import type { Column } from './columns.js';

/** What of a table could not be used, in one sentence of each language. */
export interface TableFault {
  /** Null for the table as a whole. */
  line: number | null;
  column: Column | null;
  /** Whether the row was left out for it, not its cell alone. */
  isRow: boolean;
  zh: string;
  en: string;
}

/** What a column asks for: in Chinese and in English. */
export type Wanted = readonly [zh: string, en: string];

/** Says that a cell holds something else than its column asks for. */
export function cellFault(line: number, column: Column, [zh, en]: Wanted, cell: string, isRow: boolean): TableFault {
  const shown = oneLine(cell, 30);
  const got = shown === '' ? ['空的', 'nothing'] : [`“${shown}”`, `“${shown}”`];
  const cost = isRow ? ['这一行没有采用', 'the row was left out'] : ['这一格没有采用', 'the cell was left out'];
  return {
    line,
    column,
    isRow,
    zh: `第 ${line} 行要填${zh}，现在是${got[0]}：${cost[0]}。`,
    en: `Line ${line}: expected ${en}, got ${got[1]}: ${cost[1]}.`,
  };
}

/** Says that a row has more cells than the header has names. */
export function wideFault(line: number, cells: number, width: number): TableFault {
  return {
    line,
    column: null,
    isRow: true,
    zh: `第 ${line} 行有 ${cells} 格，表头只有 ${width} 格，这一行没有采用：数字里有逗号的，去掉逗号或者加上引号。`,
    en: `Line ${line}: expected ${width} cells as in the header, got ${cells}: the row was left out. Put figures with a comma into quotes.`,
  };
}

/** Says that two rows are one product. */
export function repeatFault(line: number, other: number): TableFault {
  return {
    line,
    column: 'title',
    isRow: true,
    zh: `第 ${line} 行和第 ${other} 行是同一件商品，后一行没有采用：改商品名或编号。`,
    en: `Line ${line}: expected a product of its own, got the one of line ${other}: it was left out.`,
  };
}

/** Says something of the table as a whole. */
export function wholeFault(zh: string, en: string): TableFault {
  return { line: null, column: null, isRow: false, zh, en };
}

/** Both languages in one line, as faults of an adapter are told. */
export function faultLine({ zh, en }: TableFault): string {
  return `${zh} / ${en}`;
}
