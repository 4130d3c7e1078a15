import type { Stock } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';

const LOW = { onHand: 12, sold: 0, sellable: 12 };

function named(
  name: string,
  zh: string,
  en: string,
  stock: Partial<Stock> | null,
  rest: Partial<WidgetState> & { look?: string; synthetic?: boolean } = {},
): WidgetState {
  const { look = 'number', synthetic = false, ...more } = rest;
  const stall = sampleStall('peach', { stock, synthetic });
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': 'peach', look }, ...more };
}

/** Every named state of the stock counter. */
export const STOCK_COUNTER_STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('unknown', '读取中', 'Not known yet', null),
  named('ample', '充足', 'Plenty', {}),
  named('low', '紧张', 'Running low', LOW),
  named('last', '最后一件', 'The last one', { onHand: 1, sold: 0, sellable: 1 }),
  named('reserved-out', '拍完待付', 'All reserved', { onHand: 117, reserved: 3, sold: 114, sellable: 0 }),
  named('sold-out', '已抢光', 'Sold out', { onHand: 420, sold: 420, sellable: 0 }),
  named('oversold', '超卖：播出时只说已抢光', 'Oversold: reads as sold out', { sold: 304, sellable: 0, oversold: 4 }),
  named('presale', '预售', 'Presale', {
    policy: 'presale',
    capacity: { perDay: 120, queue: 80, promisedBy: '2026-07-03' },
  }),
  named('paused', '暂停', 'Paused', { ...LOW, hold: 'paused' }),
  named('at-least', '至少', 'At least', { basis: 'at-least', sellable: 12 }),
  named('threshold', '阈值', 'A threshold', { basis: 'threshold', sellable: null }),
  named('boolean', '有无', 'Yes or no', { basis: 'boolean', sellable: null }),
  named('manual', '主播报数', 'The host’s count', { ...LOW, basis: 'manual' }),
  named('stale', '数据旧了', 'Old data', LOW, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', LOW, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', {}, { synthetic: true }),
  named('ring', '环形', 'Ring', {}, { look: 'ring' }),
  named('ring-low', '环形，紧张', 'Ring, running low', { onHand: 150, sold: 138, sellable: 12 }, { look: 'ring' }),
  named('ring-word', '环形，没有数字', 'Ring without a figure', { basis: 'boolean', sellable: null }, { look: 'ring' }),
  named('bar', '条形', 'Bar', {}, { look: 'bar' }),
  named('bar-low', '条形，紧张', 'Bar, running low', { onHand: 150, sold: 138, sellable: 12 }, { look: 'bar' }),
  named(
    'bar-reserved',
    '条形，拍完待付',
    'Bar, all reserved',
    { onHand: 3, reserved: 3, sold: 0, sellable: 0 },
    { look: 'bar' },
  ),
  named('row', '单行', 'One row', LOW, { look: 'row' }),
  named('large', '大数字', 'A large figure', { onHand: 1_284_000, sold: 0, sellable: 1_284_000 }),
];

/** What the gallery and the checks walk. */
export const widget: WidgetEntry = {
  tag: 'stall-stock-counter',
  states: STOCK_COUNTER_STATES,
};
