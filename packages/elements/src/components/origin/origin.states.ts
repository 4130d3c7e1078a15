import type { Inspection, Provenance } from '@stallcast/protocol';
import { sampleStall } from '../../internal/sample-stall.js';
import type { WidgetEntry, WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

export const PASSED: Inspection = {
  at: '2026-07-01T06:30:00.000Z',
  by: '惠山区农产品检测站',
  sample: 12,
  result: 'pass',
};
export const FAILED: Inspection = {
  at: '2026-07-01T11:40:00.000Z',
  by: '惠山区农产品检测站',
  sample: 8,
  result: 'fail',
  note: '复检中，本批次已停售',
};

/** A provenance with nothing left out. */
export const PROVENANCE: Provenance = {
  origin: '无锡阳山产地',
  farmer: '湖边老园 · 周家',
  lot: '0214',
  harvestedAt: '2026-07-01',
  certificates: [
    { kind: 'compliance-pledge', no: 'JS-2026-0214', issuer: '阳山桃农合作社', validUntil: '2026-07-15' },
    { kind: 'geographical-indication', no: 'AGI01234', issuer: '农业农村部', validUntil: '2027-05-31' },
    { kind: 'green-food', no: 'LB-18-2206', issuer: '中国绿色食品发展中心', validUntil: '2026-06-30' },
  ],
  inspections: [PASSED],
};

const ENGLISH: Provenance = {
  ...PROVENANCE,
  origin: 'Yangshan, Wuxi',
  farmer: 'Zhou family, lakeside orchard',
  certificates: [
    { kind: 'compliance-pledge', no: 'JS-2026-0214', issuer: 'Yangshan Growers', validUntil: '2026-07-15' },
    { kind: 'geographical-indication', no: 'AGI01234', issuer: 'Ministry of Agriculture', validUntil: '2027-05-31' },
    { kind: 'green-food', no: 'LB-18-2206', issuer: 'Green Food Centre', validUntil: '2026-06-30' },
  ],
  inspections: [{ ...PASSED, by: 'Huishan test station' }],
};

function named(
  name: string,
  zh: string,
  en: string,
  provenance: Partial<Provenance> | null,
  rest: Partial<WidgetState> & { synthetic?: boolean } = {},
): WidgetState {
  const { synthetic = false, ...more } = rest;
  const product = provenance ? { provenance: { ...PROVENANCE, ...provenance } } : {};
  const stall = sampleStall('peach', { product, synthetic });
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': 'peach' }, ...more };
}

const BARE: Provenance = { origin: '长白山', certificates: [], inspections: [] };

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('none', '没有产地：什么都不显示', 'No origin told: nothing', null),
  named('passed', '检验合格', 'Inspected and passed', {}),
  named('passed-english', '检验合格，英文', 'Passed, in English', ENGLISH),
  named('failed', '抽检未合格：没有印章', 'Failed: no seal', { inspections: [PASSED, FAILED] }),
  named('plain', '没有检验', 'Not inspected', { inspections: [] }),
  {
    ...named('bare', '只有产地', 'A place and nothing else', null),
    stall: sampleStall('ginseng', { product: { provenance: BARE } }),
    attributes: { 'product-id': 'ginseng' },
  },
  named('expired', '证书都过期了', 'All papers expired', {
    certificates: PROVENANCE.certificates.map((one) => ({ ...one, validUntil: '2026-06-30' })),
  }),
  named('stale', '数据旧了', 'Old data', {}, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', {}, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', {}, { synthetic: true }),
  named('demo-offline', '演示，断线', 'Synthetic and offline', {}, { synthetic: true, silentMs: 92_000 }),
  named('long-text', '长文字', 'Long text', {
    origin: '江苏省无锡市惠山区阳山镇桃源村湖边老园第十二生产小组',
    farmer: '种了三十年水蜜桃的周家老爷子和他的两个儿子',
    lot: '2026-07-01-LAKESIDE-OLD-ORCHARD-0214',
    certificates: [
      {
        kind: '全国名特优新农产品营养品质评价鉴定机构检验报告',
        no: 'CAQS-MTYX-20260214-000000000001',
        issuer: '农业农村部农产品质量安全中心',
      },
    ],
  }),
  named('long-words', '很长的德语词', 'Very long German words', {
    origin: 'Obstbaumschnittkursteilnehmerverzeichnis am Bodensee',
    farmer: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  }),
  named('rtl', '从右到左', 'From right to left', { origin: 'بساتين البحيرة', farmer: 'عائلة تشو' }),
  ...Object.entries(HOSTILE).map(([kind, text]) =>
    named(`hostile-${kind}`, '恶意文字', 'Hostile text', {
      origin: text,
      farmer: text,
      certificates: [{ kind: text, issuer: text }],
      inspections: [{ ...FAILED, by: text, note: text }],
    }),
  ),
  named('hostile-text', '恶意文字，合格', 'Hostile text, passed', {
    origin: Object.values(HOSTILE)[0] ?? '',
    lot: Object.values(HOSTILE)[1] ?? '',
  }),
];

/** The origin in every named state. */
export const widget: WidgetEntry = { tag: 'stall-origin', looks: ['seal', 'slip', 'list'], states: STATES };
