import { exampleOffer, exampleProduct } from '@stallcast/testing';
import { describe, expect, it } from 'vitest';
import { goodsOf } from './goods-of.js';

const OWN = { kind: 'image', url: 'data:image/png;base64,AAAA' } as const;
const product = exampleProduct({
  media: [{ kind: 'image', url: '/pictures/peach.svg' }, OWN],
  sources: [{ source: 'woocommerce', id: '93' }],
  stockFrom: 'woocommerce',
});
const flash = {
  price: { minor: 100, currency: 'CNY', exponent: 2 as const },
  startsAt: '2026-07-01',
  endsAt: '2026-07-02',
};

describe('goods for a pack', () => {
  it('have names, prices and the pictures that need no network, and nothing that is true elsewhere alone', () => {
    const offer = exampleOffer({ flash, coupon: { text: '减 5 元' } });
    const goods = goodsOf({ products: [product], offers: [offer, exampleOffer({ id: 'north', room: 'north' })] });
    expect(goods?.products).toEqual([{ ...product, media: [OWN], sources: [], stockFrom: 'ledger' }]);
    expect(goods?.offers).toEqual([exampleOffer()]);
    expect(JSON.stringify(goods)).not.toMatch(/onHand|sellable|flash|woocommerce/);
  });

  it('are never the example’s, which is made up', () => {
    expect(goodsOf({ products: [{ ...product, synthetic: true }], offers: [exampleOffer()] })).toBeUndefined();
    expect(goodsOf({ products: [], offers: [] })).toBeUndefined();
  });
});
