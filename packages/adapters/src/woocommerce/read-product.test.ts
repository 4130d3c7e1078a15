import { readFileSync } from 'node:fs';
import type { StockEvent } from '@stallcast/protocol';
import { exampleWebhookRequest, type WebhookRequestParts } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { wooCommerceWebhook } from './webhook.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const product = (changes: object = {}) => ({ ...(JSON.parse(fixture('product.updated.json')) as object), ...changes });

function readStock(body: string | object, parts: Omit<WebhookRequestParts, 'body'> = {}): StockEvent {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reading = wooCommerceWebhook.read(exampleWebhookRequest({ body: text, ...parts }));
  const event = reading.kind === 'events' ? reading.events[0] : undefined;
  if (event?.type !== 'stock') throw new Error(`Expected a stock, got ${JSON.stringify(reading)}`);
  return event;
}

describe('a product of WooCommerce', () => {
  it('with stock management tells an exact stock', () => {
    expect(readStock(fixture('product.updated.json'))).toMatchObject({
      type: 'stock',
      source: 'woocommerce',
      ref: { id: '93' },
      available: 184,
      basis: 'exact',
      policy: 'deny',
      observedAt: '2026-07-01T11:30:00.000Z',
    });
  });

  it.each([
    ['instock', null],
    ['outofstock', 0],
    ['onbackorder', null],
  ])('without stock management is known to be %s', (stock_status, available) => {
    expect(readStock(product({ manage_stock: false, stock_quantity: null, stock_status }))).toMatchObject({
      available,
      basis: 'boolean',
    });
  });

  it('that the shop does not sell any more has none to sell, whatever is left', () => {
    expect(readStock(product({ stock_quantity: 2, stock_status: 'outofstock' }))).toMatchObject({ available: 0 });
    expect(readStock(product({ stock_quantity: -3, stock_status: 'outofstock' }))).toMatchObject({ available: -3 });
  });

  it('that takes backorders says so', () => {
    expect(readStock(product({ backorders: 'notify' })).policy).toBe('backorder');
  });

  it('that is a variation is found by its product', () => {
    expect(readStock(fixture('variation.sold-out.json')).ref).toEqual({ id: '22', variantId: '23', sku: 'Bar3' });
  });

  it.each([
    ['a variable one without a stock of its own', { type: 'variable', manage_stock: false }],
    ['a variation that repeats its product’s', { type: 'variation', manage_stock: 'parent', parent_id: 22 }],
  ])('is left alone: %s', (_, changes) => {
    const reading = wooCommerceWebhook.read(exampleWebhookRequest({ body: JSON.stringify(product(changes)) }));
    expect(reading.kind).toBe('ignored');
  });

  it('is as new as its modification, and without one as its arrival', () => {
    expect(readStock(product()).sourceVersion).toBe(Date.parse('2026-07-01T11:05:00Z'));
    expect(readStock(product({ date_modified_gmt: null }), { receivedAt: 5 }).sourceVersion).toBe(5);
  });
});
