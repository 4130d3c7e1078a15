import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewCountText } from './view-count.js';

const text = (count: number, language: 'zh-CN' | 'en' = 'zh-CN') =>
  viewCountText({ count, basis: 'cumulative' }, language);

describe('viewCountText', () => {
  it.each([
    [0, '累计观看 0', '0 views in all'],
    [1, '累计观看 1', '1 view in all'],
    [9_999, '累计观看 9999', '9,999 views in all'],
    [10_000, '累计观看 1 万', '10,000 views in all'],
    [19_999, '累计观看 1.9 万', '19,999 views in all'],
    [20_000, '累计观看 2 万', '20,000 views in all'],
    [12_345_678, '累计观看 1,234.5 万', '12,345,678 views in all'],
  ])('names %i as a sum', (count, zh, en) => {
    expect([text(count), text(count, 'en')]).toEqual([zh, en]);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('has no words for %s', (count) => {
    expect(text(count)).toBeNull();
  });

  it('has no words for people who watch', () => {
    expect(viewCountText({ count: 20_000, basis: 'watching' as 'cumulative' }, 'zh-CN')).toBeNull();
  });

  it('never says more than there were', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (count) => {
        const [figure = ''] = /[\d,.]+/.exec(text(count) ?? '') ?? [];
        expect(Number(figure.replaceAll(',', '')) * (count < 10_000 ? 1 : 10_000)).toBeLessThanOrEqual(count + 1e-6);
      }),
    );
  });
});
