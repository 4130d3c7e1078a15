import { describe, expect, it } from 'vitest';
import { checkNewProduct, type ProductFields } from './check-new-product.js';

const KNOWN = { id: 'a', currency: 'CNY', products: [], picture: null, link: { sources: [], stockFrom: 'ledger' } };
const FIELDS: ProductFields = { title: ' 阳山水蜜桃 ', linkNo: '1', price: '39.9', weight: '5', stock: '186' };

describe('checkNewProduct', () => {
  it('makes a product whose stock the ledger keeps, with its offer', () => {
    expect(checkNewProduct(FIELDS, KNOWN)).toEqual({
      ok: true,
      stock: 186,
      product: {
        id: 'a',
        kind: 'goods',
        title: '阳山水蜜桃',
        linkNo: 1,
        media: [],
        net: { value: 2500, unit: 'g' },
        promises: [],
        sources: [],
        stockFrom: 'ledger',
      },
      offer: { id: 'a', productId: 'a', price: { minor: 3990, currency: 'CNY', exponent: 2 } },
    });
  });

  it('needs no link number, weight or picture', () => {
    expect(checkNewProduct({ ...FIELDS, linkNo: '', weight: ' ' }, KNOWN)).toMatchObject({ ok: true });
  });

  it.each([
    ['title', '   '],
    ['price', 'free'],
    ['stock', '-1'],
    ['linkNo', '0'],
    ['weight', 'much'],
  ] as const)('says what is wrong with %s and with nothing else', (field, text) => {
    const checked = checkNewProduct({ ...FIELDS, [field]: text }, KNOWN);
    const wrong = checked.ok ? [] : Object.entries(checked.errors).filter(([, error]) => error !== undefined);
    expect(wrong.map(([name]) => name)).toEqual([field]);
  });

  it('asks for no stock of what a shop counts', () => {
    const link = { sources: [{ source: 'woocommerce', id: '93' }], stockFrom: 'woocommerce' };
    expect(checkNewProduct({ ...FIELDS, stock: '' }, { ...KNOWN, link })).toMatchObject({
      ok: true,
      stock: null,
      product: link,
    });
  });

  it('refuses a link number that another product has, by name', () => {
    const first = checkNewProduct(FIELDS, KNOWN);
    const products = first.ok ? [first.product] : [];
    const second = checkNewProduct(FIELDS, { ...KNOWN, id: 'b', products });
    expect(second.ok ? '' : second.errors.linkNo?.['zh-CN']).toContain('阳山水蜜桃');
  });
});
