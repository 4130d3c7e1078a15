import type { Alert, Order, StallState } from '@stallcast/protocol';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

const LONG =
  '下一个先别讲花椒，湖边老园的第二筐桃子二十点半才到，先把沙地西瓜的产地和检测说清楚，再请大家看右边的农场预约';

/** The operator's words to the host. */
export function message(text: string, rest: Partial<Alert> = {}): Alert {
  return { id: 'message:stall', at: STATES_AT, code: 'message', subject: 'stall', detail: { text }, ...rest };
}

function cancelled(seq: number, rest: Partial<Order> = {}): Order {
  return {
    id: `sample:${seq}`,
    orderId: String(seq),
    lines: [{ productId: 'peach', qty: seq % 2 ? 2 : 1 }],
    room: 'main',
    status: 'cancelled',
    reason: 'capacity',
    buyer: { mask: '王**' },
    occurredAt: STATES_AT,
    seq,
    ...rest,
  };
}

/** An evening with four products, of which the first is being shown. */
export function promptedStall(
  changes: SampleChanges = {},
  rest: { orders?: Order[]; alerts?: Alert[]; synthetic?: boolean } = {},
): StallState {
  const peach = sampleStall('peach', { featured: ['peach'], ...changes, synthetic: rest.synthetic === true });
  const others = (['pepper', 'watermelon', 'noodles'] as const).map((id) => sampleStall(id));
  const all = [peach, ...others];
  return {
    ...peach,
    products: all.flatMap(({ products }) => products).map((one, order) => ({ ...one, run: { order } })),
    offers: all.flatMap(({ offers }) => offers),
    stocks: all.flatMap(({ stocks }) => stocks),
    orders: rest.orders ?? [],
    alerts: rest.alerts ?? [],
  };
}

const LOW: SampleChanges = { stock: { onHand: 300, sold: 297, sellable: 3 } };

function named(name: string, zh: string, en: string, stall: StallState, rest: Partial<WidgetState> = {}): WidgetState {
  return { name, 'zh-CN': zh, en, stall, ...rest };
}

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：等数据', en: 'Before the first snapshot', stall: null },
  named('running', '讲解中，下一个', 'One is shown, one comes next', promptedStall()),
  named('nothing-shown', '没有讲解商品', 'Nothing is shown', promptedStall({ featured: [] })),
  named('low', '快没了', 'Running low', promptedStall(LOW)),
  named(
    'cancellations',
    '退单',
    'Cancellations',
    promptedStall(
      {},
      {
        orders: [
          ...[1, 2, 3, 4].map((seq) => cancelled(seq)),
          cancelled(5, { status: 'refunded', buyer: { mask: '欧阳**' } }),
        ],
      },
    ),
  ),
  named('oversold', '多卖了', 'Sold too many', promptedStall({ stock: { oversold: 4, sellable: 0, sold: 304 } })),
  named('message', '场控留言', 'A message', promptedStall({}, { alerts: [message('二号链接还没上架，先讲三号')] })),
  named(
    'everything',
    '什么都有',
    'Everything at once',
    promptedStall(LOW, {
      orders: [cancelled(1)],
      alerts: [
        { id: 'late-order:1', at: STATES_AT, code: 'late-order', subject: 'sample:1', detail: { status: 'paid' } },
        message('说慢一点', { id: 'message:a' }),
        message('二号链接还没上架，先讲三号', { id: 'message:b' }),
      ],
    }),
  ),
  named('stale', '数据旧了', 'Old data', promptedStall(LOW), { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', promptedStall(LOW), { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', promptedStall({}, { synthetic: true })),
  named(
    'long-text',
    '长留言，长标题',
    'Long texts',
    promptedStall({ product: { title: LONG } }, { alerts: [message(LONG)] }),
  ),
  ...Object.entries({ text: Object.values(HOSTILE)[0] ?? '', ...HOSTILE }).map(([kind, text]) =>
    named(
      `hostile-${kind}`,
      '恶意文字',
      'Hostile text',
      promptedStall(
        { product: { title: text, translations: {} } },
        { alerts: [message(text.slice(0, 300))], orders: [cancelled(1, { buyer: { mask: text } })] },
      ),
    ),
  ),
];

/** The prompter in every named state. */
export const widget: WidgetEntry = { tag: 'stall-prompter', states: STATES };
