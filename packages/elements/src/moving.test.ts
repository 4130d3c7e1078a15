import type { StallState } from '@stallcast/protocol';
import { exampleOrder, put, removal, yuan } from '@stallcast/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadEntries } from '../gallery/entries.js';
import { raise, setStage, settled, type Stage } from '../gallery/stage.js';
import type { Moment } from './internal/motion.js';
import { STATES_AT } from './internal/widget-state.js';
import './define.js';

const MOMENTS: Readonly<Record<Moment, true>> = {
  in: true,
  change: true,
  out: true,
  roll: true,
  tally: true,
  low: true,
  stamp: true,
  'bring-back': true,
  surge: true,
  cancelled: true,
  goal: true,
  'goal-reached': true,
};

/** What a compositor moves by itself, and what says how. */
const MAY_MOVE = ['transform', 'opacity', 'offset', 'computedOffset', 'easing', 'composite'];

interface Played {
  tag: string;
  id: string;
  properties: string[];
}
const played: Played[] = [];
/** By how much the clock of this page was put forward, in ms. */
let skipped = 0;
const entries = await loadEntries();

/** Lets a stall live through an evening: less, none, again, many orders, one taken back, away. */
async function live({ element, fake, pass }: Stage, stall: StallState): Promise<void> {
  const [totals] = [stall.totals.stall];
  const stocks = (changes: object) => stall.stocks.map((stock) => put('stock', { ...stock, ...changes }));
  const offers = (price: number | null) =>
    stall.offers.map((offer) => put('offer', { ...offer, price: price === null ? null : yuan(price) }));
  const order = (seq: number, changes = {}) =>
    put('order', exampleOrder({ seq, occurredAt: STATES_AT, lines: lineOf(stall), ...changes }));
  const scopes = ['stall', ...Object.keys(stall.totals.rooms)];
  const reach = (netOrders: number) =>
    totals ? scopes.map((scope) => put('totals', { ...totals, netOrders, net: yuan(netOrders * 100) }, scope)) : [];
  const steps: [ms: number, puts: Parameters<typeof fake.change>[0]][] = [
    [1300, [...stocks({ sellable: 12, onHand: 12, sold: 0 }), ...offers(3190), ...reach(9), said('一')]],
    [
      1300,
      [...stocks({ sellable: 0, sold: 400, onHand: 400 }), ...offers(null), order(901), ...reach(1e9), said('二')],
    ],
    [1300, [...stocks({ sellable: 11, onHand: 11, sold: 0 }), ...offers(3290), order(902), ...reach(5)]],
    [10, [...stocks({ sellable: 9, onHand: 11, sold: 2 }), ...[903, 904, 905, 906].map((seq) => order(seq))]],
    [10, [order(902, { status: 'cancelled' })]],
    [1300, [put('featured', []), ...stocks({ hold: 'paused' }), removal('announcement', 'stall')]],
  ];
  for (const [ms, puts] of steps) {
    pass(ms);
    skipped += ms;
    fake.change(puts);
    await new Promise(requestAnimationFrame);
    await settled(element);
  }
}

const said = (text: string) => put('announcement', { text, at: STATES_AT });
const lineOf = (stall: StallState) => [{ productId: stall.products[0]?.id ?? 'peach', qty: 2, amount: yuan(3990) }];

describe('every motion', () => {
  beforeAll(() => {
    const animate = Element.prototype.animate;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + skipped);
    vi.spyOn(Element.prototype, 'animate').mockImplementation(function (this: Element, frames, options) {
      const animation = animate.call(this, frames, options);
      const keyframes = (animation.effect as KeyframeEffect).getKeyframes();
      const root = this.getRootNode();
      const tag = root instanceof ShadowRoot ? root.host.localName : this.localName;
      played.push({ tag, id: animation.id, properties: [...new Set(keyframes.flatMap((one) => Object.keys(one)))] });
      return animation;
    });
  });
  afterEach(() => {
    document.body.replaceChildren();
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it.each(entries)('of <$tag> in all its states is of transform and opacity alone, and has its name', async (entry) => {
    const from = played.length;
    for (const state of entry.states) {
      const stage = setStage(entry.tag, state, 'zh-CN');
      await raise(stage);
      await new Promise(requestAnimationFrame);
      if (state.stall) await live(stage, state.stall);
      stage.room.remove();
    }
    const own = played.slice(from);
    expect(own.filter(({ properties }) => properties.some((name) => !MAY_MOVE.includes(name)))).toEqual([]);
    expect(own.filter(({ id }) => !(id in MOMENTS))).toEqual([]);
  });

  it('was seen: each moment once at least', () => {
    const seen = new Set(played.map(({ id }) => id));
    expect(Object.keys(MOMENTS).filter((moment) => !seen.has(moment))).toEqual([]);
  });
});

describe('no style sheet', () => {
  it.each(
    Object.entries(
      import.meta.glob<{ default: { cssText: string } | { cssText: string }[] }>('./**/*.styles.ts', { eager: true }),
    ),
  )('%s moves anything by itself', (_, { default: styles }) => {
    const text = [styles]
      .flat()
      .map(({ cssText }) => cssText)
      .join('');
    expect(text).not.toMatch(/@keyframes|(?<![\w-])(transition|animation)(-\w+)*\s*:/);
  });
});
