import type { Session, Share } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

/** A share with its evidence. */
export const SHARE: Share = {
  to: '果农',
  basis: 'profit',
  bps: 8_000,
  evidence: { issuer: '合作社公示', asOf: '2026-07-01' },
};

function named(
  name: string,
  zh: string,
  en: string,
  share: Partial<Share> | null,
  rest: Partial<WidgetState> & { session?: Partial<Session> } = {},
): WidgetState {
  const { session, ...more } = rest;
  const stall = sampleStall('peach');
  const evening = stall.session && { ...stall.session, ...session, ...(share && { share: { ...SHARE, ...share } }) };
  return { name, 'zh-CN': zh, en, stall: { ...stall, session: evening }, ...more };
}

const evidence = (issuer: string, asOf = '2026-07-01'): Pick<Share, 'evidence'> => ({ evidence: { issuer, asOf } });

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('none', '没有分成：什么都不显示', 'No share: nothing', null),
  named('no-evidence', '没有依据：什么都不显示', 'No evidence: nothing', evidence(' ')),
  named('profit', '利润', 'Of the profit', {}),
  named('profit-english', '利润，英文', 'Of the profit, in English', {
    to: 'the growers',
    ...evidence('Co-op notice'),
  }),
  named('revenue', '销售额', 'Of the sales', { basis: 'revenue', bps: 6_550, to: '农户', ...evidence('县农业局审计') }),
  named('last-year', '去年的依据', 'Evidence of last year', { bps: 10_000, ...evidence('村委会公示', '2025-12-31') }),
  named('stale', '数据旧了', 'Old data', {}, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', {}, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', {}, { session: { synthetic: true } }),
  named('demo-offline', '演示，断线', 'Synthetic and offline', {}, { session: { synthetic: true }, silentMs: 92_000 }),
  named('long-text', '长文字', 'Long text', {
    to: '湖边老园十二户种了三十年水蜜桃的果农和他们的家人',
    ...evidence('无锡市惠山区阳山镇水蜜桃专业合作社联合社财务公示栏'),
  }),
  named('long-words', '很长的德语词', 'Very long German words', {
    to: 'Obstbaumschnittkursteilnehmer',
    ...evidence('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'),
  }),
  named('rtl', '从右到左', 'From right to left', { to: 'المزارعين', ...evidence('إعلان التعاونية') }),
  named('hostile-text', '恶意文字', 'Hostile text', {
    to: Object.values(HOSTILE)[0] ?? '',
    ...evidence(Object.values(HOSTILE)[1] ?? ''),
  }),
  ...Object.entries(HOSTILE).map(([kind, text]) =>
    named(`hostile-${kind}`, '恶意文字', 'Hostile text', { to: text, ...evidence(text) }),
  ),
];

/** The farmers' share in every named state. */
export const widget: WidgetEntry = { tag: 'stall-share', looks: ['tag', 'slim'], states: STATES };
