import { describe, expect, it } from 'vitest';
import { linesOf } from './summary.mjs';
import type { Tally } from './tally.mjs';

const suite = (
  words: string,
  passed: number,
  failed: number,
  { failures = [], secondTries = [] }: Partial<Pick<Tally, 'failures' | 'secondTries'>> = {},
) => ({ words, passed, failed, failures, secondTries, seconds: 1.25 });

describe('the summary of a run', () => {
  it('has a line for each suite, and the sum as its last', () => {
    expect(linesOf([suite('Lint', 1, 0), suite('Faults', 7, 2)])).toEqual([
      '',
      '✓ Lint: 1 passed, 0 failed (1.3 s)',
      '✗ Faults: 7 passed, 2 failed (1.3 s)',
      '8 passed, 2 failed',
    ]);
  });

  it('names each test that passed at the second try only, and what it had failed on', () => {
    const late = {
      name: 'faults/matrix.test.ts > 4 black hole',
      error: '\u001b[31mexpected\u001b[39m 9 to be 8\n\n-9\n+8',
    };
    expect(linesOf([suite('Lint', 1, 0), suite('Faults', 7, 0, { secondTries: [late] })]).slice(3)).toEqual([
      '! 有 1 项第二次才通过 1 test passed at the second try:',
      '    faults/matrix.test.ts > 4 black hole: expected 9 to be 8',
      '8 passed, 0 failed',
    ]);
  });

  it('names each test that failed, before those, and of very many the first', () => {
    const wrong = { name: 'relay.test.ts > answers', error: 'expected 500 to be 200\n\n-500\n+200' };
    expect(linesOf([suite('Units', 7, 1, { failures: [wrong], secondTries: [wrong] })]).slice(2, 6)).toEqual([
      '✗ 有 1 项没通过 1 test failed:',
      '    relay.test.ts > answers: expected 500 to be 200',
      '! 有 1 项第二次才通过 1 test passed at the second try:',
      '    relay.test.ts > answers: expected 500 to be 200',
    ]);
    const lines = linesOf([suite('Units', 0, 99, { failures: Array.from({ length: 99 }, () => wrong) })]);
    expect(lines).toHaveLength(35);
    expect(lines.at(-2)).toBe('    …');
  });
});
