import type { Offer, Stock } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';

const at = (ms: number): string => new Date(Date.parse(STATES_AT) + ms).toISOString();

/** A flash sale that begins and ends so many ms after the time of all states. */
const flash = (startsInMs: number, endsInMs: number): Partial<Offer> => ({
  flash: { price: { minor: 3490, currency: 'CNY', exponent: 2 }, startsAt: at(startsInMs), endsAt: at(endsInMs) },
});
const RUNNING = flash(-60_000, 277_000);

function named(
  name: string,
  zh: string,
  en: string,
  offer: Partial<Offer>,
  rest: Partial<WidgetState> & { stock?: Partial<Stock>; synthetic?: boolean } = {},
): WidgetState {
  const { stock = {}, synthetic = false, ...more } = rest;
  const stall = sampleStall('peach', { offer, stock, synthetic });
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': 'peach' }, ...more };
}

/** What the gallery and the checks walk. */
export const widget: WidgetEntry = {
  tag: 'stall-countdown',
  states: [
    { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
    named('before', '开始之前', 'Before it begins', flash(90_000, 390_000)),
    named('running', '进行中', 'Running', RUNNING),
    named('last-ten', '最后十秒：整条变实色', 'The last ten seconds: solid', flash(-60_000, 8_000)),
    named('over', '已结束', 'Over', flash(-300_000, -1_000)),
    named('stock-gone', '卖完即止', 'Over since the stock is gone', RUNNING, { stock: { sellable: 0, sold: 300 } }),
    named('hours', '几个小时', 'Hours', flash(-60_000, 3 * 3_600_000)),
    named('until', '自己的截止时间', 'A deadline of its own', {}, { attributes: { until: at(605_000) } }),
    named('stale', '数据旧了：时钟照走', 'Old data: the clock goes on', RUNNING, { silentMs: 12_000 }),
    named('offline', '断线', 'The line is down', RUNNING, { silentMs: 92_000 }),
    named('demo', '演示数据', 'Synthetic data', RUNNING, { synthetic: true }),
  ],
};
