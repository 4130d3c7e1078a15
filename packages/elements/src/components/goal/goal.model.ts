import { formatMoney, STALL_SCOPE, type Goal, type Money, type Session, type Totals } from '@stallcast/protocol';
import { amountText, moneyText } from '../../internal/amount-text.js';
import { plainText } from '../../internal/fit-text.js';
import type { GoalWords } from '../../words/index.js';

/** What a viewer sees of a goal. `fallen-back`: something was given back, and the goal is not reached. */
export type GoalState = 'running' | 'fallen-back' | 'reached';

/** What was given back: 退款 −¥178. */
export interface Lost {
  word: string;
  amount: string;
}

/** What the goal shows, free of the DOM. */
export interface GoalView {
  id: string;
  state: GoalState;
  label: string;
  /** What is reached by now, with its unit. */
  now: string;
  /** What is to be reached, with its unit. */
  target: string;
  /** What was given back, in a word and an amount; null for nothing. */
  lost: Lost | null;
  /** The part that is reached, 0 to 1. */
  share: number;
  /** The part that had been reached with what was given back since, 0 to 1: never below `share`. */
  peak: number;
  isSynthetic: boolean;
}

/** Picks a session's goal: by its id, or the first of this room or the stall. */
export function pickGoal(session: Session | null | undefined, goalId: string, room: string | undefined): Goal | null {
  const goals = session?.goals ?? [];
  const own = (goal: Goal): boolean => goal.scope === STALL_SCOPE || goal.scope === room;
  return goals.find((goal) => (goalId ? goal.id === goalId : own(goal))) ?? null;
}

/**
 * Derives the goal's view from the totals of its scope alone, so that a reload shows the same. Null before there are totals.
 *
 * What was given back is told for orders and money; of units and mass the totals keep no gross.
 */
export function deriveGoalView(
  goal: Goal | null,
  totals: Totals | null | undefined,
  synthetic: boolean | undefined,
  words: GoalWords,
): GoalView | null {
  if (!goal || !totals || !(goal.target > 0)) return null;
  const { now, before, write, lost } = measureOf(goal.metric, totals, words);
  const share = part(now, goal.target);
  const isReached = now >= goal.target;
  return {
    id: goal.id,
    state: isReached ? 'reached' : before > now ? 'fallen-back' : 'running',
    label: plainText(goal.title ?? '', 100) || words.goal,
    now: write(now),
    target: write(goal.target),
    lost: before > now ? lost : null,
    share,
    peak: Math.max(share, part(before, goal.target)),
    isSynthetic: (totals.synthetic ?? synthetic) === true,
  };
}

interface Measured {
  now: number;
  /** What it would be had nothing been given back. */
  before: number;
  write: (value: number) => string;
  lost: Lost | null;
}

function measureOf(metric: Goal['metric'], totals: Totals, words: GoalWords): Measured {
  const { net, gross, refunded, cancelled } = totals;
  const word =
    cancelled.minor === 0
      ? words.goalLost.refunded
      : refunded.minor === 0
        ? words.goalLost.cancelled
        : words.goalLost.both;
  switch (metric) {
    case 'net-amount': {
      const money = (minor: number): Money => ({ ...net, minor });
      const lost = { word, amount: `−${formatMoney(money(Math.max(0, gross.minor - net.minor)), { short: true })}` };
      return { now: net.minor, before: gross.minor, write: (minor) => moneyText(money(minor), words), lost };
    }
    case 'orders': {
      const { netOrders, paidOrders } = totals;
      const lost = { word, amount: `−${amountText(Math.max(0, paidOrders - netOrders), words)}` };
      const write = (count: number) => words.goalOrders(amountText(count, words), count);
      return { now: netOrders, before: paidOrders, write, lost };
    }
    case 'units': {
      const { units } = totals;
      return {
        now: units,
        before: units,
        write: (count) => words.goalUnits(amountText(count, words), count),
        lost: null,
      };
    }
    case 'mass': {
      const { massG } = totals;
      const { grams, unit } = words.massUnit;
      return { now: massG, before: massG, write: (g) => amountText(Math.trunc(g / grams), words) + unit, lost: null };
    }
  }
}

function part(value: number, target: number): number {
  return Math.max(0, Math.min(1, value / target));
}
