import type { Freshness } from '@stallcast/store';
import { describe, expect, it } from 'vitest';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import { shelfWords } from '../../words/index.js';
import { deriveShelfRow, type ShelfSetting } from './shelf.model.js';

const NOW = Date.parse(STATES_AT);
const LIVE: Freshness = { level: 'live', ageMs: 0, heardAt: NOW };
const STALE: Freshness = { level: 'stale', ageMs: 12_000, heardAt: NOW - 12_000 };

function row(changes: SampleChanges = {}, setting: Partial<ShelfSetting> = {}, freshness = LIVE) {
  const { products, offers, stocks } = sampleStall('peach', changes);
  const language = setting.language ?? 'zh-CN';
  return deriveShelfRow(
    { product: products[0]!, offer: offers[0], stock: stocks[0], freshness },
    {
      featured: [],
      next: '',
      now: NOW,
      words: shelfWords(language),
      language,
      baseUri: 'https://shop.example/',
      ...setting,
    },
  );
}

const LOW = { onHand: 12, sold: 0, sellable: 12 };
const GONE = { onHand: 420, sold: 420, sellable: 0 };
const FLASH = {
  price: { minor: 3490, currency: 'CNY', exponent: 2 },
  startsAt: '2026-07-01T11:30:00.000Z',
  endsAt: '2026-07-01T11:46:37.000Z',
} as const;

describe('deriveShelfRow', () => {
  it('tells number, title, price and stock', () => {
    expect(row()).toMatchObject({
      linkNo: 1,
      title: '阳山水蜜桃 5斤装',
      price: '¥39.90',
      stock: '还有 186 件',
      tab: '',
    });
    expect(row({}, { language: 'en' })).toMatchObject({ title: 'Yangshan peaches', stock: '186 left' });
  });

  it('says which one is on, and which one comes next', () => {
    expect(row({}, { featured: ['peach'], next: 'peach' }).tab).toBe('featured');
    expect(row({}, { next: 'peach' }).tab).toBe('next');
  });

  it.each([
    ['low', { stock: LOW }, '仅剩 12 件', 'Only 12 left'],
    ['the last', { stock: { onHand: 1, sold: 0, sellable: 1 } }, '最后 1 件', 'Just 1 left'],
    ['at least', { stock: { basis: 'at-least', sellable: 12 } }, '可拍 12+ 件', '12+ left'],
    ['a threshold', { stock: { basis: 'threshold', sellable: null } }, '库存紧张', 'Low stock'],
    ['a yes', { stock: { basis: 'boolean', sellable: null } }, '有货', 'In stock'],
    ['called out', { stock: { ...LOW, basis: 'manual' } }, '主播报 12 件', 'Host: 12'],
    ['very many', { stock: { onHand: 1_284_000, sold: 0, sellable: 1_284_000 } }, '还有 128万+ 件', '1284k+ left'],
    ['all reserved', { stock: { onHand: 3, reserved: 3, sold: 0, sellable: 0 } }, '拍完待付', 'All reserved'],
    ['sold out', { stock: GONE }, '已抢光', 'Sold out'],
    ['oversold', { stock: { ...GONE, oversold: 4 } }, '已抢光', 'Sold out'],
    ['paused', { stock: { hold: 'paused' } }, '暂停', 'Paused'],
    ['unknown', { stock: null }, '', ''],
    ['no count', { stock: { sellable: -3 } }, '', ''],
  ] as const)('tells a stock that is %s', (_case, changes, zh, en) => {
    expect(row(changes).stock).toBe(zh);
    expect(row(changes, { language: 'en' }).stock).toBe(en);
  });

  it('calls an old figure what it was', () => {
    expect(row({}, {}, STALE)).toMatchObject({ stock: '当时剩 186 件', tone: 'quiet' });
    expect(row({}, { language: 'en' }, STALE).stock).toBe('Had 186');
  });

  it('lets what cannot be bought step back', () => {
    expect(row({ stock: GONE })).toMatchObject({ isDim: true, tone: 'gone' });
    expect(row({ stock: { hold: 'paused' } }).isDim).toBe(true);
    expect(row({ stock: LOW })).toMatchObject({ isDim: false, tone: 'warning' });
  });

  it('keeps a hidden price hidden, and says nothing where there is no offer', () => {
    expect(row({ offer: { price: null } })).toMatchObject({ price: '', isHidden: true });
    expect(row({ offer: null })).toMatchObject({ price: '', isHidden: false });
  });

  it('shows a flash price while it holds, and wakes when it ends', () => {
    const ends = Date.parse(FLASH.endsAt);
    expect(row({ offer: { flash: FLASH } })).toMatchObject({ price: '¥34.90', isFlash: true, nextAt: ends });
    expect(row({ offer: { flash: FLASH } }, { now: ends })).toMatchObject({
      price: '¥39.90',
      isFlash: false,
      nextAt: null,
    });
    expect(row({ offer: { flash: FLASH }, stock: GONE }).isFlash).toBe(false);
  });

  it('takes pictures by the same rules as the card', () => {
    const media = [{ kind: 'image', url: 'javascript:alert(1)' } as const];
    expect(row({ product: { media } }).picture).toBeNull();
  });

  it('carries the mark of synthetic data', () => {
    expect(row({ synthetic: true }).isSynthetic).toBe(true);
  });
});
