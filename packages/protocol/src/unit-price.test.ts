import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitPrice } from './unit-price.js';

const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;

describe('unitPrice', () => {
  it.each([
    [1990, 2500, 398, 796],
    [3680, 5000, 368, 736],
    [3990, 2500, 798, 1596],
    [1000, 1500, 333, 667],
  ])('of %d for %d g', (price, grams, jin, kg) => {
    expect(unitPrice(cny(price), { value: grams, unit: 'g' }, 'jin')).toEqual({ money: cny(jin), per: 'jin' });
    expect(unitPrice(cny(price), { value: grams, unit: 'g' }, 'kg')).toEqual({ money: cny(kg), per: 'kg' });
  });

  it('has none without a mass or volume', () => {
    expect(unitPrice(cny(1990), undefined, 'jin')).toBeNull();
    expect(unitPrice(cny(1990), { value: 0, unit: 'g' }, 'jin')).toBeNull();
    expect(unitPrice(cny(1990), { value: 6, unit: 'piece' }, 'jin')).toBeNull();
  });

  it('is off by half a minor unit at most', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.integer({ min: 1, max: 10 ** 7 }), (price, grams) => {
        const unit = unitPrice(cny(price), { value: grams, unit: 'g' }, 'kg');
        const twice = 2n * BigInt(unit?.money.minor ?? -1) * BigInt(grams) - 2n * BigInt(price) * 1000n;
        expect(twice <= BigInt(grams) && twice > -BigInt(grams)).toBe(true);
      }),
    );
  });
});
