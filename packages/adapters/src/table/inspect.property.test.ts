import { AdapterError } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainHeader, faultLine, inspectTable, readCells } from './inspect.js';
import { readTable } from './read-table.js';

const WHERE = { url: 'https://shop.example/stall.csv', currency: 'CNY' };
const outcome = <T>(work: () => T): T | string => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return error.message;
  }
};

describe('inspectTable', () => {
  it('tells of each column what it means, and of each row what became of it', () => {
    const { columns, rows } = inspectTable('商品,价格,备注,库存\n桃,39.9,早上摘的,12\n李,三块,,\n,5,,1\n', WHERE);
    expect(columns.map(({ name, column }) => [name, column])).toEqual([
      ['商品', 'title'],
      ['价格', 'price'],
      ['备注', null],
      ['库存', 'stock'],
    ]);
    expect(rows.map(({ line, read }) => [line, read?.product.title])).toEqual([
      [2, '桃'],
      [3, undefined],
      [4, undefined],
    ]);
    expect(rows[1]?.faults).toMatchObject([{ line: 3, column: 'price', isRow: true }]);
    expect(rows[1]?.faults[0]?.zh).toContain('价格');
  });

  it('says of any text what the adapter says', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('39.9', '售罄', '1', '', '桃', '"', '商品'));
    const table = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
      .map((rows) => ['商品,价格,库存,链接号,备注', ...rows.map((row) => row.join(','))].join('\n'));
    fc.assert(
      fc.property(fc.oneof(table, fc.string(), fc.json()), (text) => {
        // Told for the second time, so that one which merely looks cut is used.
        const adapter = outcome(() => readTable(text, { ...WHERE, feature: [] }, null, true));
        const wizard = outcome(() => inspectTable(text, WHERE));
        if (typeof adapter === 'string' || typeof wizard === 'string') {
          expect(wizard).toEqual(adapter);
          return;
        }
        expect(wizard.rows.flatMap(({ read }) => (read ? [read.product] : []))).toEqual(adapter.reading.products);
        const said = [...wizard.faults, ...wizard.rows.flatMap(({ faults }) => faults)].map(faultLine);
        for (const fault of said) expect(adapter.faults).toContain(fault);
      }),
    );
  });
});

describe('cells that were copied out of a spreadsheet', () => {
  it('come row by row, line breaks inside them as well', () => {
    expect(readCells('桃\t39.9\r\n"李\n两斤"\t5\r\n')).toEqual([
      ['桃', '39.9'],
      ['李\n两斤', '5'],
    ]);
  });

  it('are known to begin with a header, or not', () => {
    expect(explainHeader(['品名', '单价', '售价'])).toEqual({ isHeader: true, columns: ['title', null, 'price'] });
    expect(explainHeader(['桃', '39.9']).isHeader).toBe(false);
  });
});
