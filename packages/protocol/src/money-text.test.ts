import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, moneyParts, parseMoney } from './money-text.js';

describe('parseMoney', () => {
  it.each([
    ['39.90', 'CNY', 3990, 2],
    ['39.9', 'CNY', 3990, 2],
    ['39', 'CNY', 3900, 2],
    ['39.', 'CNY', 3900, 2],
    ['0.00', 'CNY', 0, 2],
    ['-1.78', 'CNY', -178, 2],
    ['39.9000', 'CNY', 3990, 2],
    ['1200', 'JPY', 1200, 0],
    ['1.250', 'KWD', 1250, 3],
  ])('reads %s %s', (text, currency, minor, exponent) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency, exponent });
  });

  it.each([
    ['', 'CNY'],
    ['NaN', 'CNY'],
    ['1e3', 'CNY'],
    ['1,000', 'CNY'],
    ['39.999', 'CNY'],
    ['0x10', 'CNY'],
    ['39.90', 'yuan'],
    ['99999999999999999999', 'CNY'],
    ['999999999999999.99', 'CNY'],
  ])('refuses %j %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  it('gives back what it wrote, in every currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('CNY', 'JPY', 'KWD', 'USD'), (minor, currency) => {
        fc.pre(Math.abs(minor) < 10 ** 14);
        const exponent = ({ CNY: 2, JPY: 0, KWD: 3, USD: 2 } as const)[currency];
        const { negative, whole, cents } = moneyParts({ minor, currency, exponent });
        expect(parseMoney(`${negative ? '-' : ''}${whole}${cents && `.${cents}`}`, currency)).toEqual({
          minor,
          currency,
          exponent,
        });
      }),
    );
  });
});

describe('formatMoney', () => {
  it.each([
    [3990, false, '¥39.90'],
    [1_000_000, true, '¥10,000'],
    [-17_800, true, '−¥178'],
    [5, false, '¥0.05'],
    [123_456_789_00, false, '¥123,456,789.00'],
  ])('writes %d', (minor, short, text) => {
    expect(formatMoney({ minor, currency: 'CNY', exponent: 2 }, { short })).toBe(text);
  });
});
