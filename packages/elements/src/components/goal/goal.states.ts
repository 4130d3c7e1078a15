import type { Goal, Money, StallState, Totals } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

const yuan = (minor: number): Money => ({ minor, currency: 'CNY', exponent: 2 });

const TONIGHT: Goal = { id: 'tonight', metric: 'net-amount', target: 1_000_000, scope: 'stall', title: '今晚目标' };

/** Totals of an evening with so many fen sold, and so many given back. */
export function totalsOf(gross: number, refunded = 0, cancelled = 0): Totals {
  return {
    gross: yuan(gross),
    refunded: yuan(refunded),
    cancelled: yuan(cancelled),
    net: yuan(gross - refunded - cancelled),
    paidOrders: 176,
    netOrders: 171,
    units: 214,
    massG: 535_000,
  };
}

/** A stall with a goal and totals. */
export function goalStall(goal: Partial<Goal>, totals: Totals | null, synthetic = false): StallState {
  const stall = sampleStall('peach');
  const mark = synthetic ? ({ synthetic: true } as const) : {};
  const session = stall.session && { ...stall.session, ...mark, goals: [{ ...TONIGHT, ...goal }] };
  return { ...stall, session, totals: { stall: totals && { ...totals, ...mark }, rooms: {} } };
}

function named(
  name: string,
  zh: string,
  en: string,
  totals: Totals | null,
  goal: Partial<Goal> = {},
  rest: Partial<WidgetState> & { synthetic?: boolean } = {},
): WidgetState {
  const { synthetic = false, ...more } = rest;
  return { name, 'zh-CN': zh, en, stall: goalStall(goal, totals, synthetic), ...more };
}

const RUNNING = totalsOf(684_230);
const FALLEN = totalsOf(702_000, 42_200, 18_600);

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('unknown', '还没有金额：什么都不显示', 'No totals yet: nothing', null),
  named('running', '进行中', 'On its way', RUNNING),
  named('none-yet', '还没有成交', 'Nothing sold yet', totalsOf(0)),
  named('reached', '已达成', 'Reached', totalsOf(1_026_000)),
  named('reached-after-refunds', '已达成，有退款', 'Reached, with refunds', totalsOf(1_046_000, 17_800)),
  named('fallen-back', '回落：有退款和取消', 'Fallen back: refunds and cancellations', FALLEN),
  named('fallen-from-reached', '达成后又回落', 'Fallen back below the goal', totalsOf(1_012_000, 58_000)),
  named('orders', '订单数', 'Orders', RUNNING, { metric: 'orders', target: 420, title: '今晚单量' }),
  named('units', '件数', 'Units', RUNNING, { metric: 'units', target: 420, title: '桃子 420 箱' }),
  named('mass', '重量', 'Mass', RUNNING, { metric: 'mass', target: 1_500_000, title: '三千斤' }),
  named('large', '万元', 'Hundreds of thousands', totalsOf(128_436_799), { target: 200_000_000, title: '全县目标' }),
  named('stale', '数据旧了', 'Old data', RUNNING, {}, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', RUNNING, {}, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', RUNNING, {}, { synthetic: true }),
  named(
    'demo-offline',
    '演示，断线，回落',
    'Synthetic, offline, fallen back',
    FALLEN,
    {},
    {
      synthetic: true,
      silentMs: 92_000,
    },
  ),
  named('long-text', '长标题', 'A long title', FALLEN, {
    title: '今晚目标：全村一起卖完湖边老园最后一批水蜜桃，给村小学添一间图书室，谢谢大家来捧场',
  }),
  named('long-words', '很长的德语词', 'Very long German words', RUNNING, {
    title:
      'Obstbaumschnittkursteilnehmerverzeichnis und Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  }),
  named('rtl', '从右到左', 'From right to left', RUNNING, { title: 'هدف الليلة من خوخ البحيرة' }),
  ...Object.entries(HOSTILE).map(([kind, title]) =>
    named(`hostile-${kind}`, '恶意文字', 'Hostile text', RUNNING, { title }),
  ),
];

/** The goal in every named state. */
export const widget: WidgetEntry = { tag: 'stall-goal', looks: ['bar', 'slim', 'column'], states: STATES };
