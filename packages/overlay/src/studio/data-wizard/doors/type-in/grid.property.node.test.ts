import { inspectTable, readCells } from '@stallcast/adapters/table/inspect';
import { AdapterError } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRow, emptyGrid, gridText, isEmpty, MAX_GRID_ROWS, pasteInto, writeCell } from './grid.js';

const HEADER = ['商品', '价格', '库存', '链接号'];
const WHERE = { url: 'https://shop.example/', currency: 'CNY' };

describe('the grid', () => {
  it('is pasted into from a cell on, and grows', () => {
    const grid = pasteInto(emptyGrid(HEADER, 2), 1, 0, '桃\t39.9\t5\n李\t20\n')!;
    expect(grid.rows).toEqual([
      ['', '', '', ''],
      ['桃', '39.9', '5', ''],
      ['李', '20', '', ''],
    ]);
    expect(isEmpty(grid)).toBe(false);
  });

  it.each<[what: string, row: number, column: number, text: string, rows: string[][]]>([
    [
      'a column with a gap',
      0,
      1,
      '39.9\n\n20\n',
      [
        ['', '39.9'],
        ['', ''],
        ['', '20'],
      ],
    ],
    [
      'a column of dear goods',
      0,
      1,
      '1,299\r\n2,500\r\n',
      [
        ['', '1,299'],
        ['', '2,500'],
        ['', ''],
      ],
    ],
    [
      'titles with commas',
      0,
      0,
      '桃，又大，又甜\t39.9\n\t\n李\t20',
      [
        ['桃，又大，又甜', '39.9'],
        ['', ''],
        ['李', '20'],
      ],
    ],
    [
      'rows with commas alone',
      0,
      0,
      '桃,39.9\n李,20',
      [
        ['桃', '39.9'],
        ['李', '20'],
        ['', ''],
      ],
    ],
  ])('keeps each figure beside its product: %s', (_, row, column, text, rows) => {
    expect(pasteInto(emptyGrid(HEADER, 3), row, column, text)?.rows).toEqual(rows.map((cells) => [...cells, '', '']));
  });

  it('takes the columns of a table that is pasted whole', () => {
    const grid = pasteInto(emptyGrid(HEADER), 2, 1, '品名\t售价\t备注\n桃\t39.9\t甜\n')!;
    expect(grid).toEqual({ header: ['品名', '售价', '备注'], rows: [['桃', '39.9', '甜']] });
    const more = pasteInto(grid, 0, 0, '商品,库存,价格\n李,7,20\n')!;
    expect(more).toEqual({
      header: ['品名', '售价', '备注', '库存'],
      rows: [
        ['桃', '39.9', '甜', ''],
        ['李', '20', '', '7'],
      ],
    });
  });

  it('leaves to others what does not fit into fields', () => {
    const rows = Array.from({ length: MAX_GRID_ROWS + 1 }, (_, index) => `桃${index}\t1`).join('\n');
    expect(pasteInto(emptyGrid(HEADER), 0, 0, rows)).toBeNull();
    expect(pasteInto(emptyGrid(HEADER), 0, 0, 'a\t'.repeat(20))).toBeNull();
    const half = '桃\t1\n'.repeat(MAX_GRID_ROWS / 2);
    const grid = pasteInto(emptyGrid(HEADER), 0, 0, half)!;
    expect(pasteInto(grid, MAX_GRID_ROWS / 2, 0, half)?.rows).toHaveLength(MAX_GRID_ROWS);
    expect(pasteInto(grid, MAX_GRID_ROWS / 2 + 1, 0, half)).toBeNull();
    expect(pasteInto(emptyGrid(HEADER), 0, 0, `${'桃'.repeat(600)}\t1`)?.rows[0]?.[0]).toHaveLength(500);
  });

  it('reads back as it was written, whatever was typed', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(cell, cell, (title, price) => {
        const grid = writeCell(writeCell(addRow(emptyGrid(HEADER, 0)), 0, 0, title), 0, 1, price);
        const rows = readCells(gridText(grid));
        if (title.trim() === '' && price.trim() === '') expect(rows).toHaveLength(1);
        else expect(rows[1]?.slice(0, 2)).toEqual([title, price]);
        expect(() => inspectTable(gridText(grid), WHERE)).not.toThrow();
      }),
    );
  });

  it('makes a grid of any paste, or says why not', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `商品\t价格\n${text}`),
        ),
        (text) => {
          try {
            const grid = pasteInto(emptyGrid(HEADER), 4, 3, text);
            if (!grid) return;
            expect(grid.rows.every((line) => line.length === grid.header.length)).toBe(true);
            inspectTable(gridText(grid), WHERE);
          } catch (error) {
            expect(error).toBeInstanceOf(AdapterError);
          }
        },
      ),
    );
  });
});
