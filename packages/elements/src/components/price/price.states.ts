import type { Offer } from '@stallcast/protocol';
import { sampleStall, type SampleChanges, type SampleId } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';

const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;
const FLASH: Offer['flash'] = {
  price: cny(3490),
  startsAt: STATES_AT,
  endsAt: new Date(Date.parse(STATES_AT) + 277_000).toISOString(),
};

function named(
  name: string,
  zh: string,
  en: string,
  changes: SampleChanges = {},
  rest: Partial<WidgetState> & { sample?: SampleId } = {},
): WidgetState {
  const { sample = 'peach', ...more } = rest;
  const stall = sampleStall(sample, changes);
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': sample }, ...more };
}

/** What the gallery and the checks walk. */
export const widget: WidgetEntry = {
  tag: 'stall-price',
  states: [
    { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
    named('plain', '只有价格', 'The price alone', {}, { sample: 'cabbage' }),
    named('compare', '划线价有依据', 'What it compares with, and by which basis'),
    named('hidden', '待开价', 'Kept back', { offer: { price: null } }),
    named('flash', '限时价', 'A flash sale', { offer: { flash: FLASH } }),
    named('per-kilogram', '按公斤', 'By the kilogram', {}, { attributes: { 'product-id': 'peach', per: 'kg' } }),
    named('per-jin', '按斤', 'By 500 g', {}, { attributes: { 'product-id': 'peach', per: 'jin' } }),
    named('by-the-piece', '没有净含量', 'Without a net content', {}, { sample: 'ginseng' }),
    named('lowest', '30天最低', 'The lowest of 30 days', {
      offer: { compareAt: { price: cny(4290), basis: 'lowest-30d' } },
    }),
    named('large', '大数字', 'Large figures', {
      offer: { price: cny(129_999_00), compareAt: { price: cny(139_999_00), basis: 'list' } },
    }),
    named('dollars', '美元', 'Dollars', {
      offer: {
        price: { minor: 1299, currency: 'USD', exponent: 2 },
        compareAt: { price: { minor: 1599, currency: 'USD', exponent: 2 }, basis: 'market' },
      },
    }),
    named(
      'yen',
      '没有分',
      'A currency without cents',
      { offer: { price: { minor: 980, currency: 'JPY', exponent: 0 } } },
      { sample: 'cabbage' },
    ),
    named('stale', '数据旧了', 'Old data', {}, { silentMs: 12_000 }),
    named('offline', '断线', 'The line is down', {}, { silentMs: 92_000 }),
    named('demo', '演示数据', 'Synthetic data', { synthetic: true }),
  ],
};
