import { describe, expect, it } from 'vitest';
import { delaysOfMany, latestSeen } from './latest-seen.js';
import { ON_HAND, ROUND } from './scripted-stall.js';

const figure = (changes: number) => ON_HAND - (changes % ROUND);
const sighting = (changes: number, at: number) => ({ figure: figure(changes), at });

describe('what a page had shown', () => {
  it('goes on after a number that begins again', () => {
    const seen = latestSeen([sighting(0, 0), sighting(7_000, 16), sighting(9_000, 32)], 9_000);
    expect(seen.map(({ change }) => change)).toEqual([0, 7_000, 9_000]);
  });

  it('has the rounds that were skipped in the longest gap', () => {
    const shown = [sighting(0, 0), sighting(100, 16), sighting(20_100, 2_000), sighting(20_200, 2_016)];
    expect(latestSeen(shown, 20_200).map(({ change }) => change)).toEqual([0, 100, 20_100, 20_200]);
  });

  it('is told as it is where the page never came to the end', () => {
    expect(latestSeen([sighting(0, 0), sighting(50, 16)], 20_000).map(({ change }) => change)).toEqual([0, 50]);
  });

  it('gives the delay of each change by the first frame that had it or a later one', () => {
    const seen = latestSeen([sighting(0, 0), sighting(2, 20), sighting(3, 40)], 3);
    expect(delaysOfMany([5, 10, 15], seen)).toEqual([15, 10, 25]);
  });
});
