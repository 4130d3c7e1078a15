import type { Product } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShopLink } from './check-shop-link.js';
import { countersOf, draftOf, NO_IDS, NO_SHOP, readId, sourcesOf, type ShopLinkDraft } from './shop-link-draft.js';

const KNOWN = { before: [], others: [] };

function draft(shop: string, ids: Partial<typeof NO_IDS>, stockFrom = 'ledger'): ShopLinkDraft {
  return { shop, ids: { [shop]: { ...NO_IDS, ...ids } }, stockFrom };
}

function product(fields: Partial<Product>): Product {
  return {
    id: 'other',
    kind: 'goods',
    title: '沙地西瓜',
    media: [],
    promises: [],
    sources: [],
    stockFrom: 'ledger',
    ...fields,
  };
}

describe('what connects a product to a shop', () => {
  it('is nothing where nothing was typed', () => {
    expect(checkShopLink(NO_SHOP, KNOWN)).toEqual({ ok: true, sources: [], stockFrom: 'ledger' });
  });

  it('is its id, and what else was typed', () => {
    expect(checkShopLink(draft('woocommerce', { id: ' ９３ ', sku: 'PEACH-5' }, 'woocommerce'), KNOWN)).toEqual({
      ok: true,
      sources: [{ source: 'woocommerce', id: '93', sku: 'PEACH-5' }],
      stockFrom: 'woocommerce',
    });
  });

  it('keeps ids above 2^53 as they are', () => {
    const ids = { id: 'gid://shopify/Product/632910392', inventoryItemId: '271878346596884015' };
    expect(checkShopLink(draft('shopify', ids, 'shopify'), KNOWN)).toMatchObject({
      sources: [{ source: 'shopify', id: '632910392', inventoryItemId: '271878346596884015' }],
    });
  });

  it('asks for the id where only a variation was typed', () => {
    const checked = checkShopLink(draft('woocommerce', { variantId: '23' }), KNOWN);
    expect(checked).toMatchObject({ ok: false, errors: { shop: 'woocommerce', fields: { id: {} } } });
  });

  it('asks for the inventory item where Shopify counts, as its stock messages name nothing else', () => {
    const checked = checkShopLink(draft('shopify', { id: '1' }, 'shopify'), KNOWN);
    expect(checked).toMatchObject({ ok: false, errors: { fields: { inventoryItemId: {} } } });
    expect(checkShopLink(draft('shopify', { id: '1' }), KNOWN).ok).toBe(true);
  });

  it('refuses what another product has, by name; another variation of it is another thing', () => {
    const others = [product({ sources: [{ source: 'woocommerce', id: '22', variantId: '23' }] })];
    const taken = checkShopLink(draft('woocommerce', { id: '22', variantId: '23' }), { before: [], others });
    expect(taken.ok ? '' : taken.errors.fields.id?.['zh-CN']).toContain('沙地西瓜');
    expect(checkShopLink(draft('woocommerce', { id: '22' }), { before: [], others }).ok).toBe(true);
  });

  it('leaves the stock to the deck where the shop that counted it is taken away', () => {
    const { shop, ids, stockFrom } = draft('woocommerce', { id: '' }, 'ledger');
    expect(countersOf({ shop, ids, stockFrom })).toEqual(['ledger']);
    expect(countersOf(draft('stripe', { id: 'price_1' }))).toEqual(['ledger']);
    expect(countersOf(draft('woocommerce', { id: '1' }))).toEqual(['ledger', 'woocommerce']);
  });

  it('puts back what it was given: entries that are not shown stay', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    const entry = fc.record(
      { source: fc.constantFrom('woocommerce', 'shopify', 'own'), id, variantId: id, sku: id, inventoryItemId: id },
      { requiredKeys: ['source', 'id'] },
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (sources) => {
        expect(sourcesOf(draftOf({ sources, stockFrom: 'ledger' }), sources)).toEqual(sources);
      }),
    );
  });

  it('takes one shop away and leaves the others', () => {
    const sources = [
      { source: 'woocommerce', id: '93' },
      { source: 'shopify', id: '1', inventoryItemId: '2' },
    ];
    const before = draftOf({ sources, stockFrom: 'ledger' });
    expect(sourcesOf({ ...before, ids: { ...before.ids, woocommerce: NO_IDS } }, sources)).toEqual([sources[1]]);
  });

  it('reads an id of any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof readId(text) === 'string'));
  });
});
