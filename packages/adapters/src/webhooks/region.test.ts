import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHINESE_PROVINCES } from './chinese-provinces.js';
import { regionOf } from './region.js';
import { US_STATES } from './us-states.js';

describe('regionOf', () => {
  it.each([
    ['CN', 'CN11', '江苏'],
    ['CN', 'CN1', '云南'],
    ['CN', 'CN32', '新疆'],
    ['CN', '江苏省', '江苏'],
    ['CN', '新疆维吾尔自治区', '新疆'],
    ['CN', 'CN-SC', '四川'],
    ['CN', 'Sichuan', '四川'],
    ['US', 'CA', 'California'],
    ['US', 'Kentucky', 'Kentucky'],
  ])('%s %s is in %s', (country, state, name) => {
    expect(regionOf(country, state)).toEqual({ level: 'province', name });
  });

  it.each([
    ['CN', 'CN0'],
    ['CN', 'CN33'],
    ['CN', '江苏省无锡市示例路 88 号'],
    ['US', '969 Market'],
    ['US', '__proto__'],
    ['TH', 'TH-10'],
  ])('of %s %s only the country is told', (country, state) => {
    expect(regionOf(country, state)).toEqual({ level: 'country', name: country });
  });

  it('says nothing without a country', () => {
    expect(regionOf('', 'CA')).toBeUndefined();
    expect(regionOf('example street 5', 'CA')).toBeUndefined();
  });

  it('never says anything but a name of its lists or a country’s code', () => {
    const names = new Set([...CHINESE_PROVINCES.map(({ name }) => name), ...Object.values(US_STATES)]);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('CN', 'US', 'DE'), fc.string()), fc.string(), (country, state) => {
        const region = regionOf(country, state);
        if (region)
          expect(region.level === 'province' ? names.has(region.name) : /^[A-Z]{2}$/.test(region.name)).toBe(true);
      }),
    );
  });

  it('knows 34 divisions and 51 states', () => {
    expect([CHINESE_PROVINCES.length, Object.keys(US_STATES).length]).toEqual([34, 51]);
  });
});
