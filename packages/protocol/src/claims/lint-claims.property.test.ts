import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintClaims } from './lint-claims.js';

const CLAIMS = [
  '最佳',
  '全国第一',
  '100%',
  '80%的利润归农户',
  '降血糖',
  'best',
  'best before',
  'only 3 left',
  '不能',
  '有机',
  '最',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...CLAIMS), fc.string({ maxLength: 5 })), { maxLength: 30 })
    .map((parts) => parts.join('')),
);
const language = fc.constantFrom('zh-CN' as const, 'en' as const, 'any' as const);

/** What makes an expression that looks around itself try again and again. */
const BAIT: Record<string, (length: number) => string> = {
  digits: (length) => '1'.repeat(length),
  'digits and spaces': (length) => '1 '.repeat(length / 2),
  'digits and commas': (length) => '1,111'.repeat(length / 5),
  最: (length) => '最'.repeat(length),
  全国: (length) => '全国'.repeat(length / 2),
  '80%': (length) => '80%'.repeat(length / 3),
  不能: (length) => '不能'.repeat(length / 2),
  '80% goes': (length) => '80% goes '.repeat(length / 9),
  claims: (length) => '最佳'.repeat(length / 2),
  exceptions: (length) => '最佳赏味期'.repeat(length / 5),
  helping: (length) => 'help the our poor '.repeat(length / 18),
  not: (length) => 'not a a a '.repeat(length / 10),
  spaces: (length) => ' '.repeat(length),
  letters: (length) => 'a'.repeat(length),
};

describe('lintClaims', () => {
  it('never throws; its findings lie in the text, in order, without overlaps', () => {
    fc.assert(
      fc.property(text, language, (given, wished) => {
        let reach = 0;
        for (const { start, end, text: claim, reason } of lintClaims(given, wished)) {
          expect(start).toBeGreaterThanOrEqual(reach);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(given.length);
          expect(given.slice(start, end)).toBe(claim);
          expect(reason.en && reason['zh-CN']).toBeTruthy();
          reach = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same each time it is asked', () => {
    fc.assert(
      fc.property(text, language, (given, wished) => {
        expect(lintClaims(given, wished)).toEqual(lintClaims(given, wished));
      }),
    );
  });

  it('finds a claim wherever harmless words stand around it', () => {
    const harmless = fc.constantFrom('', '。', '桃子，', '今晚八点！', ' a peach. ');
    fc.assert(
      fc.property(harmless, harmless, (before, after) => {
        expect(lintClaims(`${before}国家级${after}`, 'any')).toMatchObject([{ start: before.length, text: '国家级' }]);
      }),
    );
  });

  it.each(Object.entries(BAIT))('takes twice as long for twice 50,000 signs of %s', (_, bait) => {
    const timeOf = (given: string) => {
      const startedAt = performance.now();
      const before = process.cpuUsage();
      lintClaims(given, 'any');
      const { user, system } = process.cpuUsage(before);
      // Where many programs want the processor, the clock on the wall counts their turns too.
      return Math.min(performance.now() - startedAt, (user + system) / 1_000);
    };
    const [once, twice] = [bait(50_000), bait(100_000)];
    let [short, long] = [Infinity, Infinity];
    // The fastest of each counts: a busy machine only ever adds.
    for (let tries = 0; tries < 30; tries++) {
      short = Math.min(short, timeOf(once));
      long = Math.min(long, timeOf(twice));
      if (tries > 1 && long <= 2.5 * short) break;
    }
    expect(long).toBeLessThanOrEqual(Math.max(2.5 * short, 5));
    expect(short).toBeLessThan(500);
  });
});
