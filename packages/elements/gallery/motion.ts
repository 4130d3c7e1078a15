import '@stallcast/themes/all.css';
import type { StallState } from '@stallcast/protocol';
import { put } from '@stallcast/testing';
import '../src/define.js';
import { sampleStall } from '../src/internal/sample-stall.js';
import { STATES_AT } from '../src/internal/widget-state.js';
import { seekMotion } from '../src/seek.js';
import { raise, setStage, settled, type Stage } from './stage.js';

/** One motion: what is on screen, what then changes, and how long that moves in ms. */
interface Strip {
  tag: string;
  width: number;
  height: number;
  ms: number;
  attributes?: Readonly<Record<string, string>>;
  stall: StallState;
  /** What happened earlier, and is over. */
  before?: (stage: Stage) => void;
  change: (stage: Stage) => void;
}

/** Three temperaments, and when in the motion its frames are, from 0 to 1. */
const THEMES = ['orchard', 'harvest', 'night'];
const FRAMES = [0, 0.25, 0.5, 0.75, 1];
/** Longer than any motion. */
const OVER_MS = 10_000;

const low = { onHand: 12, sold: 0, sellable: 12 };
const ON = { featured: ['peach'] };
const sold = { onHand: 420, sold: 420, sellable: 0 };
const order = (seq: number) =>
  put('order', {
    id: `o${seq}`,
    orderId: String(seq),
    lines: [{ productId: 'peach', qty: 2 }],
    room: 'main',
    status: 'paid',
    buyer: { mask: '王**' },
    region: { level: 'province', name: '浙江' },
    occurredAt: STATES_AT,
    seq,
  });
const stockPut = (changes: Parameters<typeof sampleStall>[1]) => {
  const [stock] = sampleStall('peach', changes).stocks;
  if (!stock) throw new Error('Expected a stock.');
  return put('stock', stock);
};
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
const CARD = { tag: 'stall-product-card', width: 1000, height: 380 };

const STRIPS: Readonly<Record<string, Strip>> = {
  in: {
    ...CARD,
    ms: 460,
    stall: sampleStall('peach', {}),
    change: ({ fake }) => void fake.change([put('featured', ['peach'])]),
  },
  out: {
    ...CARD,
    ms: 200,
    stall: sampleStall('peach', ON),
    change: ({ fake }) => void fake.change([put('featured', [])]),
  },
  stamp: {
    ...CARD,
    ms: 250,
    stall: sampleStall('peach', { ...ON, stock: low }),
    change: ({ fake }) => void fake.change([stockPut({ stock: sold })]),
  },
  'bring-back': {
    ...CARD,
    ms: 250,
    stall: sampleStall('peach', { ...ON, stock: sold }),
    change: ({ fake }) => void fake.change([stockPut({ stock: low })]),
  },
  roll: {
    tag: 'stall-stock-counter',
    width: 230,
    height: 260,
    ms: 310,
    attributes: { 'product-id': 'peach' },
    stall: sampleStall('peach', { stock: { onHand: 300, sold: 108, sellable: 192 } }),
    change: ({ fake }) => void fake.change([stockPut({ stock: { onHand: 300, sold: 111, sellable: 189 } })]),
  },
  surge: {
    tag: 'stall-order-ticker',
    width: 820,
    height: 90,
    ms: 310,
    stall: sampleStall('peach', ON),
    before: ({ fake }) => void fake.change([order(1)]),
    change: ({ fake }) => void fake.change([2, 3, 4, 5].map(order)),
  },
  goal: {
    tag: 'stall-goal',
    width: 1000,
    height: 110,
    ms: 400,
    stall: goalStall(),
    change: ({ fake }) => void fake.change([put('totals', totals(561_800, 824_200))]),
  },
  announcement: {
    tag: 'stall-announcement',
    width: 640,
    height: 110,
    ms: 400,
    stall: sampleStall('peach', ON),
    change: ({ fake }) =>
      void fake.change([put('announcement', { text: '今晚八点加场，前一百单包邮', at: STATES_AT })]),
  },
};

async function drawn({ element }: Stage): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  await settled(element);
}

async function show(strip: Strip, main: HTMLElement): Promise<void> {
  main.style.gridTemplateColumns = `repeat(${FRAMES.length}, ${strip.width}px)`;
  for (const theme of THEMES) {
    for (const at of FRAMES) {
      const frame = document.createElement('div');
      frame.className = 'frame';
      frame.dataset['stallTheme'] = theme;
      frame.style.height = `${strip.height}px`;
      main.append(frame);
      const { tag, stall, attributes = {} } = strip;
      const stage = setStage(tag, { name: '', en: '', 'zh-CN': '', stall, attributes }, 'zh-CN');
      await raise(stage);
      frame.append(stage.room);
      await settled(stage.element);
      // Being put elsewhere is a first time again: what moves is the change after it.
      await drawn(stage);
      seekMotion(frame, 0);
      strip.before?.(stage);
      await drawn(stage);
      seekMotion(frame, OVER_MS);
      strip.change(stage);
      await drawn(stage);
      seekMotion(frame, at * strip.ms);
    }
  }
}

/** Shows `?strip=stamp` frame by frame, a row for each theme. */
const main = document.querySelector('main');
const strip = STRIPS[new URLSearchParams(location.search).get('strip') ?? 'stamp'];
if (main && strip) {
  await show(strip, main);
  main.dataset['isReady'] = '';
}
