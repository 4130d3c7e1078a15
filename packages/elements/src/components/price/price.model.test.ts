import type { Money, Offer, Product } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureWidth } from '../../internal/figures.js';
import { cardWords } from '../../words/index.js';
import { derivePriceView, type PriceSource } from './price.model.js';
import { priceSize } from './price.template.js';

const NOW = Date.parse('2026-07-01T11:42:00.000Z');
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;
const PRODUCT: Product = {
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃 5斤装',
  media: [],
  net: { value: 2500, unit: 'g' },
  promises: [],
  sources: [],
  stockFrom: 'ledger',
};
const OFFER: Offer = { id: 'o', productId: 'peach', price: cny(3990), compareAt: { price: cny(4990), basis: 'usual' } };
const FLASH = { price: cny(3490), startsAt: '2026-07-01T11:40:00.000Z', endsAt: '2026-07-01T11:46:37.000Z' };

const derive = (changes: Partial<PriceSource> = {}) =>
  derivePriceView({ product: PRODUCT, offer: OFFER, now: NOW, words: cardWords('zh-CN'), ...changes });

describe('derivePriceView', () => {
  it('splits the price as a tag shows it, and gives its unit price and what it compares with', () => {
    expect(derive()).toEqual({
      state: 'plain',
      price: { symbol: '¥', whole: '39', cents: '.90', text: '¥39.90' },
      compare: { label: '日常价', text: '¥49.90' },
      unitPrice: '¥7.98/斤',
      nextAt: null,
    });
  });

  it.each([
    ['zh-CN', undefined, '¥7.98/斤'],
    ['zh-CN', 'kg', '¥15.96/公斤'],
    ['en', undefined, '¥15.96/kg'],
    ['en', 'jin', '¥7.98/500 g'],
  ] as const)('in %s tells the unit price by %s as %s', (language, per, text) => {
    expect(derive({ words: cardWords(language), per })?.unitPrice).toBe(text);
  });

  it('has no unit price for what is sold by the piece', () => {
    expect(derive({ product: { ...PRODUCT, net: { value: 1, unit: 'piece' } } })?.unitPrice).toBe('');
  });

  it('keeps a hidden price back, with everything that would give it away', () => {
    const view = derive({ offer: { ...OFFER, price: null, flash: FLASH } });
    expect(view).toEqual({ state: 'hidden', price: null, compare: null, unitPrice: '', nextAt: null });
  });

  it('is nothing where there is no offer', () => {
    expect(derive({ offer: null })).toBeNull();
  });

  it.each([
    ['before it begins', -180_000, 'plain', '¥39.90', FLASH.startsAt],
    ['while it runs', 0, 'flash', '¥34.90', FLASH.endsAt],
    ['after its end', 600_000, 'plain', '¥39.90', undefined],
  ])('takes the price of a flash sale %s, and wakes when that changes', (_, off, state, text, next) => {
    const view = derive({ offer: { ...OFFER, flash: FLASH }, now: NOW + off });
    expect([view?.state, view?.price?.text, view?.nextAt]).toEqual([state, text, next ? Date.parse(next) : null]);
  });

  it('compares a flash price with the usual one where the offer compares with nothing', () => {
    const view = derive({ offer: { id: 'o', productId: 'peach', price: cny(3990), flash: FLASH } });
    expect(view?.compare).toEqual({ label: '日常价', text: '¥39.90' });
  });
});

describe('priceSize', () => {
  it('never draws a price wider than its place, nor larger than its look', () => {
    const money = fc.record({
      minor: fc.integer({ min: 0, max: 999_999_999_99 }),
      currency: fc.constantFrom('CNY', 'USD', 'JPY', 'THB', 'XYZ'),
      exponent: fc.constantFrom<Money['exponent']>(0, 2, 3),
    });
    const looks = fc.constantFrom('tag', 'wide', 'tall', 'slim');
    fc.assert(
      fc.property(money, looks, fc.boolean(), fc.boolean(), (price, look, hasCompare, isCompact) => {
        const figures = derive({ offer: { ...OFFER, price } })?.price;
        if (!figures) throw new Error('Expected a price.');
        const size = priceSize(figures, look, hasCompare, isCompact);
        const { symbol, whole, cents } = figures;
        const room = { tag: 470, wide: hasCompare ? 326 : 458, tall: 360, slim: 220 }[look];
        const drawn = (figureWidth(symbol) + figureWidth(cents)) * 0.54 + figureWidth(whole);
        expect((drawn * size) / 100).toBeLessThanOrEqual(room);
        expect(size).toBeLessThanOrEqual(look === 'slim' ? 56 : isCompact ? 88 : 104);
      }),
    );
  });
});
