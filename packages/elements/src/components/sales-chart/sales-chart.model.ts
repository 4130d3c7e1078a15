import { formatMoney, type Session, type Totals } from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import { amountText, moneyText } from '../../internal/amount-text.js';
import { clockTime } from '../../internal/local-time.js';
import type { ChartWords } from '../../words/index.js';
import { ticksOf, type Tick } from './sales-chart.axis.js';

/** What is stacked: orders that stand, or net money. */
export type ChartMetric = 'orders' | 'net';

/** Where the figures come from, and how much there is room for. */
export interface ChartSource {
  totals: Totals | null | undefined;
  session: Session | null | undefined;
  freshness: Freshness | undefined;
  metric: ChartMetric;
  /** The most stacks that there is room for. */
  places: number;
  /** Ms since 1970 by the server's clock. */
  now: number;
  words: ChartWords;
}

/** One stack of crates. */
export interface Stack {
  /** Start and end, ms since 1970. */
  from: number;
  to: number;
  /** Height in crates; the topmost may be filled in part. Never below zero. */
  crates: number;
  /** For those who read a table: 19:05–19:10, and how much. */
  span: string;
  text: string;
}

/** What the chart shows, free of the DOM. */
export interface ChartView {
  /** The figure of the metric, and the other one beside it. */
  figure: string;
  unit: string;
  other: string;
  /** What was taken back, with its word; empty for nothing. */
  lost: string;
  /** What one crate stands for. */
  crate: string;
  stacks: readonly Stack[];
  /** How many stacks the axis has room for. */
  slots: number;
  ticks: readonly Tick[];
  /** The chart in one sentence. */
  summary: string;
  isEmpty: boolean;
  isSynthetic: boolean;
  /** When the clock alone adds a stack, ms; null for never. */
  nextAt: number | null;
}

/** No stack is higher. */
export const MOST_CRATES = 8;
/** An axis is at least this long, so that a young session does not shout. */
const LEAST_SLOTS = 12;

/** Derives the chart; null without totals that tell the course of the session. */
export function deriveChartView(source: ChartSource): ChartView | null {
  const { totals, session, metric, words } = source;
  const start = Date.parse(totals?.timeline?.from ?? '');
  if (!totals?.timeline || !session || Number.isNaN(start)) return null;
  const { timeline, net, netOrders } = totals;
  const until = toldUntil(source);
  const { values, stepMs } = inSteps(timeline[metric], timeline.stepMs, until - start, source.places);

  const major = metric === 'net' ? 10 ** net.exponent : 1;
  const crate = crateFor(Math.max(0, ...values) / major) * major;
  const write = (value: number): string =>
    metric === 'net' ? formatMoney({ ...net, minor: value }, { short: true }) : words.orderCount(value);
  const stacks = values.map((value, index): Stack => {
    const [from, to] = [start + index * stepMs, start + (index + 1) * stepMs];
    const span = `${clockTime(from, words, session.tz)}–${clockTime(to, words, session.tz)}`;
    return { from, to, crates: Math.max(0, value / crate), span, text: write(value) };
  });
  const slots = Math.min(Math.max(values.length, LEAST_SLOTS), source.places);
  const amounts = { orders: amountText(netOrders, words), net: moneyText(net, words) };
  const lost = lostText(totals, metric, words);
  const began = clockTime(start, words, session.tz);
  const told = clockTime(Math.max(start, until), words, session.tz);
  return {
    figure: amounts[metric],
    unit: metric === 'orders' ? words.orderWord(netOrders) : '',
    other: metric === 'orders' ? amounts.net : words.orderCount(netOrders),
    lost,
    crate: words.crateIs(write(crate)),
    stacks,
    slots,
    ticks: ticksOf(start, slots * stepMs, slots, words, session.tz),
    summary: words.chartSummary(`${began}–${told}`, words.orderCount(netOrders), formatMoney(net, { short: true })),
    isEmpty: netOrders === 0 && values.every((value) => value === 0),
    isSynthetic: totals.synthetic === true,
    nextAt: nextStackAt(source, start, stepMs, values.length),
  };
}

/** Until when the figures tell: of what came since the line went down nothing is known, and it is not shown as nothing. */
function toldUntil({ session, freshness, now }: ChartSource): number {
  const heard = freshness?.level === 'live' ? now : Math.min(now, freshness?.heardAt ?? now);
  const ends = Date.parse(session?.endsAt ?? '');
  return Number.isNaN(ends) ? heard : Math.min(heard, ends);
}

/** Brings the steps to as few as there is room for, by adding up neighbours. Time in which nothing was sold counts. */
function inSteps(
  steps: readonly number[],
  stepMs: number,
  elapsedMs: number,
  places: number,
): { values: number[]; stepMs: number } {
  const length = Math.max(steps.length, Math.ceil(Math.max(0, elapsedMs) / stepMs));
  let merged = 1;
  while (Math.ceil(length / merged) > places) merged *= 2;
  const values = Array.from({ length: Math.ceil(length / merged) }, (_, index) =>
    steps.slice(index * merged, (index + 1) * merged).reduce((sum, value) => sum + value, 0),
  );
  return { values, stepMs: stepMs * merged };
}

/** What a crate holds: 1, 2 or 5 with zeros, so that no stack is higher than the shelf. */
export function crateFor(largest: number): number {
  if (!Number.isFinite(largest)) return 1;
  for (let power = 1; ; power *= 10) {
    const digit = [1, 2, 5].find((one) => largest <= one * power * MOST_CRATES);
    if (digit) return digit * power;
  }
}

function lostText(
  { net, gross, cancelled, refunded, netOrders, paidOrders }: Totals,
  metric: ChartMetric,
  words: ChartWords,
) {
  const { goalLost } = words;
  const word = cancelled.minor === 0 ? goalLost.refunded : refunded.minor === 0 ? goalLost.cancelled : goalLost.both;
  if (metric === 'orders') return paidOrders > netOrders ? `${word} −${words.orderCount(paidOrders - netOrders)}` : '';
  const minor = gross.minor - net.minor;
  return minor > 0 ? `${word} −${formatMoney({ ...net, minor }, { short: true })}` : '';
}

function nextStackAt({ session, freshness, now }: ChartSource, start: number, stepMs: number, stacks: number) {
  const next = start + stacks * stepMs;
  const ends = Date.parse(session?.endsAt ?? '');
  if (freshness?.level !== 'live' || ends <= next) return null;
  return next >= now ? next + 1 : null;
}
