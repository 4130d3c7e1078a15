import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountWords, wordsFor } from '../words/index.js';
import { amountText, moneyText } from './amount-text.js';

const zh = wordsFor('zh-CN');
const en = wordsFor('en');
const yuan = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;

describe('amountText', () => {
  it.each([
    [0, '0', '0'],
    [6_842, '6,842', '6,842'],
    [99_999, '99,999', '99,999'],
    [100_000, '10万', '100k'],
    [123_499, '12.34万', '123.49k'],
    [999_999, '99.99万', '999.99k'],
    [1_284_367, '128.43万', '1.28M'],
    [205_000_000, '2.05亿', '205M'],
    [-178, '−178', '−178'],
  ])('writes %d', (value, inChinese, inEnglish) => {
    expect([amountText(value, zh), amountText(value, en)]).toEqual([inChinese, inEnglish]);
  });

  it('never says more than is true, nor a hundredth of its unit less', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.constantFrom(zh, en), (value, words) => {
        const text = amountText(value, words);
        const unit = amountWords(words.language).compact.find(({ suffix }) => text.endsWith(suffix))?.per ?? 1;
        const told = Math.round(parseFloat(text.replaceAll(',', '')) * 100);
        expect(BigInt(told) * BigInt(unit)).toBeLessThanOrEqual(BigInt(value) * 100n);
        expect(BigInt(told + 1) * BigInt(unit)).toBeGreaterThan(BigInt(value) * 100n);
      }),
    );
  });
});

describe('moneyText', () => {
  it('leaves the cents out, towards zero', () => {
    expect(moneyText(yuan(684_299), zh)).toBe('¥6,842');
    expect(moneyText(yuan(-17_850), zh)).toBe('−¥178');
    expect(moneyText({ minor: 1_500, currency: 'JPY', exponent: 0 }, en)).toBe('¥1,500');
  });
});
