import type { Announcement } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

const TEXT = '20:30 开第二筐，湖边老园';
const LONG =
  '今晚 20:30 开第二筐，湖边老园凌晨四点现摘的水蜜桃，每箱多放两个；江浙沪明天到，其他地方后天到，收到有坏果拍照联系我们，包赔，不用寄回来';
const LONG_EN =
  'At 20:30 we open the second crate: lakeside old-orchard peaches, picked at four this morning, two more in every box. Next-day delivery in the river delta, two days elsewhere; send us a picture of any bad fruit and we refund it';

function named(
  name: string,
  zh: string,
  en: string,
  announcement: Partial<Announcement> | null,
  rest: Partial<WidgetState> = {},
): WidgetState {
  const said = announcement && { text: TEXT, at: STATES_AT, ...announcement };
  const stall = { ...sampleStall('peach'), announcements: { stall: said, rooms: {} } };
  return { name, 'zh-CN': zh, en, stall, ...rest };
}

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('none', '没有公告', 'Nothing announced', null),
  named('shown', '公告', 'Announced', {}),
  named('shown-english', '英文公告', 'Announced in English', { text: 'Second crate opens at 20:30, lakeside orchard' }),
  named('until', '到时间自己收起', 'Leaves by itself at its time', { until: '2026-07-01T11:50:00.000Z' }),
  named('ended', '时间过了：什么都不显示', 'Its time is over: nothing', { until: '2026-07-01T11:41:00.000Z' }),
  named('stale', '数据旧了', 'Old data', {}, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', {}, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', { synthetic: true }),
  named('long-text', '长公告：两行，再长截断', 'A long one: two lines, then cut', { text: LONG }),
  named('long-english', '长的英文公告', 'A long one in English', { text: LONG_EN }),
  named(
    'long-and-marked',
    '长公告，旧数据，演示',
    'Long, old and synthetic',
    { text: LONG, synthetic: true },
    { silentMs: 12_000 },
  ),
  named('long-words', '很长的德语词', 'Very long German words', {
    text: 'Obstbaumschnittkursteilnehmerverzeichnis und Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz liegen am Stand aus; Pfirsichverkostung um 20:30 Uhr',
  }),
  named('rtl', '从右到左', 'From right to left', { text: 'نفتح الصندوق الثاني من خوخ البحيرة في الساعة 20:30' }),
  named('hostile-text', '恶意文字', 'Hostile text', { text: Object.values(HOSTILE).slice(0, 2).join(' ') }),
  ...Object.entries(HOSTILE).map(([kind, text]) => named(`hostile-${kind}`, '恶意文字', 'Hostile text', { text })),
];

/** The announcement in every named state. */
export const widget: WidgetEntry = { tag: 'stall-announcement', looks: ['lower-third', 'strip'], states: STATES };
