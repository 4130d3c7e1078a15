import { describe, expect, it } from 'vitest';
import { inRounds } from './rounds.js';

async function setup(plan: { atLeast: number; planned: number; seconds: number }, runMs = 1_000) {
  const order: string[] = [];
  let now = 0;
  const act = async (one: string) => {
    order.push(one);
    now += runMs;
  };
  const rounds = await inRounds(['a', 'b', 'c'], plan, act, () => now);
  return { order: order.join(''), rounds };
}

describe('rounds', () => {
  it('turn the order round each time', async () => {
    const { order, rounds } = await setup({ atLeast: 1, planned: 3, seconds: 60 });
    expect(order).toBe('abccbaabc');
    expect(rounds).toEqual({ done: 3, planned: 3 });
  });

  it('are dropped as a whole where the time is up', async () => {
    const { order, rounds } = await setup({ atLeast: 1, planned: 9, seconds: 7 });
    expect(order).toBe('abccba');
    expect(rounds).toEqual({ done: 2, planned: 9 });
  });

  it('are as many as the least, whatever they take', async () => {
    expect((await setup({ atLeast: 2, planned: 9, seconds: 0 })).rounds.done).toBe(2);
  });
});
