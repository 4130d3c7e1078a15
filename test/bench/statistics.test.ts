import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePairs, median, quantile, spreadOf } from './statistics.js';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('quantile', () => {
  it.each([
    [[3], 0.5, 3],
    [[1, 2], 0.5, 1.5],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 0], 0.95, 9.5],
    [[2, 10, 1], 1, 10],
    [[2, 10, 1], 0, 1],
  ])('of %j at %d is %d', (list, q, expected) => {
    expect(quantile(list, q)).toBeCloseTo(expected);
  });

  it('lies within the values, whatever their order, and grows with q', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, q) => {
        const found = quantile(list, q);
        expect(found).toBeGreaterThanOrEqual(Math.min(...list));
        expect(found).toBeLessThanOrEqual(Math.max(...list));
        expect(quantile([...list].reverse(), q)).toBe(found);
        expect(quantile(list, q / 2)).toBeLessThanOrEqual(found);
      }),
    );
  });

  it('leaves the values as they are', () => {
    const list = [3, 1, 2];
    median(list);
    expect(list).toEqual([3, 1, 2]);
  });

  it('refuses to tell anything of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow('at least one value');
  });
});

describe('spreadOf', () => {
  it('tells the lowest, the middle and the highest', () => {
    expect(spreadOf([5, 1, 2])).toEqual({ low: 1, middle: 2, high: 5 });
  });
});

describe('comparePairs', () => {
  it('takes the ratio within each pair, so that a slow spell of the machine cancels out', () => {
    const { ratio } = comparePairs([[2], [20], [200]], [[1], [10], [100]], 0.5);
    expect(ratio).toEqual({ low: 2, middle: 2, high: 2 });
  });

  it('tells by how much the pairs differ', () => {
    const { difference, ratio } = comparePairs([[12], [15]], [[10], [10]], 0.5);
    expect(difference).toEqual({ low: 2, middle: 3.5, high: 5 });
    expect(ratio.low).toBeCloseTo(1.2);
    expect(ratio.high).toBeCloseTo(1.5);
  });

  it('refuses runs that are not pairs', () => {
    expect(() => comparePairs([[1]], [[1], [2]], 0.5)).toThrow('1 and 2');
  });
});
