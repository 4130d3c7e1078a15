import { describe, expect, it } from 'vitest';
import { readTable } from '../../packages/overlay/src/studio/data-wizard/asking/ask-table.js';
import { compareProducts } from '../../packages/overlay/src/studio/data-wizard/copying/compare-products.js';
import { commandsOf } from '../../packages/overlay/src/studio/data-wizard/copying/commands-of.js';
import {
  emptyGrid,
  gridText,
  pasteInto,
  writeCell,
} from '../../packages/overlay/src/studio/data-wizard/doors/type-in/grid.js';
import { HOSTILE_TEXT } from './corpora.js';
import { expectLinear } from './linear.js';

const WHERE = 'https://table.example/stall.csv';
const NOTHING = { products: [], offers: [], stocks: [] };
let ids = 0;
const newId = () => `id-${++ids}`;
const compare = (text: string) => {
  const answer = readTable(text, WHERE, 'CNY');
  return answer.ok ? compareProducts(answer.inspection.rows, NOTHING, newId) : [];
};

describe('the data wizard, of what breaks programs', () => {
  it('makes products that are called so, and nothing else', () => {
    const grid = emptyGrid(['商品', '价格', '备注'], HOSTILE_TEXT.length);
    const written = HOSTILE_TEXT.reduce((at, text, row) => {
      const line = text.replace(/\s+/g, ' ');
      return writeCell(writeCell(at, row, 0, line), row, 1, '1');
    }, grid);
    const found = compare(gridText(written));
    expect(found.length).toBeGreaterThan(HOSTILE_TEXT.length / 2);
    const told = new Set(HOSTILE_TEXT.map((text) => text.replace(/\s+/g, ' ').trim()));
    for (const one of found) {
      expect(told.has(one.product.title) || one.product.title.includes('\uFFFD')).toBe(true);
      expect(commandsOf(one).every(({ type }) => type === 'put-product' || type === 'put-offer')).toBe(true);
    }
  });

  it('reads any of it as a header, a cell, a whole table and a paste, and says in a sentence what is wrong', () => {
    for (const text of HOSTILE_TEXT) {
      for (const table of [
        text,
        `商品,价格\n${text},${text}\n`,
        `${text},商品,价格\n1,2,3\n`,
        JSON.stringify([{ 商品: text, 价格: text }]),
      ]) {
        const answer = readTable(table, WHERE, 'CNY');
        if (!answer.ok) expect(answer.trouble.en).toMatch(/\.$/);
      }
      const pasted = text.includes('"') ? null : pasteInto(emptyGrid(['商品', '价格']), 0, 0, text);
      if (pasted) expect(pasted.rows.every((line) => line.length === pasted.header.length)).toBe(true);
    }
  });

  it('takes twice as long for twice the rows', () => {
    expectLinear((rows) => {
      const text = `商品,价格,链接号\n${Array.from({ length: rows }, (_, row) => `桃${row},1,${row}`).join('\n')}`;
      return () => compare(text);
    }, 2_000);
  });
});
