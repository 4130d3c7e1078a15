import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.js';

const cellsOf = (text: string) => parseCsv(text).rows.map(({ cells }) => cells);

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom('a', '桃', ' ', '"', ',', '\n', '\r', ';', '\t', '，', '7') });
const grid = fc
  .array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((rows) => rows.map((row, index) => (index === 0 ? ['title', ...row] : row)));

describe('parseCsv', () => {
  it('reads back every quoted table, whatever is in its cells and between its rows', () => {
    fc.assert(
      fc.property(
        grid,
        fc.constantFrom(',', ';', '\t', '，'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (rows, by, end, last) => {
          const text = rows.map((row) => row.map(quote).join(by)).join(end) + (last ? end : '');
          expect(cellsOf(text)).toEqual(rows.filter((row) => row.some((one) => one.trim() !== '')));
        },
      ),
    );
  });

  it('makes rows of any text, or says that a quote is not closed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          for (const { line, cells } of parseCsv(text).rows) {
            expect(line).toBeGreaterThan(0);
            expect(cells.length).toBeGreaterThan(0);
          }
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-answer' });
          expect(text).toContain('"');
        }
      }),
    );
  });

  it('never takes the beginning of a quoted table for all of it', () => {
    fc.assert(
      fc.property(grid, fc.nat(), (rows, at) => {
        const whole = rows.map((row) => row.map(quote).join(',')).join('\n');
        const text = whole.slice(0, at % whole.length);
        const complete = cellsOf(whole);
        let part: { rows: readonly { cells: readonly string[] }[]; mayBeCut: boolean };
        try {
          part = parseCsv(text);
        } catch {
          return;
        }
        // Of rows that are there, all are as they were; but for the last one, which may have lost cells.
        const last = part.rows.length - 1;
        part.rows.forEach(({ cells }, index) => {
          if (index < last) expect(cells).toEqual(complete[index]);
          else expect(complete[index]?.slice(0, cells.length - 1)).toEqual(cells.slice(0, -1));
        });
      }),
    );
  });

  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n\n ,\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['sep=;\na;b', [['a', 'b']]],
    [
      'a，b\n1，2,5',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    ['"a"x,b', [['ax', 'b']]],
    ['5" pot,b', [['5" pot', 'b']]],
  ])('reads %j', (text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('names rows by the line where they begin', () => {
    expect(parseCsv('a,b\r\n"1\r\n2",x\r\n\r\n3,y').rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('finds that a last row may be cut', () => {
    expect(parseCsv('a,b,c\n1,2,3\n4,5').mayBeCut).toBe(true);
    expect(parseCsv('a,b,c\n1,2,3\n4,5\n').mayBeCut).toBe(false);
    expect(parseCsv('a,b,c\n1,2,3\n4,5,6').mayBeCut).toBe(false);
    expect(() => parseCsv('a,b\n1,"2')).toThrow(/第 2 行.*line 2/s);
  });
});
