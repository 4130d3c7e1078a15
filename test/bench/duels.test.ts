import { describe, expect, it } from 'vitest';
import { duelsOf, winnerOf } from './duels.js';

describe('a duel', () => {
  it('takes the ratio within each round', () => {
    const [duel] = duelsOf('time', { ours: [10, 30], theirs: [20, 40] }, 'ours');
    expect(duel).toEqual({ what: 'time', rival: 'theirs', ratio: { low: 0.5, middle: 0.625, high: 0.75 } });
  });

  it('is not fought where one of the two is missing', () => {
    expect(duelsOf('time', { theirs: [1] }, 'ours')).toEqual([]);
    expect(duelsOf('time', { ours: [1], theirs: [] }, 'ours')).toEqual([]);
  });

  it.each([
    [0.9, 'ours'],
    [0.98, 'even'],
    [1.04, 'even'],
    [1.1, 'theirs'],
  ])('of %d is won by %s', (middle, winner) => {
    expect(winnerOf({ ratio: { low: middle, middle, high: middle } })).toBe(winner);
  });
});
