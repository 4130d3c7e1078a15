import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWaitMs, parseRetryAfter } from './next-wait.js';

const never = () => 0;

describe('nextWaitMs', () => {
  it('is the interval after an answer', () => {
    expect(nextWaitMs({ intervalMs: 15_000, failures: 0 }, never)).toBe(15_000);
  });

  it('is short after one failure and doubles up to a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 20].map((failures) => nextWaitMs({ intervalMs: 15_000, failures }, never));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  });

  it('is ten seconds at most where nobody answers, and no shorter than the interval', () => {
    const wait = (failures: number, intervalMs: number) =>
      nextWaitMs({ intervalMs, failures, unanswered: true }, never);
    expect([1, 2, 3, 20].map((failures) => wait(failures, 5_000))).toEqual([5_000, 10_000, 10_000, 10_000]);
    expect(wait(20, 30_000)).toBe(30_000);
  });

  it('is at least the pause that was asked for, ten minutes at most', () => {
    expect(nextWaitMs({ intervalMs: 15_000, failures: 1, retryAfterMs: 42_000 }, never)).toBe(42_000);
    expect(nextWaitMs({ intervalMs: 15_000, failures: 1, retryAfterMs: 1e12 }, never)).toBe(600_000);
  });

  it('is never shorter for chance, and by a quarter longer at most', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const [least, wait] = [never, () => chance].map((random) =>
          nextWaitMs({ intervalMs: 5_000, failures }, random),
        );
        expect(wait).toBeGreaterThanOrEqual(least!);
        expect(wait).toBeLessThanOrEqual(least! * 1.25);
      }),
    );
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-07-01T11:00:00Z');
  it.each([
    ['30', 30_000],
    ['0.5', 500],
    ['Wed, 01 Jul 2026 11:01:00 GMT', 60_000],
    ['Wed, 01 Jul 2026 10:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads %j as %j ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});
