import type { Stock } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';

/** A workshop of 120 jars a day with 300 waiting: what is ordered now is made on the third day. */
export const WORKSHOP = { perDay: 120, queue: 300, promisedBy: '2026-07-04T15:59:59.999Z' };

/** A stock that is made to order. */
export function presaleStock(capacity: Partial<typeof WORKSHOP> = {}, stock: Partial<Stock> = {}): Partial<Stock> {
  return { onHand: 0, sold: 300, sellable: null, policy: 'presale', capacity: { ...WORKSHOP, ...capacity }, ...stock };
}

function named(
  name: string,
  zh: string,
  en: string,
  stock: Partial<Stock> | null,
  rest: Partial<WidgetState> & { synthetic?: boolean } = {},
): WidgetState {
  const { synthetic = false, ...more } = rest;
  const stall = sampleStall('cabbage', { stock, synthetic });
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': 'cabbage' }, ...more };
}

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('not-presale', '不是预售：什么都不显示', 'No presale: nothing', {}),
  named('held', '暂停：什么都不显示', 'Held: nothing', presaleStock({}, { hold: 'paused' })),
  named(
    'past',
    '日子过了：什么都不显示',
    'The day is over: nothing',
    presaleStock({ promisedBy: '2026-06-30T15:59:59.999Z' }),
  ),
  named('open', '可预订', 'Open', presaleStock()),
  named('first', '还没有人订', 'Nobody waits yet', presaleStock({ queue: 0, promisedBy: '2026-07-02T15:59:59.999Z' })),
  named(
    'moved',
    '产能减半，日子后移',
    'Half the capacity: the day moves',
    presaleStock({
      perDay: 60,
      promisedBy: '2026-07-07T15:59:59.999Z',
    }),
  ),
  named('far', '很长的队', 'A long queue', presaleStock({ queue: 128_400, promisedBy: '2027-12-28T15:59:59.999Z' })),
  named('stale', '数据旧了', 'Old data', presaleStock(), { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', presaleStock(), { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', presaleStock(), { synthetic: true }),
  named('demo-offline', '演示，断线', 'Synthetic and offline', presaleStock(), { synthetic: true, silentMs: 92_000 }),
];

/** The presale in every named state. */
export const widget: WidgetEntry = { tag: 'stall-presale', looks: ['leaf', 'slim'], states: STATES };
