import type { Money, Session, StallState, Totals } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';

/** How 420 boxes went: slowly, then all at once, then a trickle. Ten minutes a step. */
const COURSE = [4, 9, 6, 14, 11, 22, 19, 41, 58, 47, 26, 18, 12, 15, 9, 11];
const STEP_MS = 600_000;
const PRICE = 3990;

const yuan = (minor: number): Money => ({ minor, currency: 'CNY', exponent: 2 });

/** A stall whose session went like this until now: orders a step, oldest first. */
export function chartStall(
  orders: readonly number[],
  rest: { taken?: number; synthetic?: true; session?: Partial<Session>; stepMs?: number } = {},
): StallState {
  const { taken = 0, synthetic, session, stepMs = STEP_MS } = rest;
  const sample = sampleStall('peach');
  if (!sample.session) throw new Error('The sample stall has no session.');
  const from = new Date(Date.parse(STATES_AT) - Math.max(0, orders.length - 0.5) * stepMs).toISOString();
  const count = orders.reduce((sum, value) => sum + value, 0);
  const totals: Totals = {
    gross: yuan((count + taken) * PRICE),
    cancelled: yuan(0),
    refunded: yuan(taken * PRICE),
    net: yuan(count * PRICE),
    paidOrders: count + taken,
    netOrders: count,
    units: count,
    massG: count * 2500,
    timeline: { from, stepMs, orders: [...orders], net: orders.map((value) => value * PRICE) },
    ...(synthetic ? { synthetic } : {}),
  };
  return {
    ...sample,
    session: { ...sample.session, startsAt: from, ...session },
    totals: { stall: totals, rooms: {} },
  };
}

function named(name: string, zh: string, en: string, stall: StallState, rest: Partial<WidgetState> = {}): WidgetState {
  return { name, 'zh-CN': zh, en, stall, ...rest };
}

const NET = { attributes: { metric: 'net' } };

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('running', '订单', 'Orders', chartStall(COURSE)),
  named('net', '净销售额', 'Net money', chartStall(COURSE), NET),
  named('young', '刚开播', 'A young session', chartStall([1, 3], { stepMs: 300_000 })),
  named('empty', '还没有订单', 'No orders yet', chartStall([])),
  named('full', '满 24 段', 'All 24 steps', chartStall([...COURSE, ...COURSE.slice(0, 8).map((value) => value * 3)])),
  named(
    'fallen-back',
    '退款后变矮',
    'Fallen back after refunds',
    chartStall(
      COURSE.map((value, index) => (index === 8 ? 31 : value)),
      { taken: 27 },
    ),
  ),
  named('fallen-net', '退款后的净额', 'Net money after refunds', chartStall(COURSE, { taken: 27 }), NET),
  named('midnight', '过了半夜', 'Past midnight', chartStall(COURSE, { session: { tz: 'Pacific/Kiritimati' } })),
  named('surge', '一大波', 'A surge', chartStall([0, 0, 1, 0, 1280, 260, 3, 0])),
  named('stale', '数据旧了', 'Old data', chartStall(COURSE), { silentMs: 12_000 }),
  named(
    'offline',
    '断线：不知道的时间不画',
    'The line is down: time of which nothing is known is not drawn',
    chartStall(COURSE),
    { silentMs: 3_600_000 },
  ),
  named('demo', '演示数据', 'Synthetic data', chartStall(COURSE, { synthetic: true })),
];

/** The chart in every named state. */
export const widget: WidgetEntry = { tag: 'stall-sales-chart', looks: ['wide', 'side'], states: STATES };
