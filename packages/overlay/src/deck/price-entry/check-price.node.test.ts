import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsOf } from './check-price.js';

const yuan = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 as const });

describe('doubtsOf', () => {
  it.each([
    [3990, 399, 'lower', 90],
    [3990, 39_900, 'higher', 900],
    [4000, 1999, 'lower', 50],
  ] as const)('asks about a step from %i to %i', (before, after, kind, percent) => {
    expect(doubtsOf(yuan(after), yuan(before), null)).toEqual([{ kind, percent }]);
  });

  it.each([
    [4000, 2000],
    [4000, 6000],
    [3990, 3590],
  ])('lets a step from %i to %i pass', (before, after) => {
    expect(doubtsOf(yuan(after), yuan(before), null)).toEqual([]);
  });

  it('asks about what is below the floor, also for a first price', () => {
    expect(doubtsOf(yuan(1900), null, yuan(2000))).toEqual([{ kind: 'floor', floor: yuan(2000) }]);
    expect(doubtsOf(yuan(2000), null, yuan(2000))).toEqual([]);
  });

  it('asks about every point in the wrong place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1e9 }), (minor) => {
        expect(doubtsOf(yuan(minor * 10), yuan(minor), null)).not.toEqual([]);
        expect(doubtsOf(yuan(Math.floor(minor / 10)), yuan(minor), null)).not.toEqual([]);
      }),
    );
  });
});
