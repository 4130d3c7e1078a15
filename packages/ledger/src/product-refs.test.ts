import type { Product, ProductRef } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { createModel } from './model.js';
import { findProduct } from './product-refs.js';
import { product } from './stall.fixture.js';

function modelOf(...products: Product[]) {
  const model = createModel({ epoch: 'E', offset: 0 });
  for (const [rank, value] of products.entries()) model.tables.product.set(value.id, { rank, value });
  return model;
}

const MODEL = modelOf(
  product('whole', { sources: [{ source: 'shop', id: '93' }] }),
  product('small', { sources: [{ source: 'shop', id: '22', variantId: '1', sku: 'S' }] }),
  product('large', { sources: [{ source: 'shop', id: '22', variantId: '2', sku: 'L', inventoryItemId: '77' }] }),
  product('only', { sources: [{ source: 'shop', id: '5', variantId: '9' }] }),
);

describe('findProduct', () => {
  it.each<[string, ProductRef, string | undefined]>([
    ['a product listed whole', { id: '93' }, 'whole'],
    ['any variant of a product listed whole', { id: '93', variantId: '4' }, 'whole'],
    ['a variant', { id: '22', variantId: '2' }, 'large'],
    ['a variant without its product', { variantId: '1' }, 'small'],
    ['no variant of another product', { id: '93000', variantId: '1' }, undefined],
    ['an inventory item', { inventoryItemId: '77' }, 'large'],
    ['an SKU', { sku: 'S' }, 'small'],
    ['a product of which one variant is listed', { id: '5' }, 'only'],
    ['nothing for a product of which two variants are', { id: '22' }, undefined],
    ['nothing for a variant that is not listed', { id: '22', variantId: '3' }, undefined],
    ['nothing for a stranger', { id: '1', variantId: '11', sku: 'X', inventoryItemId: '0' }, undefined],
    ['nothing for nothing', {}, undefined],
  ])('finds %s', (_, ref, id) => {
    expect(findProduct(MODEL, 'shop', ref)?.productId).toBe(id);
  });

  it('keeps the sources apart', () => {
    expect(findProduct(MODEL, 'other', { id: '93' })).toBeNull();
  });

  it('calls one thing by one name, however it was referred to', () => {
    const names = [{ inventoryItemId: '77' }, { id: '22', variantId: '2' }, { sku: 'L' }];
    const things = names.map((ref) => findProduct(MODEL, 'shop', ref)?.thing);
    expect(new Set(things).size).toBe(1);
    expect(findProduct(MODEL, 'shop', { sku: 'S' })?.thing).not.toBe(things[0]);
  });

  it('is not confused by ids that differ in their last digits', () => {
    const model = modelOf(
      product('a', { sources: [{ source: 'shop', id: '271878346596884015' }] }),
      product('b', { sources: [{ source: 'shop', id: '271878346596884016' }] }),
    );
    expect(findProduct(model, 'shop', { id: '271878346596884016' })?.productId).toBe('b');
  });
});
