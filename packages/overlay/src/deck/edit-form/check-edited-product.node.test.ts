import type { Offer, Product } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { checkEditedProduct, type EditedFields } from './check-edited-product.js';

const PRODUCT: Product = {
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃',
  linkNo: 1,
  media: [{ kind: 'image', url: '/pictures/peach.svg', alt: '一箱桃' }],
  net: { value: 2500, unit: 'g' },
  lowAt: 20,
  promises: [{ kind: 'ship-within', hours: 48 }],
  sources: [],
  stockFrom: 'ledger',
  translations: { en: { title: 'Peaches' } },
  synthetic: true,
};
const OFFER: Offer = {
  id: 'peach-offer',
  productId: 'peach',
  price: { minor: 3990, currency: 'CNY', exponent: 2 },
  compareAt: { price: { minor: 4990, currency: 'CNY', exponent: 2 }, basis: 'usual' },
};
const FIELDS: EditedFields = { title: '阳山水蜜桃', linkNo: '1', price: '39.90' };
const KNOWN = { currency: 'CNY', others: [{ ...PRODUCT, id: 'melon', title: '沙地西瓜', linkNo: 3 }] };
const LINK = { sources: [], stockFrom: 'ledger' };

const check = (fields: Partial<EditedFields>, edited: Partial<Parameters<typeof checkEditedProduct>[1]> = {}) =>
  checkEditedProduct({ ...FIELDS, ...fields }, { product: PRODUCT, offer: OFFER, link: LINK, ...edited }, KNOWN);

describe('checkEditedProduct', () => {
  it('puts nothing where nothing is changed', () => {
    expect(check({})).toEqual({ ok: true, product: null, offer: null });
  });

  it('keeps everything that is not edited', () => {
    expect(check({ title: ' 水蜜桃 ', linkNo: '', price: '35' })).toEqual({
      ok: true,
      product: { ...withoutLinkNo(PRODUCT), title: '水蜜桃' },
      offer: { ...OFFER, price: { minor: 3500, currency: 'CNY', exponent: 2 } },
    });
  });

  it('puts the product where its shops are changed', () => {
    const link = { sources: [{ source: 'woocommerce', id: '93' }], stockFrom: 'woocommerce' };
    expect(check({}, { link })).toEqual({ ok: true, product: { ...PRODUCT, ...link }, offer: null });
  });

  it('leaves a price that is kept back, and tells one that was filled in', () => {
    const offer = { ...OFFER, price: null };
    expect(check({ price: '' }, { offer })).toMatchObject({ ok: true, offer: null });
    expect(check({ price: '36' }, { offer })).toMatchObject({ offer: { price: { minor: 3600 } } });
  });

  it.each([
    ['title', ' '],
    ['price', ''],
    ['price', 'free'],
    ['linkNo', '0'],
    ['linkNo', '3'],
  ] as const)('says what is wrong with %s %j', (field, text) => {
    const checked = check({ [field]: text });
    const wrong = checked.ok ? [] : Object.entries(checked.errors).filter(([, error]) => error !== undefined);
    expect(wrong.map(([name]) => name)).toEqual([field]);
  });
});

function withoutLinkNo({ linkNo: _, ...product }: Product): Product {
  return product;
}
