import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveColumn } from './roll.js';

describe('deriveColumn', () => {
  it.each([
    ['2', '1', true, ['2']],
    ['5', '3', true, ['4', '5']],
    ['0', '9', true, ['0']],
    ['1', '8', true, ['9', '0', '1']],
    ['1', '2', false, ['1']],
    ['9', '1', false, ['0', '9']],
  ])('rolls from %s to %s through what lies between', (before, after, isFalling, column) => {
    expect(deriveColumn(before, after, isFalling)).toEqual(column);
  });

  it.each([
    ['9', '2', true],
    ['', '4', true],
    ['+', '1', true],
    ['–', '1', false],
  ])('does not roll from "%s" to "%s"', (before, after, isFalling) => {
    expect(deriveColumn(before, after, isFalling)).toEqual([]);
  });

  it('always ends at the digit that was there, each one step from the next', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(digit, digit, fc.boolean(), (before, after, isFalling) => {
        const column = deriveColumn(String(before), String(after), isFalling);
        if (column.length === 0) return;
        expect(column.at(-1)).toBe(String(before));
        [after, ...column.map(Number)].reduce((one, next) => {
          expect((next - one + 10) % 10).toBe(isFalling ? 1 : 9);
          return next;
        });
      }),
    );
  });
});
