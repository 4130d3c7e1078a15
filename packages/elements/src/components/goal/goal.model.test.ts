import type { Goal } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalWords } from '../../words/index.js';
import { deriveGoalView, pickGoal } from './goal.model.js';
import { goalStall, totalsOf } from './goal.states.js';

const zh = goalWords('zh-CN');
const en = goalWords('en');

/** The county head's goal: ¥10,000 a night. */
const goal = (changes: Partial<Goal> = {}): Goal => ({
  id: 'tonight',
  metric: 'net-amount',
  target: 1_000_000,
  scope: 'stall',
  ...changes,
});

const view = (totals: ReturnType<typeof totalsOf> | null, changes: Partial<Goal> = {}, words = zh) =>
  deriveGoalView(goal(changes), totals, undefined, words);

describe('deriveGoalView', () => {
  it('S6 shows net money against the goal, which falls after refunds', () => {
    expect(view(totalsOf(1_012_000))).toMatchObject({ state: 'reached', now: '¥10,120', target: '¥10,000', share: 1 });
    expect(view(totalsOf(1_012_000, 58_000))).toMatchObject({
      state: 'fallen-back',
      now: '¥9,540',
      lost: { word: '退款', amount: '−¥580' },
      share: 0.954,
      peak: 1,
    });
  });

  it('is reached with the last of it, not before', () => {
    expect(view(totalsOf(1_000_000))?.state).toBe('reached');
    expect(view(totalsOf(999_999))?.state).toBe('running');
  });

  it('S3 never shows as reached what was cancelled', () => {
    expect(view({ ...totalsOf(1_000_000, 0, 200_000), paidOrders: 260, netOrders: 200 })).toMatchObject({
      state: 'fallen-back',
      now: '¥8,000',
      share: 0.8,
    });
    const orders = { ...totalsOf(0), paidOrders: 260, netOrders: 200 };
    expect(view(orders, { metric: 'orders', target: 260 })).toMatchObject({
      now: '200 单',
      target: '260 单',
      share: 200 / 260,
    });
  });

  it.each([
    [17_800, 0, '退款', 'refunded'],
    [0, 17_800, '取消', 'cancelled'],
    [10_000, 7_800, '退单', 'returned'],
  ])('says what was given back: %d refunded, %d cancelled', (refunded, cancelled, inChinese, inEnglish) => {
    expect(view(totalsOf(500_000, refunded, cancelled))?.lost).toEqual({ word: inChinese, amount: '−¥178' });
    expect(view(totalsOf(500_000, refunded, cancelled), {}, en)?.lost).toEqual({ word: inEnglish, amount: '−¥178' });
  });

  it('writes units and mass as they are said', () => {
    const totals = { ...totalsOf(0), units: 1, massG: 535_400 };
    expect(view(totals, { metric: 'units', target: 420 }, en)).toMatchObject({ now: '1 unit', target: '420 units' });
    expect(view(totals, { metric: 'mass', target: 1_500_000 })).toMatchObject({ now: '1,070 斤', target: '3,000 斤' });
    expect(view(totals, { metric: 'mass', target: 1_500_000 }, en)).toMatchObject({
      now: '535 kg',
      target: '1,500 kg',
    });
  });

  it('shows nothing before there are totals', () => {
    expect(view(null)).toBeNull();
    expect(deriveGoalView(null, totalsOf(1), undefined, zh)).toBeNull();
  });

  it('is synthetic where its totals or its session are', () => {
    expect(view({ ...totalsOf(1), synthetic: true })?.isSynthetic).toBe(true);
    expect(deriveGoalView(goal(), totalsOf(1), true, zh)?.isSynthetic).toBe(true);
    expect(view(totalsOf(1))?.isSynthetic).toBe(false);
  });

  it('lies within its meter, the notch never below the fill, and reached only with all of it', () => {
    const amount = fc.nat(10_000_000_000);
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.integer({ min: 1, max: 10_000_000_000 }),
        (net, refunded, cancelled, target) => {
          const shown = view(totalsOf(net + refunded + cancelled, refunded, cancelled), { target });
          if (!shown) throw new Error('Expected a view.');
          expect(shown.share).toBeGreaterThanOrEqual(0);
          expect(shown.peak).toBeGreaterThanOrEqual(shown.share);
          expect(shown.peak).toBeLessThanOrEqual(1);
          expect(shown.state === 'reached').toBe(net >= target);
          expect(shown.lost === null).toBe(refunded + cancelled === 0);
        },
      ),
    );
  });
});

describe('pickGoal', () => {
  const { session } = goalStall({}, null);
  if (!session) throw new Error('The sample stall has no session.');
  const north = goal({ id: 'north', scope: 'north' });
  const both = { ...session, goals: [north, goal()] };

  it('takes the one that is named, in whatever scope', () => {
    expect(pickGoal(both, 'north', undefined)).toBe(north);
    expect(pickGoal(both, 'gone', 'north')).toBeNull();
  });

  it('takes the first of this room or the stall', () => {
    expect(pickGoal(both, '', 'north')?.id).toBe('north');
    expect(pickGoal(both, '', 'south')?.id).toBe('tonight');
    expect(pickGoal(both, '', undefined)?.id).toBe('tonight');
    expect(pickGoal(null, '', 'north')).toBeNull();
  });
});
