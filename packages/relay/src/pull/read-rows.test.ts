import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.js';
import { ShopFault } from './shop-fault.js';

const rowsOf = (text: string, name?: string) => readRows(Buffer.from(text), name).map(({ raw }) => raw.toString());

describe('the rows of a list', () => {
  it('keep every digit', () => {
    expect(rowsOf('[{"id":912345678901234567}, {"id":912345678901234568}]')).toEqual([
      '{"id":912345678901234567}',
      '{"id":912345678901234568}',
    ]);
  });

  it('are found by the name of the list, wherever it stands', () => {
    const text = '{"links":[{"orders":[1]}],"orders" : [ {"a":"],[{\\""} ,{"b":[1,{"c":2}]}],"more":[{}]}';
    expect(rowsOf(text, 'orders')).toEqual(['{"a":"],[{\\""}', '{"b":[1,{"c":2}]}']);
  });

  it('are the rows that were written, whatever is in them', () => {
    const row = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), fc.nat(2), (rows, named, indent) => {
        const text = JSON.stringify(named ? { first: [{ orders: [] }], orders: rows, last: {} } : rows, null, indent);
        const raw = rowsOf(text, named ? 'orders' : undefined);
        expect(raw.map((one) => JSON.parse(one) as unknown)).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
    );
  });

  it('are none where the list is cut anywhere', () => {
    const whole = JSON.stringify({ orders: [{ id: 1, lines: ['a'] }, { id: 2 }] });
    for (let end = 0; end < whole.length; end += 1) {
      expect(() => rowsOf(whole.slice(0, end), 'orders'), whole.slice(0, end)).toThrow(ShopFault);
    }
  });

  it.each(['{}', '{"orders":{}}', 'null', '[]', '{"code":"rest_forbidden"}'])('are none in %s', (text) => {
    expect(() => rowsOf(text, 'orders')).toThrow(ShopFault);
  });

  it('that are no objects are left out', () => {
    expect(rowsOf('[null,1,"a",[2],{"id":3}]')).toEqual(['{"id":3}']);
  });
});
