import { deriveStockState, parseFrame } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiffer } from '../polled/differ.js';
import { readStock } from '../polled/stall-reading.js';
import { readStorefront } from './read-storefront.js';
import { parseStorefrontAddress } from './storefront-address.js';
import { storefrontQuery } from './storefront-query.js';
import { readStorefrontStock } from './storefront-stock.js';

/** A variant in the shape of the interface's current versions, after published answers of older ones. */
const variant = (fields: object = {}) => ({
  id: 'gid://shopify/ProductVariant/31741474177072',
  title: 'Small / Red',
  sku: 'jacket-small',
  availableForSale: true,
  currentlyNotInStock: false,
  quantityAvailable: 3,
  price: { amount: '38.25', currencyCode: 'USD' },
  compareAtPrice: { amount: '70.2', currencyCode: 'USD' },
  image: { url: 'https://cdn.shopify.com/jacket.jpg', altText: null },
  ...fields,
});
const product = (variants: unknown[] = [variant()], fields: object = {}) => ({
  id: 'gid://shopify/Product/9007199254740993',
  handle: 'jacket',
  title: 'Super  awesome jacket',
  featuredImage: { url: 'https://cdn.shopify.com/other.jpg', altText: 'A jacket' },
  variants: { nodes: variants },
  ...fields,
});
const read = (json: unknown, address = 'shop.myshopify.com?handles=jacket') =>
  readStorefront(JSON.stringify(json), parseStorefrontAddress(address));

describe('readStorefront', () => {
  it('reads each variant as a product of its own', () => {
    const second = variant({
      id: 'gid://shopify/ProductVariant/2',
      title: 'Default Title',
      compareAtPrice: null,
      image: null,
    });
    const { reading, faults } = read({ data: { p0: product([variant(), second]) } });
    expect(faults).toEqual([]);
    expect(reading.currency).toBe('USD');
    expect(reading.products).toEqual([
      {
        id: '31741474177072',
        kind: 'goods',
        title: 'Super awesome jacket',
        linkNo: 1,
        media: [{ kind: 'image', url: 'https://cdn.shopify.com/jacket.jpg' }],
        spec: 'Small / Red',
        promises: [],
        sources: [{ source: 'shopify', id: '9007199254740993', variantId: '31741474177072', sku: 'jacket-small' }],
        stockFrom: 'shopify',
      },
      expect.objectContaining({
        id: '2',
        media: [{ kind: 'image', url: 'https://cdn.shopify.com/other.jpg', alt: 'A jacket' }],
      }),
    ]);
    expect(reading.products[1]).not.toHaveProperty('spec');
    expect(reading.offers).toEqual([
      {
        id: '31741474177072',
        productId: '31741474177072',
        price: { minor: 3_825, currency: 'USD', exponent: 2 },
        compareAt: { price: { minor: 7_020, currency: 'USD', exponent: 2 }, basis: 'list' },
      },
      { id: '2', productId: '2', price: { minor: 3_825, currency: 'USD', exponent: 2 } },
    ]);
    expect(reading.stocks).toMatchObject([{ sellable: 3, basis: 'exact', stockFrom: 'shopify', ttlMs: null }, {}]);
    expect(reading.featured).toEqual(['31741474177072']);
  });

  it.each([
    ['ids', '?ids=9007199254740993', { nodes: [product()] }],
    ['a collection', '?collection=tonight', { collection: { products: { nodes: [product()] } } }],
    ['no choice', '', { products: { nodes: [product()] } }],
  ])('reads what was asked for by %s', (_, query, data) => {
    expect(read({ data }, `shop.myshopify.com${query}`).reading.products).toHaveLength(1);
  });

  it('names what is not there, and shows the rest', () => {
    const { reading, faults } = read({ data: { p0: null, p1: product() } }, 'shop.myshopify.com?handles=gone,jacket');
    expect(reading.products).toMatchObject([{ linkNo: 2 }]);
    expect(faults).toEqual([expect.stringContaining('“gone”')]);
  });

  it('says which scope a token lacks, with and without the rest of the answer', () => {
    const errors = [{ message: 'Access denied for quantityAvailable field.', extensions: { code: 'ACCESS_DENIED' } }];
    const denied = { data: { p0: product([variant({ quantityAvailable: null })]) }, errors };
    expect(read(denied)).toMatchObject({
      reading: { stocks: [{ sellable: null, basis: 'boolean' }] },
      faults: [expect.stringContaining('unauthenticated_read_product_inventory')],
    });
    expect(() => read({ data: null, errors })).toThrow(expect.objectContaining({ code: 'refused-key' }));
  });

  it('keeps a price of another currency off', () => {
    const other = variant({ id: 'gid://shopify/ProductVariant/2', price: { amount: '9', currencyCode: 'EUR' } });
    const { reading, faults } = read({ data: { p0: product([variant(), other]) } });
    expect(reading.offers).toHaveLength(1);
    expect(faults).toHaveLength(1);
  });

  it.each(['', '<html>', '[]', '{"errors":[{"message":"Parse error on \\"x\\""}]}', '{"data":{"other":1}}'])(
    'uses nothing of %j',
    (text) => {
      expect(() => readStorefront(text, parseStorefrontAddress('shop.myshopify.com?handles=a'))).toThrow(
        expect.objectContaining({ code: 'bad-answer', message: expect.stringMatching(/^\S.{9,398}\.$/s) as string }),
      );
    },
  );

  it('makes of any answer what a page takes from a relay', () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('<img src=x onerror=alert(1)>', 1e300, '1e3', 'javascript:alert(1)'),
    );
    const anyVariant = fc.dictionary(fc.constantFrom(...Object.keys(variant())), junk).map((fields) => variant(fields));
    const anyProduct = fc
      .tuple(
        fc.array(fc.oneof(anyVariant, junk), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('id', 'title', 'handle'), junk),
      )
      .map(([variants, fields]) => product(variants, fields));
    fc.assert(
      fc.property(fc.oneof(anyProduct, junk), (one) => {
        const { reading } = read({ data: { p0: one } });
        const difference = createDiffer({ stall: 'stall', epoch: 'E', room: 'main' }).take(reading, 0, 0);
        if (difference.type !== 'snapshot') throw new Error('Expected a snapshot.');
        const parsed = parseFrame(JSON.stringify({ v: 1, type: 'snapshot', ...difference.snapshot }));
        expect(parsed).toMatchObject({
          faults: [],
          frames: [{ state: JSON.parse(JSON.stringify(difference.snapshot.state)) as object }],
        });
      }),
    );
  });
});

describe('readStorefrontStock', () => {
  it.each([
    ['counted', true, false, 12, 'low', 12],
    ['gone', false, false, 0, 'sold-out', 0],
    ['sold below zero', false, false, -3, 'oversold', 0],
    ['counted and not for sale', false, false, 7, 'sold-out', 0],
    ['sold on at none', true, true, 0, 'presale', 0],
    ['sold on below zero', true, true, -8, 'presale', 0],
    ['not counted, said by null', true, false, null, 'ample', null],
    ['not counted, said by zero', true, false, 0, 'ample', null],
    ['not counted and gone', false, false, null, 'sold-out', 0],
  ])('reads %s', (_, availableForSale, currentlyNotInStock, quantityAvailable, state, sellable) => {
    const figures = readStorefrontStock({ availableForSale, currentlyNotInStock, quantityAvailable });
    expect(figures.sellable).toBe(sellable);
    expect(deriveStockState({ ...readStock('a', 'shopify', figures), observedAt: '' })).toBe(state);
  });

  it('never shows a number above what there is, nor below zero', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.option(fc.integer({ min: -50, max: 50 })), (sold, waits, quantity) => {
        const { sellable, oversold = 0 } = readStorefrontStock({
          availableForSale: sold,
          currentlyNotInStock: waits,
          quantityAvailable: quantity,
        });
        if (sellable !== null) expect(sellable).toBeLessThanOrEqual(Math.max(0, quantity ?? 0));
        expect(Math.min(sellable ?? 0, oversold)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the address and the query', () => {
  it('reads shop, choice, settings and token', () => {
    expect(
      parseStorefrontAddress(
        'Shop.myshopify.com?ids=1,2&version=2026-10&country=CN&language=ZH_CN&every=20&feature=2#abc123',
      ),
    ).toEqual({
      shop: 'shop.myshopify.com',
      token: 'abc123',
      version: '2026-10',
      ids: ['1', '2'],
      handles: [],
      collection: '',
      country: 'CN',
      language: 'ZH_CN',
      intervalMs: 20_000,
      feature: ['2'],
    });
  });

  it.each([
    '',
    'https://',
    'shop',
    'shop.myshopify.com#shpat_0123secret',
    'shop.myshopify.com?ids=1;drop',
    'shop.myshopify.com?country=C) {',
  ])('refuses %j without repeating it', (address) => {
    expect(() => parseStorefrontAddress(address)).toThrow(/Expected/);
    expect(() => parseStorefrontAddress(address)).not.toThrow(/secret/);
  });

  it('asks for no stock without a token, and carries names as variables only', () => {
    const open = storefrontQuery(parseStorefrontAddress('shop.myshopify.com?handles=a"){x,b&country=CN'));
    expect(open.query).not.toMatch(/quantityAvailable|a"\)/);
    expect(open.query).toContain('@inContext(country: CN)');
    expect(open.variables).toEqual({ h0: 'a"){x', h1: 'b' });
    const keyed = storefrontQuery(parseStorefrontAddress('shop.myshopify.com?ids=5#abc'));
    expect(keyed.query).toContain('quantityAvailable');
    expect(keyed.variables).toEqual({ ids: ['gid://shopify/Product/5'] });
  });
});
