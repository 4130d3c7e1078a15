import '@stallcast/themes/all.css';
import '@stallcast/elements/define';
import type { StallState } from '@stallcast/protocol';
import { exampleOrder, put } from '@stallcast/testing';
import { raise, setStage, type Stage } from '../../../../packages/elements/gallery/stage.js';
import { witnessMotion, type Moment } from '../../../../packages/elements/src/internal/motion.js';
import { sampleStall } from '../../../../packages/elements/src/internal/sample-stall.js';
import { STATES_AT } from '../../../../packages/elements/src/internal/widget-state.js';

/* Every named motion of the library, set and then played when it is asked for. */
declare global {
  interface Window {
    motions: {
      /** Their names, the moment that each has to play, and for how long it moves, ms. */
      list(): { name: string; moment: Moment; ms: number }[];
      /** Puts on screen what is there before. */
      set(name: string): Promise<void>;
      /** Changes it. */
      play(name: string): void;
      /** What is left now. */
      stock(sellable: number): void;
      /** The moments that were played since. */
      played(): string[];
    };
  }
}

type Put = ReturnType<typeof put>;

interface Motion {
  moment: Moment;
  ms: number;
  tag: string;
  attributes?: Readonly<Record<string, string>>;
  stall: StallState;
  before?: readonly Put[];
  change: readonly Put[];
}

const ON = { featured: ['peach'] };
const left = (sellable: number) => ({ onHand: 420, sold: 420 - sellable, sellable });
const stock = (sellable: number): Put => {
  const [one] = sampleStall('peach', { stock: left(sellable) }).stocks;
  if (!one) throw new Error('Expected a stock.');
  return put('stock', one);
};
const order = (seq: number, status: 'paid' | 'cancelled' = 'paid'): Put =>
  put(
    'order',
    exampleOrder({
      seq,
      status,
      lines: [{ productId: 'peach', qty: 1 + (seq % 3) }],
      buyer: { mask: `${seq % 7}**` },
      occurredAt: STATES_AT,
    }),
  );
const yuan = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;
const totals = (net: number, gross = net) => ({
  ...{ gross: yuan(gross), cancelled: yuan(0), refunded: yuan(gross - net), net: yuan(net) },
  ...{ paidOrders: 0, netOrders: 0, units: 0, massG: 0 },
});
const goalStall = (): StallState => {
  const stall = sampleStall('peach', ON);
  const goal = { id: 'g', scope: 'stall', metric: 'net-amount', target: 1_000_000, title: '今晚销售额' } as const;
  return {
    ...stall,
    session: stall.session && { ...stall.session, goals: [goal] },
    totals: { stall: totals(824_200), rooms: {} },
  };
};
const announced = (text: string): Put => put('announcement', { text, at: STATES_AT });

const CARD = { tag: 'stall-product-card' };
const COUNTER = { tag: 'stall-stock-counter', attributes: { 'product-id': 'peach' } };
const TICKER = { tag: 'stall-order-ticker', stall: sampleStall('peach', ON) };
const GOAL = { tag: 'stall-goal', stall: goalStall() };
const BOARD = { tag: 'stall-announcement', stall: sampleStall('peach', ON) };

const MOTIONS: Readonly<Record<string, Motion>> = {
  'a card comes in': {
    ...CARD,
    moment: 'in',
    ms: 460,
    stall: sampleStall('peach', {}),
    change: [put('featured', ['peach'])],
  },
  'a card leaves': { ...CARD, moment: 'out', ms: 200, stall: sampleStall('peach', ON), change: [put('featured', [])] },
  'sold out': {
    ...CARD,
    moment: 'stamp',
    ms: 250,
    stall: sampleStall('peach', { ...ON, stock: left(12) }),
    change: [stock(0)],
  },
  'back again': {
    ...CARD,
    moment: 'bring-back',
    ms: 250,
    stall: sampleStall('peach', { ...ON, stock: left(0) }),
    change: [stock(12)],
  },
  'digits roll': {
    ...COUNTER,
    moment: 'roll',
    ms: 310,
    stall: sampleStall('peach', { stock: left(192) }),
    change: [stock(189)],
  },
  'stock low': {
    ...COUNTER,
    moment: 'low',
    ms: 310,
    stall: sampleStall('peach', { stock: left(200) }),
    change: [stock(12)],
  },
  'a stroke less': {
    ...COUNTER,
    moment: 'tally',
    ms: 310,
    stall: sampleStall('peach', { stock: left(5) }),
    change: [stock(4)],
  },
  'an order': { ...TICKER, moment: 'in', ms: 400, before: [], change: [order(1)] },
  'the next order': {
    ...TICKER,
    attributes: { look: 'rows' },
    moment: 'change',
    ms: 310,
    before: [order(1)],
    change: [order(2)],
  },
  'many orders': {
    ...TICKER,
    moment: 'surge',
    ms: 310,
    before: [order(1)],
    change: [2, 3, 4, 5].map((seq) => order(seq)),
  },
  'an order cancelled': {
    ...TICKER,
    moment: 'cancelled',
    ms: 250,
    before: [order(1)],
    change: [order(1, 'cancelled')],
  },
  'a goal falls back': { ...GOAL, moment: 'goal', ms: 400, change: [put('totals', totals(561_800, 824_200))] },
  'a goal reached': { ...GOAL, moment: 'goal-reached', ms: 400, change: [put('totals', totals(1_020_000))] },
  'something is announced': { ...BOARD, moment: 'in', ms: 400, change: [announced('今晚八点加场，前一百单包邮')] },
  'something else is announced': {
    ...BOARD,
    moment: 'change',
    ms: 250,
    before: [announced('今晚八点加场')],
    change: [announced('九点开第二筐')],
  },
};

let stage: Stage | null = null;
let played: string[] = [];
witnessMotion(({ id }) => played.push(id));

const motionOf = (name: string): Motion => {
  const motion = MOTIONS[name];
  if (!motion) throw new Error(`There is no motion "${name}".`);
  return motion;
};

window.motions = {
  list: () => Object.entries(MOTIONS).map(([name, { moment, ms }]) => ({ name, moment, ms })),
  async set(name) {
    stage?.room.remove();
    const { tag, stall, attributes = {}, before = [] } = motionOf(name);
    stage = setStage(tag, { name, en: name, 'zh-CN': name, stall, attributes }, 'zh-CN');
    stage.room.setAttribute('announce', 'off');
    await raise(stage);
    await new Promise(requestAnimationFrame);
    for (const one of before) stage.fake.change([one]);
  },
  play(name) {
    played = [];
    for (const one of motionOf(name).change) stage?.fake.change([one]);
  },
  stock: (sellable) => void stage?.fake.change([stock(sellable)]),
  played: () => played,
};
document.documentElement.dataset['ready'] = '';
