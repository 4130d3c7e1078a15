import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount, parseJin, parseLinkNo, parsePrice } from './parse-fields.js';

describe('what an operator types', () => {
  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['１２０', 120],
    ['1,200', 1200],
    ['1000000', 1_000_000],
  ])('reads the count %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each(['', '-1', '1.5', '十二', '1e3', '10000000', '0x10', 'NaN'])('takes no count from %j', (text) => {
    expect(parseCount(text)).toBeNull();
  });

  it.each([
    ['39.90', 3990],
    ['￥39.9', 3990],
    ['３９．９', 3990],
    ['39。9', 3990],
    ['10000', 1_000_000],
  ])('reads the price %j', (text, minor) => {
    expect(parsePrice(text, 'CNY')).toEqual({ minor, currency: 'CNY', exponent: 2 });
  });

  it.each(['', '0', '-5', '39.999', '三十九', '1/3'])('takes no price from %j', (text) => {
    expect(parsePrice(text, 'CNY')).toBeNull();
  });

  it.each([
    ['5', 2500],
    ['2.5', 1250],
    ['0.5', 250],
    ['１．５', 750],
  ])('reads %j 斤', (text, grams) => {
    expect(parseJin(text)).toEqual({ value: grams, unit: 'g' });
  });

  it.each(['', '0', '-1', '0.001', '5kg', '100000'])('takes no weight from %j', (text) => {
    expect(parseJin(text)).toBeNull();
  });

  it.each(['0', '1000', '1.5', 'x'])('takes no link number from %j', (text) => {
    expect(parseLinkNo(text)).toBeNull();
  });

  it('never throws, and gives whole numbers only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const value of [parseCount(text), parsePrice(text, 'CNY')?.minor, parseJin(text)?.value]) {
          expect(value === null || value === undefined || Number.isSafeInteger(value)).toBe(true);
        }
      }),
    );
  });

  it('reads back every count and every price that it could have written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
        expect(parseCount(String(n))).toBe(n);
        expect(parsePrice(`${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`, 'CNY')?.minor).toBe(n);
      }),
    );
  });
});
