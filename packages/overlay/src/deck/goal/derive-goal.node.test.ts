import type { Goal, Totals } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zhCnShow } from '../words/zh-cn-show.js';
import { amountOfGoal, raisedTargets } from './derive-goal.js';

const money = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 as const });
const TOTALS: Totals = {
  gross: money(60_000),
  cancelled: money(0),
  refunded: money(0),
  net: money(50_050),
  paidOrders: 20,
  netOrders: 18,
  units: 25,
  massG: 62_250,
};
const goal = (metric: Goal['metric'], target: number): Goal => ({ id: 'g', metric, target, scope: 'stall' });

describe('amountOfGoal', () => {
  it.each([
    [goal('net-amount', 1_000_000), '¥500.50', '¥10,000', '¥9,499.50'],
    [goal('orders', 20), '18 单', '20 单', '2 单'],
    [goal('units', 100), '25 件', '100 件', '75 件'],
    [goal('mass', 100_000), '124.5 斤', '200 斤', '75.5 斤'],
  ] as const)('tells %o in its own unit', (wanted, now, target, missing) => {
    expect(amountOfGoal(wanted, TOTALS, zhCnShow.goal)).toMatchObject({ now, target, missing, isReached: false });
  });

  it('is reached at its target, and lacks nothing beyond it', () => {
    expect(amountOfGoal(goal('orders', 18), TOTALS, zhCnShow.goal)).toMatchObject({
      share: 1,
      isReached: true,
      missing: '',
    });
  });

  it('stands at nothing before any totals, and below nothing at nothing', () => {
    expect(amountOfGoal(goal('orders', 18), null, zhCnShow.goal).share).toBe(0);
    expect(amountOfGoal(goal('net-amount', 100), { ...TOTALS, net: money(-5) }, zhCnShow.goal).share).toBe(0);
  });
});

describe('raisedTargets', () => {
  it('offers half as much again and twice as much', () => {
    expect(raisedTargets(goal('net-amount', 1_000_000))).toEqual([1_500_000, 2_000_000]);
    expect(raisedTargets(goal('orders', 333))).toEqual([500, 670]);
  });

  it('always goes up, to whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (target) => {
        const raised = raisedTargets(goal('orders', target));
        expect(raised.length).toBeGreaterThan(0);
        for (const higher of raised) expect(Number.isSafeInteger(higher) && higher > target).toBe(true);
      }),
    );
  });
});
