import type { Offer, Product, Stock } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWords } from '../../words/index.js';
import { deriveCardView, type CardSource } from './product-card.model.js';
import { HOSTILE } from './product-card.states.js';
import { clipText, textWidth } from './title-text.js';

const NOW = Date.parse('2026-07-01T11:42:00.000Z');
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;

const PRODUCT: Product = {
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃 5斤装',
  linkNo: 1,
  media: [{ kind: 'image', url: '/pictures/peach.svg', alt: '桃' }],
  net: { value: 2500, unit: 'g' },
  promises: [
    { kind: 'ship-within', hours: 48 },
    { kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000 },
  ],
  sources: [],
  stockFrom: 'ledger',
  translations: { en: { title: 'Yangshan peaches', spec: '2.5 kg box' } },
};
const OFFER: Offer = { id: 'o', productId: 'peach', price: cny(3990), compareAt: { price: cny(4990), basis: 'usual' } };
const STOCK: Stock = {
  productId: 'peach',
  stockFrom: 'ledger',
  onHand: 200,
  reserved: 0,
  sold: 14,
  sellable: 186,
  oversold: 0,
  quotas: [],
  hold: 'none',
  basis: 'exact',
  policy: 'deny',
  observedAt: '2026-07-01T11:42:00.000Z',
  ttlMs: null,
};
const FLASH = { price: cny(3490), startsAt: '2026-07-01T11:40:00.000Z', endsAt: '2026-07-01T11:46:37.000Z' };

function derive(changes: Partial<CardSource> = {}) {
  const view = deriveCardView({
    product: PRODUCT,
    offer: OFFER,
    stock: STOCK,
    isFeatured: false,
    now: NOW,
    words: cardWords('zh-CN'),
    language: 'zh-CN',
    baseUri: 'http://127.0.0.1:7788/overlay',
    timeZone: 'Asia/Shanghai',
    ...changes,
  });
  if (!view) throw new Error('Expected a view, got none.');
  return view;
}

describe('deriveCardView', () => {
  it('shows nothing without a product', () => {
    expect(deriveCardView({ ...({} as CardSource), product: null })).toBeNull();
  });

  it('has the link number and the title', () => {
    expect(derive()).toMatchObject({ linkNo: 1, title: '阳山水蜜桃 5斤装' });
  });

  it('speaks English where the page does', () => {
    expect(derive({ words: cardWords('en'), language: 'en-GB' })).toMatchObject({
      title: 'Yangshan peaches',
      spec: '2.5 kg box',
    });
  });

  it('leaves a spec out that the title says already', () => {
    expect(derive({ product: { ...PRODUCT, spec: '5斤装' } }).spec).toBe('');
    expect(derive({ product: { ...PRODUCT, spec: '单果5两' } }).spec).toBe('单果5两');
  });

  it('knows no flash sale while the price is kept back', () => {
    const offer: Offer = { ...OFFER, price: null, flash: FLASH };
    expect(derive({ offer })).toMatchObject({ isFlash: false, nextAt: null });
  });

  describe('a flash sale', () => {
    const offer: Offer = { ...OFFER, flash: FLASH };
    const startsAt = Date.parse(FLASH.startsAt);
    const endsAt = Date.parse(FLASH.endsAt);

    it.each([
      ['before it begins', startsAt - 1, false, startsAt],
      ['while it runs', startsAt, true, endsAt],
      ['at its deadline', endsAt, false, null],
    ])('is known %s, and when that changes', (_, now, isFlash, nextAt) => {
      expect(derive({ offer, now })).toMatchObject({ isFlash, nextAt });
    });

    it.each([
      ['the stock is gone', { sellable: 0, sold: 200 }],
      ['the product is paused', { hold: 'paused' as const }],
    ])('is over when %s', (_, changes) => {
      expect(derive({ offer, stock: { ...STOCK, ...changes } }).isFlash).toBe(false);
    });
  });

  it('has the day of a presale in the session’s calendar', () => {
    const capacity = { perDay: 120, queue: 80, promisedBy: '2026-07-02T17:00:00.000Z' };
    const stock: Stock = { ...STOCK, policy: 'presale', capacity };
    expect(derive({ stock }).presale).toBe('7月3日前发货');
    expect(derive({ stock, words: cardWords('en') }).presale).toBe('ships by 3 July');
    expect(derive({ stock: { ...stock, capacity: { ...capacity, promisedBy: 'soon' } } }).presale).toBe('');
  });

  it.each(['product', 'offer', 'stock'] as const)('is marked when its %s is synthetic', (part) => {
    const marked = { product: PRODUCT, offer: OFFER, stock: STOCK };
    expect(derive().isSynthetic).toBe(false);
    expect(derive({ [part]: { ...marked[part], synthetic: true } }).isSynthetic).toBe(true);
  });

  it('puts an oversold product on air as sold out', () => {
    expect(derive({ stock: { ...STOCK, sellable: 0, oversold: 4 } })).toMatchObject({
      state: 'sold-out',
      isSoldOut: true,
    });
  });

  it.each([
    ['https://shop.example/a.jpg', 'https://shop.example/a.jpg'],
    ['/pictures/peach.svg', 'http://127.0.0.1:7788/pictures/peach.svg'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['http://shop.example/a.jpg', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['file:///etc/passwd', undefined],
    ['http://[', undefined],
  ])('takes the picture %s only from where it may come', (url, expected) => {
    const product: Product = { ...PRODUCT, media: [{ kind: 'image', url }] };
    expect(derive({ product }).picture?.url).toBe(expected);
  });

  it.each([
    ['/pictures/peach.svg', 'http://192.168.1.5:7788/pictures/peach.svg'],
    ['http://192.168.1.5:7788/a.jpg', 'http://192.168.1.5:7788/a.jpg'],
    ['http://192.168.1.1/a.jpg', undefined],
    ['//192.168.1.1/a.jpg', undefined],
    ['./a.jpg', 'http://shop.example/a.jpg'],
  ])('on a page elsewhere, takes the picture %s from where the data came from', (url, expected) => {
    const product: Product = { ...PRODUCT, media: [{ kind: 'image', url }] };
    const source = { baseUri: 'http://shop.example/page', pictureOrigin: 'http://192.168.1.5:7788' };
    expect(derive({ product, ...source }).picture?.url).toBe(expected);
  });

  it.each(['http://192.168.1.5:7788', 'https://stall.example'])('on a page of a file too, from %s', (pictureOrigin) => {
    const product: Product = { ...PRODUCT, media: [{ kind: 'image', url: '/pictures/peach.svg' }] };
    const view = derive({ product, baseUri: 'file:///home/host/pack/overlay.html', pictureOrigin });
    expect(view.picture?.url).toBe(`${pictureOrigin}/pictures/peach.svg`);
  });

  it('takes a picture beside a page that was opened as a file', () => {
    const view = derive({
      baseUri: 'file:///home/host/pack/overlay.html',
      product: { ...PRODUCT, media: [{ kind: 'image', url: './pictures/peach.svg' }] },
    });
    expect(view.picture?.url).toBe('file:///home/host/pack/pictures/peach.svg');
  });

  it.each(Object.entries(HOSTILE))('keeps hostile text (%s) short', (_, title) => {
    const view = derive({ product: { ...PRODUCT, title, spec: title, translations: {} } });
    expect([...view.title].length).toBeLessThanOrEqual(160);
    expect([...view.spec].length).toBeLessThanOrEqual(160);
  });
});

describe('clipText', () => {
  it('is short, on one line, and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const clipped = clipText(text);
        expect([...clipped].length).toBeLessThanOrEqual(160);
        expect(clipped).not.toMatch(/[\n\r\t\0]/);
        expect(() => encodeURIComponent(clipped)).not.toThrow();
      }),
    );
  });
});

describe('textWidth', () => {
  it('counts a hanzi as one, latin as less, and marks as nothing', () => {
    expect(textWidth('阳山水蜜桃')).toBe(5);
    expect(textWidth('peach')).toBeLessThan(3.2);
    expect(textWidth('e\u0301')).toBe(textWidth('e'));
  });
});
