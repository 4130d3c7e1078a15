import type { Order } from '@stallcast/protocol';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';

const BUYERS: readonly [mask: string, region: string][] = [
  ['王**', '浙江'],
  ['李*', '江苏'],
  ['欧阳**', '黑龙江'],
  ['赵**', '上海'],
  ['阿依**', '新疆维吾尔自治区'],
  ['陈*', '广东省'],
];

interface OrderChanges extends Partial<Order> {
  agoMs?: number;
  qty?: number;
}

/** A paid order of the sample stall; each has the next buyer. */
function order(seq: number, { agoMs = 5_000, qty = 2, ...rest }: OrderChanges = {}): Order {
  const [mask, name] = BUYERS[(seq - 1) % BUYERS.length] ?? ['**', ''];
  return {
    id: `woocommerce:${9_000 + seq}`,
    orderId: String(9_000 + seq),
    lines: [{ productId: 'peach', qty }],
    room: 'main',
    status: 'paid',
    buyer: { mask },
    region: { level: 'province', name },
    total: { minor: 3_990 * qty, currency: 'CNY', exponent: 2 },
    occurredAt: new Date(Date.parse(STATES_AT) - agoMs).toISOString(),
    seq,
    ...rest,
  };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => order(index + 1, { qty: (index % 3) + 1 }));
const evening = [1, 2, 3, 4, 5, 6].map((seq) => order(seq, { agoMs: (6 - seq) * 190_000 + 5_000, qty: (seq % 3) + 1 }));

function named(
  name: string,
  zh: string,
  en: string,
  rest: Partial<WidgetState> & { look?: string; orders?: Order[]; sample?: SampleChanges } = {},
): WidgetState {
  const { look = 'toast', orders = [], sample, ...more } = rest;
  const stall = { ...sampleStall('peach', sample), orders };
  return { name, 'zh-CN': zh, en, stall, attributes: { look }, ...more };
}

const HOSTILE_NAME = '<img src=x onerror=alert(1)>\u202E"&amp;\u0000';
const cancelled = { status: 'cancelled', reason: 'buyer' } as const;

/** Every named state of the order ticker. */
export const ORDER_TICKER_STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('empty', '还没有订单：什么都不显示', 'No orders yet: nothing'),
  named('toast', '刚刚一单', 'One order', { live: [order(1)] }),
  named('quiet', '平静：最近一单和它的时间', 'Quiet: the last order and its age', {
    orders: [order(2, { agoMs: 150_000, qty: 1 })],
  }),
  named('surge', '高峰：一行，其余如实计数', 'Surge: one row, the others counted', { live: many(38) }),
  named('surge-large', '大高峰', 'A large surge', { live: many(1_285) }),
  named('cancelled', '取消：划掉，库存退回', 'Cancelled: struck, stock returns', {
    live: [order(4), order(4, cancelled)],
  }),
  named('cancelled-oversold', '取消，库存没有退回', 'Cancelled, nothing returns', {
    sample: { stock: { sold: 304, sellable: 0, oversold: 4 } },
    live: [order(4), order(4, { status: 'cancelled', reason: 'oversell' })],
  }),
  named('detail-later', '详情未到：没有件数', 'The detail has not come', { live: [order(1, { lines: [] })] }),
  named('amount', '带金额', 'With the amount', {
    live: [order(1)],
    attributes: { look: 'toast', 'with-amount': '' },
  }),
  named('without-region', '没有地区', 'Without a region', {
    live: [{ ...order(1), region: { level: 'province', name: '' } }],
  }),
  named('stale', '数据旧了', 'Old data', { orders: [order(1, { agoMs: 20_000 })], silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', { orders: [order(1, { agoMs: 20_000 })], silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', { live: many(38).map((each) => ({ ...each, synthetic: true })) }),
  named('rows', '逐行', 'Rows', { look: 'ticker', orders: evening, live: [order(7, { qty: 1 })] }),
  named('rows-surge', '逐行，高峰', 'Rows in a surge', { look: 'ticker', orders: evening, live: many(44).slice(6) }),
  named('rows-demo', '逐行，演示', 'Rows, synthetic', {
    look: 'ticker',
    orders: evening.map((each) => ({ ...each, synthetic: true })),
    live: many(44)
      .slice(6)
      .map((each) => ({ ...each, synthetic: true })),
  }),
  named('rows-stale', '逐行，数据旧了', 'Rows, old data', { look: 'ticker', orders: evening, silentMs: 92_000 }),
  named('list', '列表', 'List', { look: 'list', orders: evening }),
  named('list-cancelled', '列表，取消一单', 'List, one cancelled', {
    look: 'list',
    orders: evening,
    live: [{ ...order(5), ...cancelled }],
  }),
  named('hostile-text', '恶意文字', 'Hostile text', {
    live: [order(1, { buyer: { mask: HOSTILE_NAME }, region: { level: 'province', name: 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘' } })],
  }),
  named('long-text', '一万字', 'Ten thousand characters', {
    live: [
      order(1, { buyer: { mask: '欧阳'.repeat(5_000) }, region: { level: 'province', name: '极远'.repeat(5_000) } }),
    ],
  }),
  named('rtl', '从右往左的名字', 'A name from right to left', {
    live: [order(1, { buyer: { mask: 'م*** ع***' }, region: { level: 'country', name: 'الإمارات' } })],
  }),
  named('emoji', '表情', 'Emoji', { live: [order(1, { buyer: { mask: '👩🏽‍🌾*' } })] }),
];

/** What the gallery and the checks walk. */
export const widget: WidgetEntry = {
  tag: 'stall-order-ticker',
  states: ORDER_TICKER_STATES,
};
