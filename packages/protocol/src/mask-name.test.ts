import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANONYMOUS_MASK, maskName } from './mask-name.js';

describe('maskName', () => {
  it.each([
    ['王伟', '王*'],
    ['欧阳娜娜', '欧**'],
    ['阿依古丽·买买提', '阿**'],
    ['阿依古丽 买买提', '阿**'],
    ['John Doe', 'J**'],
    ['José', 'J**'],
    ['A', ANONYMOUS_MASK],
    ['王', ANONYMOUS_MASK],
    ['', ANONYMOUS_MASK],
    ['   ', ANONYMOUS_MASK],
    ['🍑🍑', ANONYMOUS_MASK],
    ['🍑桃子', ANONYMOUS_MASK],
    ['13812345678', ANONYMOUS_MASK],
    ['小王13812345678', ANONYMOUS_MASK],
    ['小王１３８１２３４５６７８', ANONYMOUS_MASK],
    ['张 138 1234 5678', ANONYMOUS_MASK],
    ['jon@example.com', ANONYMOUS_MASK],
    ['https://example.com/me', ANONYMOUS_MASK],
    ['***', ANONYMOUS_MASK],
    ['محمد', 'م**'],
    ['\u202e王伟', '王*'],
    ['王\u200b\u200b\u200b伟', '王*'],
  ])('masks %j as %j', (name, mask) => {
    expect(maskName(name)).toBe(mask);
  });

  it('shows one character at most and always hides one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const mask = maskName(name);
        expect(mask).toMatch(/^(\*\*|\P{M}\p{M}{0,2}\*{1,2})$/u);
        if (mask !== ANONYMOUS_MASK)
          expect(name.normalize('NFC').length).toBeGreaterThan(mask.replaceAll('*', '').length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never lets a digit through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => !/\p{Nd}/u.test(maskName(name))),
      { numRuns: 2_000 },
    );
  });

  it('takes no longer for a long name', () => {
    const began = performance.now();
    maskName('·'.repeat(1_000_000) + 'a\u0301'.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(100);
  });
});
