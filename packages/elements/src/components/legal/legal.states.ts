import type { Seller, Session } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

const SELLER: Seller = { name: '阳山果农合作社', licence: '93320206MA1XK5TH4W' };

function named(
  name: string,
  zh: string,
  en: string,
  seller: Seller | null,
  rest: Partial<WidgetState> & { session?: Partial<Session> } = {},
): WidgetState {
  const { session, ...more } = rest;
  const sample = sampleStall('peach');
  if (!sample.session) throw new Error('The sample stall has no session.');
  const stall = { ...sample, session: { ...sample.session, ...(seller ? { seller } : {}), ...session } };
  return { name, 'zh-CN': zh, en, stall, ...more };
}

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('shown', '经营者和执照', 'Seller and licence', SELLER),
  named('without-licence', '没有填执照号', 'Without the number of the licence', { name: SELLER.name }),
  named('without-seller', '没有填经营者', 'Without a seller', null),
  {
    name: 'own-seller',
    'zh-CN': '组件自己写的经营者，不需要数据',
    en: 'A seller of the widget’s own needs no data',
    stall: null,
    attributes: { seller: 'Yangshan Growers’ Co-operative' },
  },
  named('demo', '演示数据', 'Synthetic data', SELLER, { session: { synthetic: true } }),
  named('long-text', '很长的名称', 'A long name', {
    name: '无锡市惠山区阳山镇湖边老园凌晨四点现摘水蜜桃种植与销售农民专业合作社联合社第三分社',
    licence: '93320206MA1XK5TH4W',
  }),
  named('rtl', '从右到左的名称', 'A name from right to left', { name: 'تعاونية مزارعي يانغشان', licence: 'No. 0214' }),
  named('hostile-text', '恶意文字', 'Hostile text', {
    name: Object.values(HOSTILE).slice(0, 2).join(' '),
    licence: HOSTILE['bidi-override'] ?? '',
  }),
  ...Object.entries(HOSTILE).map(([kind, text]) =>
    named(`hostile-${kind}`, '恶意文字', 'Hostile text', { name: text, licence: text }),
  ),
];

/** The legal line in every named state. */
export const widget: WidgetEntry = { tag: 'stall-legal', states: STATES };
