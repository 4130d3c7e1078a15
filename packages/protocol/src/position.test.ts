import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePositions, formatPosition, parsePosition } from './position.js';

describe('positions', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{26}$/), fc.nat(), (epoch, offset) => {
        expect(parsePosition(formatPosition({ epoch, offset }))).toEqual({ epoch, offset });
      }),
    );
  });

  it.each(['', '41', '.41', 'A.', 'A.-1', 'A.1.5', 'A.01', 'A.1e3', 'A.99999999999999999', 'A B.1', null, undefined])(
    'are not read from %j',
    (text) => {
      expect(parsePosition(text)).toBeNull();
    },
  );

  it('sort by epoch first', () => {
    expect(comparePositions({ epoch: 'A', offset: 9 }, { epoch: 'B', offset: 1 })).toBeLessThan(0);
    expect(comparePositions({ epoch: 'A', offset: 9 }, { epoch: 'A', offset: 1 })).toBeGreaterThan(0);
  });
});
