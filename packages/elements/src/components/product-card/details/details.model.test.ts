import type { Offer, Product } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { en } from '../../../words/details/en.js';
import { zhCN } from '../../../words/details/zh-cn.js';
import { cardWords } from '../../../words/index.js';
import { deriveDetails, type DetailsSource } from './details.model.js';

const NOW = Date.parse('2026-07-01T11:42:00.000Z');
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;
const PRODUCT: Product = {
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃 5斤装',
  media: [],
  net: { value: 2500, unit: 'g' },
  promises: [
    { kind: 'ship-within', hours: 48, cutOff: '16:00' },
    { kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000, cap: cny(4000) },
  ],
  sources: [],
  stockFrom: 'ledger',
  provenance: {
    origin: '无锡阳山',
    farmer: '陈家果园',
    lot: '0214',
    harvestedAt: '2026-06-30',
    certificates: [
      { kind: 'green-food', issuer: '中国绿色食品发展中心', no: 'LB-18', validUntil: '2027-05-31' },
      { kind: 'organic', issuer: 'x', validUntil: '2026-06-01' },
    ],
    inspections: [
      { at: '2026-06-20T00:00:00.000Z', by: '县检测站', sample: 8, result: 'pass' },
      { at: '2026-06-30T00:00:00.000Z', by: '县检测站', sample: 10, result: 'fail', note: '糖度不足' },
    ],
  },
};
const OFFER: Offer = {
  id: 'o',
  productId: 'peach',
  price: cny(3990),
  compareAt: { price: cny(4990), basis: 'usual', evidence: '6月成交价' },
  limitPerBuyer: 2,
};

const derive = (changes: Partial<DetailsSource> = {}) =>
  deriveDetails({
    product: PRODUCT,
    offer: OFFER,
    now: NOW,
    words: cardWords('zh-CN'),
    details: zhCN,
    timeZone: 'Asia/Shanghai',
    ...changes,
  });
const lines = (name: string, changes: Partial<DetailsSource> = {}) =>
  derive(changes)
    .find((section) => section.name === name)
    ?.rows.map(({ term, text }) => `${term} ${text}`);

describe('deriveDetails', () => {
  it('breaks the price down', () => {
    expect(lines('price')).toEqual([
      '现价 ¥39.90',
      '划线价 ¥49.90，日常价',
      '依据 6月成交价',
      '单价 ¥7.98/斤，¥15.96/公斤',
      '净含量 2.5 kg',
      '限购 每人 2 件',
    ]);
  });

  it('says until when a flash sale lasts, by the session’s clock', () => {
    const flash = { price: cny(3490), startsAt: '2026-07-01T11:40:00.000Z', endsAt: '2026-07-01T11:46:37.000Z' };
    expect(lines('price', { offer: { ...OFFER, flash } })?.[0]).toBe('限时价 ¥34.90，至 19:46');
  });

  it('tells nothing of a price that is kept back', () => {
    const text = JSON.stringify(derive({ offer: { ...OFFER, price: null } }));
    expect(text).toContain('待开价');
    expect(text).not.toMatch(/39|49|7\.98/);
  });

  it('tells the origin, the papers, and the latest inspection first, a failed one too', () => {
    expect(lines('provenance')).toEqual([
      '产地 无锡阳山',
      '生产者 陈家果园',
      '批次 0214',
      '采收 6月30日',
      '绿色食品 中国绿色食品发展中心，编号 LB-18，有效期至 2027-05-31',
      '有机产品（已过期） x，有效期至 2026-06-01',
      '6月30日检验 抽检未合格，县检测站，抽检 10 件，糖度不足',
      '6月20日检验 合格，县检测站，抽检 8 件',
    ]);
  });

  it('says what is promised in full, in English too', () => {
    expect(lines('promises', { words: cardWords('en'), details: en })).toEqual([
      'Shipping Within 48 h of payment, Paid by 16:00, it leaves the same day',
      'Bad fruit 100% back, told within 24 h of delivery, up to ¥40.00',
    ]);
  });

  it('has no section without anything in it', () => {
    const { provenance: _, ...bare } = { ...PRODUCT, promises: [] };
    expect(derive({ product: bare }).map(({ name }) => name)).toEqual(['price']);
  });

  it('cuts endless text', () => {
    const provenance = { origin: '桃'.repeat(10_000), certificates: [], inspections: [] };
    for (const { rows } of derive({ product: { ...PRODUCT, provenance } }))
      for (const { text } of rows) expect(text.length).toBeLessThanOrEqual(160);
  });
});
