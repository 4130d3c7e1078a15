import { describe, expect, it } from 'vitest';
import { poissonArrivals } from './poisson.js';
import { median } from './statistics.js';

const gapsOf = (arrivals: number[]) => arrivals.map((at, i) => at - (arrivals[i - 1] ?? 0));

describe('poissonArrivals', () => {
  it('comes at the asked rate', () => {
    const arrivals = poissonArrivals(5_000, 20, 1);
    expect(arrivals.at(-1)! / arrivals.length).toBeCloseTo(50, -1);
  });

  it('has the gaps of chance: their median is ln 2 of their mean', () => {
    expect(median(gapsOf(poissonArrivals(5_000, 20, 2))) / 50).toBeCloseTo(Math.LN2, 1);
  });

  it('is spread evenly over the phases of a frame', () => {
    const phases = [0, 0, 0, 0];
    for (const at of poissonArrivals(8_000, 20, 3)) phases[Math.floor(((at % (1_000 / 60)) / (1_000 / 60)) * 4)]! += 1;
    for (const share of phases) expect(share / 8_000).toBeCloseTo(0.25, 1);
  });

  it('repeats with its seed, and differs with another', () => {
    expect(poissonArrivals(10, 5, 7)).toEqual(poissonArrivals(10, 5, 7));
    expect(poissonArrivals(10, 5, 7)).not.toEqual(poissonArrivals(10, 5, 8));
  });
});
