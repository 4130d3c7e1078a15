import { formatMoney, type Goal, type Money, type Totals } from '@stallcast/protocol';
import type { ShowWords } from '../words/show-words.js';

/** A goal as the deck tells it. */
export interface GoalView {
  now: string;
  target: string;
  /** What is lacking, with its unit; empty once it is reached. */
  missing: string;
  /** 0 to 1. */
  share: number;
  isReached: boolean;
}

/** Half a kilogram. */
const JIN_G = 500;

/** Derives how far a goal is, from the totals of its scope. */
export function amountOfGoal(goal: Goal, totals: Totals | null, words: ShowWords['goal']): GoalView {
  const now = reachedOf(goal, totals);
  const tell = (amount: number): string => amountText(goal, amount, totals, words);
  return {
    now: tell(now),
    target: tell(goal.target),
    missing: now >= goal.target ? '' : tell(goal.target - now),
    share: goal.target > 0 ? Math.min(1, Math.max(0, now / goal.target)) : 0,
    isReached: now >= goal.target,
  };
}

/** Where a goal may be raised to at one press: half as much again and twice as much, in round figures. */
export function raisedTargets({ target }: Goal): number[] {
  return [...new Set([1.5, 2].map((times) => roundUp(target * times)))].filter((raised) => raised > target);
}

/** What of the totals counts for a goal: money in minor units, weight in grams. */
export function reachedOf({ metric }: Goal, totals: Totals | null): number {
  if (!totals) return 0;
  switch (metric) {
    case 'orders':
      return totals.netOrders;
    case 'units':
      return totals.units;
    case 'mass':
      return totals.massG;
    case 'net-amount':
      return totals.net.minor;
  }
}

/** Two digits that count, the rest zeros. */
function roundUp(amount: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1);
  return Math.ceil(amount / step) * step;
}

function amountText({ metric }: Goal, amount: number, totals: Totals | null, words: ShowWords['goal']): string {
  const grouped = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 1 });
  switch (metric) {
    case 'orders':
      return words.orders(grouped(amount));
    case 'units':
      return words.units(grouped(amount));
    case 'mass':
      return words.mass(grouped(amount / JIN_G));
    case 'net-amount': {
      const money: Money = { currency: 'CNY', exponent: 2, ...totals?.net, minor: amount };
      return formatMoney(money, { short: true });
    }
  }
}
