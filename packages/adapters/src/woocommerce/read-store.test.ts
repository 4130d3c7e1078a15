import { parseFrame } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiffer } from '../polled/differ.js';
import { decodeEntities } from './decode-entities.js';
import { readStore } from './read-store.js';
import { parseStoreAddress } from './store-address.js';

/** A product as the Store API's documentation shows it, with the fields that its schema adds. */
const product = (fields: object = {}) => ({
  id: 93,
  name: 'Peaches &amp; Cream &#8211; 5斤',
  slug: 'peaches',
  type: 'simple',
  sku: 'peach-5',
  variation: '',
  prices: {
    currency_code: 'GBP',
    currency_minor_unit: 2,
    price: '1105',
    regular_price: '1405',
    sale_price: '1105',
    price_range: null,
  },
  images: [{ id: 57, src: 'https://shop.example/peach.jpg', alt: 'A peach' }],
  is_in_stock: true,
  is_on_backorder: false,
  low_stock_remaining: null,
  sold_individually: false,
  stock_availability: { text: '12 in stock', class: 'in-stock' },
  add_to_cart: { minimum: 1, maximum: 12, multiple_of: 1 },
  ...fields,
});
const read = (list: unknown, include: string[] = [], feature: string[] = []) =>
  readStore(JSON.stringify(list), { include, feature });

describe('readStore', () => {
  it('reads a product whole', () => {
    const { reading, faults } = read([product()], ['93']);
    expect(faults).toEqual([]);
    expect(reading).toEqual({
      currency: 'GBP',
      products: [
        {
          id: '93',
          kind: 'goods',
          title: 'Peaches & Cream – 5斤',
          linkNo: 1,
          media: [{ kind: 'image', url: 'https://shop.example/peach.jpg', alt: 'A peach' }],
          promises: [],
          sources: [{ source: 'woocommerce', id: '93', sku: 'peach-5' }],
          stockFrom: 'woocommerce',
        },
      ],
      offers: [
        {
          id: '93',
          productId: '93',
          price: { minor: 1_105, currency: 'GBP', exponent: 2 },
          compareAt: { price: { minor: 1_405, currency: 'GBP', exponent: 2 }, basis: 'usual' },
        },
      ],
      stocks: [
        expect.objectContaining({
          productId: '93',
          sellable: 12,
          basis: 'at-least',
          stockFrom: 'woocommerce',
          ttlMs: null,
        }),
      ],
      featured: ['93'],
    });
  });

  it('reads the published sample, which says little', () => {
    // The documentation's own example has neither a type nor a maximum.
    const { type: _, stock_availability: __, ...sample } = product({ add_to_cart: { text: 'Add to cart' } });
    expect(read([sample]).reading).toMatchObject({
      products: [{ id: '93' }],
      stocks: [{ sellable: null, basis: 'exact' }],
    });
  });

  it('knows a variation by its parent, and shows what sort it is', () => {
    const variation = product({ id: 23, parent: 22, type: 'variation', variation: '规格: 10斤' });
    expect(read([variation]).reading.products).toMatchObject([
      { id: '23', spec: '规格: 10斤', sources: [{ id: '22', variantId: '23' }] },
    ]);
  });

  it('shows no price of a product whose sorts have several', () => {
    const prices = { ...product().prices, price_range: { min_amount: '100', max_amount: '200' } };
    const { reading, faults } = read([product({ type: 'variable', prices })]);
    expect(reading).toMatchObject({ offers: [], stocks: [{ sellable: null, basis: 'boolean' }] });
    expect(faults).toEqual([expect.stringContaining('type=variation')]);
  });

  it.each([
    ['1105', 0, { minor: 1_105, exponent: 0 }],
    ['1105', 3, { minor: 1_105, exponent: 3 }],
    ['1105', 1, { minor: 11_050, exponent: 2 }],
    ['110500', 4, { minor: 1_105, exponent: 2 }],
    ['110501', 4, null],
    ['11.05', 2, null],
    ['-5', 2, null],
  ])('reads %j with %i digits', (price, digits, money) => {
    const prices = { currency_code: 'GBP', currency_minor_unit: digits, price, regular_price: price };
    const { reading, faults } = read([product({ prices })]);
    expect(reading.offers.map((offer) => offer.price)).toEqual(money ? [{ ...money, currency: 'GBP' }] : []);
    expect(faults).toHaveLength(money ? 0 : 1);
  });

  it('names a product that is asked for and not there', () => {
    expect(read([product()], ['93', '94']).faults).toEqual([expect.stringContaining('product 94')]);
  });

  it('shows what the address names, by id, slug or link', () => {
    const list = [product(), product({ id: 22, slug: 'melon' })];
    expect(read(list, ['93', '22'], ['melon']).reading.featured).toEqual(['22']);
    expect(read(list, ['93', '22'], ['2', '93']).reading.featured).toEqual(['22', '93']);
  });

  it.each(['', '{"code":"rest_no_route"}', '<html>'])('uses nothing of %j', (text) => {
    expect(() => readStore(text, { include: [], feature: [] })).toThrow(
      expect.objectContaining({ code: 'bad-answer' }),
    );
  });

  it('makes of any list what a page takes from a relay', () => {
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('<img src=x onerror=alert(1)>', -1, 1e300, 9_999, ''));
    const any = fc
      .dictionary(fc.constantFrom(...Object.keys(product())), junk)
      .map((fields) => ({ ...product(), ...fields }));
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, any), { maxLength: 4 }), (list) => {
        const { reading } = read(list);
        const difference = createDiffer({ stall: 'stall', epoch: 'E', room: 'main' }).take(reading, 0, 0);
        if (difference.type !== 'snapshot') throw new Error('Expected a snapshot.');
        const { state } = difference.snapshot;
        const parsed = parseFrame(JSON.stringify({ v: 1, type: 'snapshot', ...difference.snapshot }));
        expect(parsed).toMatchObject({ faults: [], frames: [{ state: JSON.parse(JSON.stringify(state)) as object }] });
        expect(state.stocks.every(({ sellable }) => sellable !== 9_999)).toBe(true);
      }),
    );
  });
});

describe('decodeEntities', () => {
  it.each([
    ['A &amp; B', 'A & B'],
    ['&#26691;&#x6843;', '桃桃'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['<b>桃</b> 5 < 6', '桃 5 < 6'],
    ['&constructor; &#0; &#xD800; &nothing', '&constructor; &#0; &#xD800; &nothing'],
  ])('reads %j', (html, text) => {
    expect(decodeEntities(html)).toBe(text);
  });
});

describe('parseStoreAddress', () => {
  it('asks the Store API for the products in their order', () => {
    expect(parseStoreAddress('https://shop.example/sub/?include=93,22&every=20&feature=22')).toEqual({
      url: 'https://shop.example/sub/wp-json/wc/store/v1/products?per_page=100&orderby=include&include=93%2C22',
      host: 'shop.example',
      include: ['93', '22'],
      intervalMs: 20_000,
      feature: ['22'],
    });
    expect(parseStoreAddress('/', 'https://own.example/live').url).toBe(
      'https://own.example/wp-json/wc/store/v1/products?per_page=100',
    );
  });

  it.each(['', 'shop.example', 'ftp://shop.example', 'https://ck_1:cs_2@shop.example', 'https://shop.example#cs_12'])(
    'refuses %j without repeating it',
    (address) => {
      expect(() => parseStoreAddress(address)).toThrow(/Expected a shop after "woocommerce:"/);
      expect(() => parseStoreAddress(address)).not.toThrow(/cs_/);
    },
  );
});
