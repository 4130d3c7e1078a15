import { describe, expect, it } from 'vitest';
import { expectLinear } from './linear.js';

const work = (steps: number): number => {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum * 31 + step) % 1_000_003;
  return sum;
};

describe('the measure of what is linear', () => {
  it('takes work that grows with its input', () => {
    expectLinear((length) => () => work(length * 40), 20_000, 0);
  });

  it('finds work that grows faster, be it half quadratic', () => {
    expect(() => expectLinear((length) => () => work(length * length), 1_000, 0)).toThrow(/twice as much/);
    expect(() => expectLinear((length) => () => work(length ** 1.6), 8_000, 0)).toThrow(/twice as much/);
  });
});
