import type { Product, Stock, StallState } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

/** One day of a visit: how many of its 20 slots are left, or what else is true of its stock. */
export interface SampleDay {
  day: string;
  left: number;
  stock?: Partial<Stock>;
}

export function ticketId(day: string): string {
  return `visit-${day}`;
}

/** The stock of a day. */
export function ticketStock({ day, left, stock }: SampleDay): Stock {
  return {
    productId: ticketId(day),
    stockFrom: 'ledger',
    onHand: 20,
    reserved: 0,
    sold: 20 - left,
    sellable: left,
    oversold: 0,
    quotas: [],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: STATES_AT,
    ttlMs: null,
    ...stock,
  };
}

function ticket({ day }: SampleDay): Product {
  return {
    id: ticketId(day),
    kind: 'ticket',
    title: `果园采摘 ${day}`,
    media: [],
    net: { value: 1, unit: 'slot' },
    saleUnit: 'ticket',
    promises: [],
    sources: [],
    stockFrom: 'ledger',
    day,
  };
}

/** A stall that sells visits beside its peaches. */
export function ticketStall(days: readonly SampleDay[], synthetic = false): StallState {
  const stall = sampleStall('peach');
  const mark = synthetic ? ({ synthetic: true } as const) : {};
  return {
    ...stall,
    products: [...stall.products, ...days.map((day) => ({ ...ticket(day), ...mark }))],
    stocks: [...stall.stocks, ...days.map((day) => ({ ...ticketStock(day), ...mark }))],
  };
}

/** Three days of 20 slots. */
export const THREE: readonly SampleDay[] = [
  { day: '2026-07-04', left: 3 },
  { day: '2026-07-05', left: 12 },
  { day: '2026-07-11', left: 20 },
];
const WITH_FULL: readonly SampleDay[] = [{ day: '2026-07-04', left: 0 }, ...THREE.slice(1)];
const EIGHT = Array.from({ length: 8 }, (_, i): SampleDay => ({
  day: `2026-07-${String(4 + i).padStart(2, '0')}`,
  left: (i * 7) % 20,
}));

function named(
  name: string,
  zh: string,
  en: string,
  days: readonly SampleDay[],
  rest: Partial<WidgetState> & { synthetic?: boolean } = {},
): WidgetState {
  const { synthetic = false, ...more } = rest;
  return { name, 'zh-CN': zh, en, stall: ticketStall(days, synthetic), ...more };
}

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('none', '没有门票：什么都不显示', 'No tickets: nothing', []),
  named('open', '可约', 'Open', THREE),
  named('day-full', '一天约满', 'One day is full', WITH_FULL),
  named(
    'all-full',
    '全部约满',
    'All days are full',
    THREE.map((day) => ({ ...day, left: 0 })),
  ),
  named('many', '很多天', 'Many days', EIGHT),
  named('bases', '有无、阈值、至少、暂停、读取中', 'Yes, threshold, at least, paused, unknown', [
    { day: '2026-07-04', left: 0, stock: { basis: 'boolean', sellable: null } },
    { day: '2026-07-05', left: 0, stock: { basis: 'threshold', sellable: null } },
    { day: '2026-07-06', left: 8, stock: { basis: 'at-least' } },
    { day: '2026-07-07', left: 8, stock: { hold: 'paused' } },
  ]),
  named('past', '过去的日子不见了', 'Days that are over are gone', [{ day: '2026-06-30', left: 9 }, ...THREE]),
  named('old-figure', '店铺的数字旧了', 'A shop’s figure has grown old', [
    {
      day: '2026-07-04',
      left: 3,
      stock: { stockFrom: 'douyin-life', observedAt: '2026-07-01T11:30:00.000Z', ttlMs: 60_000 },
    },
    ...THREE.slice(1),
  ]),
  named('stale', '数据旧了', 'Old data', WITH_FULL, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', WITH_FULL, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', WITH_FULL, { synthetic: true }),
  named('demo-offline', '演示，断线', 'Synthetic and offline', WITH_FULL, { synthetic: true, silentMs: 92_000 }),
  named('long-text', '长标题', 'A long heading', WITH_FULL, {
    attributes: { heading: '湖边老园周末亲子采摘：自己摘、自己装、自己带走，午饭在周家吃' },
  }),
  named('long-words', '很长的德语词', 'Very long German words', THREE, {
    attributes: { heading: 'Obstbaumschnittkursteilnehmerverzeichnis' },
  }),
  named('hostile-text', '恶意文字', 'Hostile text', THREE, {
    attributes: { heading: Object.values(HOSTILE)[0] ?? '' },
  }),
];

/** The tickets in every named state. */
export const widget: WidgetEntry = { tag: 'stall-tickets', looks: ['list', 'leaf'], states: STATES };
