import type { Product } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';

const REFUND = { kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000 } as const;
/** It is 19:42 in all states. */
const cutOff = (time: string): Product['promises'] => [{ kind: 'ship-within', hours: 48, cutOff: time }, REFUND];

function named(
  name: string,
  zh: string,
  en: string,
  promises: Product['promises'],
  rest: Partial<WidgetState> & { synthetic?: boolean } = {},
): WidgetState {
  const { synthetic = false, ...more } = rest;
  const stall = sampleStall('peach', { product: { promises }, synthetic });
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': 'peach' }, ...more };
}

/** What the gallery and the checks walk. */
export const widget: WidgetEntry = {
  tag: 'stall-promises',
  looks: ['line', 'slips'],
  states: [
    { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
    named('plain', '没有截单时间', 'Without a cut-off', [{ kind: 'ship-within', hours: 48 }, REFUND]),
    named('cut-off-today', '今天还能发', 'Ships today', cutOff('21:00')),
    named('cut-off-near', '快到截单时间', 'The cut-off is near', cutOff('20:00')),
    named('cut-off-past', '已过截单时间', 'Past the cut-off', cutOff('16:00')),
    named('none', '没有承诺', 'Nothing promised', []),
    named('stale', '数据旧了', 'Old data', cutOff('21:00'), { silentMs: 12_000 }),
    named('offline', '断线', 'The line is down', cutOff('21:00'), { silentMs: 92_000 }),
    named('demo', '演示数据', 'Synthetic data', cutOff('21:00'), { synthetic: true }),
    named('long-text', '很多承诺', 'Many promises', [
      { kind: 'ship-within', hours: 48, cutOff: '20:00' },
      { kind: 'bad-fruit', windowHours: 24, ratioBps: 5_000 },
      { kind: 'return', days: 7 },
      { kind: 'presale-ship', by: '2026-07-05' },
    ]),
  ],
};
