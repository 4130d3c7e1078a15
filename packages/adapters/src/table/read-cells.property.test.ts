import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readCount,
  readFeatured,
  readLinkNo,
  readNet,
  readPicture,
  readPrice,
  readSaleUnit,
  readStockCell,
} from './read-cells.js';

const yuan = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });

/** Full-width digits and signs, as Chinese keyboards write them. */
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('readPrice', () => {
  it('reads every amount, in both widths, with and without sign, to the cent', () => {
    fc.assert(
      fc.property(
        fc.nat(9_999_999),
        fc.constantFrom('', '¥', '￥', '元', 'CNY '),
        fc.boolean(),
        (minor, sign, isWide) => {
          const digits = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
          const text = sign === '元' ? digits + sign : sign + digits;
          expect(readPrice(isWide ? wide(text) : text, 'CNY')).toEqual(yuan(minor));
        },
      ),
    );
  });

  it.each([
    ['39.9', 3_990],
    ['39', 3_900],
    ['1,299.00', 129_900],
    [' ３９．９ 元 ', 3_990],
    ['¥19.90/箱', 1_990],
    ['39.900', 3_990],
  ])('reads %j', (cell, minor) => {
    expect(readPrice(cell, 'CNY')).toEqual(yuan(minor));
  });

  it.each(['', ' ', '待开价', '¥???', '？？？', '--'])('takes %j for one that is kept back', (cell) => {
    expect(readPrice(cell, 'CNY')).toBeNull();
  });

  it.each(['39,90', '-5', '$5', '39.905', '1e3', '三十九', '39.9.9', '1,29', '5元10', '9'.repeat(40)])(
    'refuses %j',
    (cell) => {
      expect(readPrice(cell, 'CNY')).toBe('unreadable');
    },
  );

  it('goes by the currency', () => {
    expect(readPrice('$5', 'USD')).toMatchObject({ minor: 500 });
    expect(readPrice('¥1200', 'JPY')).toEqual({ minor: 1_200, currency: 'JPY', exponent: 0 });
    expect(readPrice('12.5', 'JPY')).toBe('unreadable');
  });
});

describe('readStockCell', () => {
  it('reads every count', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('', '件', '箱', ' 份'), fc.boolean(), (count, unit, isWide) => {
        const text = `${count}${unit}`;
        expect(readStockCell(isWide ? wide(text) : text)).toEqual({ sellable: count, basis: 'manual' });
      }),
    );
  });

  it.each([
    ['1,200', { sellable: 1_200, basis: 'manual' }],
    ['12.0', { sellable: 12, basis: 'manual' }],
    ['100+', { sellable: 100, basis: 'at-least' }],
    ['-3', { sellable: 0, basis: 'manual', oversold: 3 }],
    ['售罄', { sellable: 0, basis: 'manual' }],
    ['Sold out', { sellable: 0, basis: 'manual' }],
    ['有货', { sellable: null, basis: 'boolean' }],
    ['暂停', { sellable: null, basis: 'manual', hold: 'paused' }],
    ['', null],
  ])('reads %j', (cell, figures) => {
    expect(readStockCell(cell)).toEqual(figures);
  });

  it.each(['12.5', '很多', '1e3', '0x10', '12-15', '9'.repeat(12), 'Infinity'])('refuses %j', (cell) => {
    expect(readStockCell(cell)).toBe('unreadable');
  });
});

describe('readNet', () => {
  it('reads 斤, 公斤 and grams in whole grams', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (grams) => {
        const value = { value: grams, unit: 'g' };
        expect(readNet(`${grams}g`)).toEqual(value);
        expect(readNet(`${Math.floor(grams / 1_000)}.${String(grams % 1_000).padStart(3, '0')}kg`)).toEqual(value);
        expect(readNet(`${Math.floor(grams / 500)}.${String((grams % 500) * 2).padStart(3, '0')}斤`)).toEqual(value);
      }),
    );
  });

  it.each([
    ['5斤', 2_500, 'g'],
    ['5斤装', 2_500, 'g'],
    ['约8斤', 4_000, 'g'],
    ['2.5kg', 2_500, 'g'],
    ['2.3公斤', 2_300, 'g'],
    ['500g×3', 1_500, 'g'],
    ['3*500克', 1_500, 'g'],
    ['３两', 150, 'g'],
    ['1.5L', 1_500, 'ml'],
    ['12个', 12, 'piece'],
  ])('reads %j', (cell, value, unit) => {
    expect(readNet(cell)).toEqual({ value, unit });
  });

  it('takes the unit of the column for a bare number', () => {
    expect(readNet('5', '斤')).toEqual({ value: 2_500, unit: 'g' });
    expect(readNet('5kg', '斤')).toEqual({ value: 5_000, unit: 'g' });
  });

  it.each(['5', '斤', '0斤', '-5斤', '0.3g', '5磅', '5斤6两', '2x5斤x2', '5斤5'])('refuses %j', (cell) => {
    expect(readNet(cell)).toBe('unreadable');
  });
});

describe('the other cells', () => {
  it.each([
    ['1', 1],
    ['１号', 1],
    ['3号链接', 3],
    ['No.7', 7],
    ['#8', 8],
    ['', null],
    ['https://shop.example/1', null],
    ['0', 'unreadable'],
    ['一', 'unreadable'],
    ['12345', 'unreadable'],
  ])('read the link %j', (cell, number) => {
    expect(readLinkNo(cell)).toBe(number);
  });

  it.each([
    ['是', 9],
    ['TRUE', 9],
    ['✓', 9],
    ['2', 2],
    ['否', 0],
    ['', 0],
    ['false', 0],
    ['0', 0],
  ])('read from %j whether it is shown', (cell, place) => {
    expect(readFeatured(cell)).toBe(place);
  });

  it.each([
    ['https://a.example/p.jpg', 'https://a.example/p.jpg'],
    ['pictures/peach.svg', 'https://shop.example/live/pictures/peach.svg'],
    ['', null],
    ['javascript:alert(1)', 'unreadable'],
    ['java\tscript:alert(1)', 'unreadable'],
    ['data:text/html,<script>', 'unreadable'],
    ['file:///etc/passwd', 'unreadable'],
  ])('read the picture %j', (cell, url) => {
    const read = readPicture(cell, 'https://shop.example/live/stall.csv');
    expect(typeof read === 'string' ? read : read && read.url).toBe(url);
  });

  it('read units and limits', () => {
    expect([readSaleUnit('箱'), readSaleUnit('Jar'), readSaleUnit('constructor')]).toEqual(['box', 'jar', null]);
    expect([readCount('5件'), readCount(''), readCount('0'), readCount('many')]).toEqual([
      5,
      null,
      'unreadable',
      'unreadable',
    ]);
  });

  it('make something of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const read of [readStockCell, readNet, readLinkNo, readCount]) read(text);
        readPrice(text, 'CNY');
        const picture = readPicture(text, 'https://shop.example/');
        if (picture !== null && picture !== 'unreadable') expect(picture.url).toMatch(/^(?:https?:|data:image\/)/);
      }),
    );
  });
});
