import { readFileSync } from 'node:fs';
import type { OrderEvent, SourceEvent, StockEvent } from '@stallcast/protocol';
import { exampleWebhookRequest, type WebhookRequestParts } from '@stallcast/testing/fakes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBase64 } from '../webhooks/signature.js';
import { shopifyWebhook } from './webhook.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
type Parts = Omit<WebhookRequestParts, 'body'>;

const reading = (body: string, parts: Parts = {}) => shopifyWebhook.read(exampleWebhookRequest({ body, ...parts }));
function read(body: string, parts?: Parts): SourceEvent {
  const said = reading(body, parts);
  if (said.kind !== 'events' || said.events.length !== 1)
    throw new Error(`Expected one event, got ${JSON.stringify(said)}`);
  return said.events[0]!;
}
const readOrder = (body: string, parts?: Parts) => read(body, parts) as OrderEvent;
const readStock = (body: string, parts?: Parts) => read(body, parts) as StockEvent;

/** The order of the fixture with some fields written anew, its long ids kept. */
function order(changes: Record<string, unknown> = {}): string {
  const text = fixture('orders-create.json').trimEnd().replace(/\}$/, '');
  const kept = Object.keys(changes).reduce(
    (so, name) => so.replace(new RegExp(`^  "${name}": (?:"[^"]*"|[^[{\\n]*),?$`, 'm'), ''),
    text,
  );
  const added = Object.entries(changes).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  return `${kept.trimEnd().replace(/,$/, '')}${added.length > 0 ? ',' : ''}${added.join(',')}}`;
}
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });

describe('the signature of Shopify', () => {
  const secret = 'hush';
  const body = new TextEncoder().encode(fixture('orders-create.json'));
  const verify = (bytes: Uint8Array, signature?: string, with_ = secret) =>
    shopifyWebhook.verify(
      exampleWebhookRequest({
        body: bytes,
        headers: signature === undefined ? {} : { 'X-Shopify-Hmac-Sha256': signature },
      }),
      with_,
    );

  it('covers the raw body', () => {
    expect(() => verify(body, signBase64(body, secret))).not.toThrow();
  });

  it('fails when one byte is another', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const other = body.slice();
        other[at] = (other[at] ?? 0) ^ flip;
        expect(() => verify(other, signBase64(body, secret))).toThrow(
          expect.objectContaining({ status: 401 }) as Error,
        );
      }),
    );
  });

  it.each([
    ['none', undefined, secret],
    ['another', signBase64(body, 'other'), secret],
    ['one made with an empty secret', signBase64(body, ''), ''],
  ])('refuses %s with 401', (_, signature, with_) => {
    expect(() => verify(body, signature, with_)).toThrow(
      expect.objectContaining({ name: 'WebhookError', status: 401 }) as Error,
    );
  });
});

describe('an order of Shopify', () => {
  it('is read into the words of the stall, its long ids digit by digit', () => {
    const event = readOrder(fixture('orders-create.json'), {
      headers: { 'X-Shopify-Topic': 'orders/create', 'X-Shopify-Event-Id': 'e1' },
      query: { room: 'north' },
    });
    expect(event).toEqual({
      type: 'order',
      source: 'shopify',
      eventId: expect.stringMatching(/^e1:[0-9a-f]{32}$/) as string,
      room: 'north',
      orderId: '912345678901234567',
      sourceVersion: Date.parse('2026-07-01T19:10:02+08:00'),
      status: 'paid',
      lines: [
        { ref: { id: '632910392', variantId: '808950810', sku: 'PEACH-5' }, qty: 1, amount: cny(3_990) },
        { ref: { id: '632910392', variantId: '808950810', sku: 'PEACH-5' }, qty: 1, amount: cny(3_490) },
      ],
      total: cny(7_480),
      buyer: { mask: 'M**' },
      region: { level: 'province', name: '四川' },
      occurredAt: '2026-07-01T11:10:00.000Z',
    });
  });

  it.each([
    ['pending', 'placed'],
    ['authorized', 'placed'],
    ['partially_paid', 'placed'],
    ['paid', 'paid'],
    ['partially_refunded', 'partially-refunded'],
    ['refunded', 'refunded'],
    ['voided', 'cancelled'],
  ])('that is %s counts as %s', (financial_status, status) => {
    expect(readOrder(order({ financial_status })).status).toBe(status);
  });

  it.each([
    ['customer', 'buyer'],
    ['inventory', 'oversell'],
    ['fraud', 'other'],
    ['declined', 'other'],
    ['staff', 'other'],
  ])('cancelled for %s has the reason %s', (cancel_reason, reason) => {
    expect(readOrder(order({ cancelled_at: '2026-07-01T19:20:00+08:00', cancel_reason }))).toMatchObject({
      status: 'cancelled',
      reason,
    });
  });

  it('of a test is synthetic', () => {
    expect(readOrder(fixture('orders-create.test.json'))).toMatchObject({
      synthetic: true,
      status: 'cancelled',
      orderId: '912345678901234568',
    });
    expect(readOrder(fixture('orders-create.json')).synthetic).toBeUndefined();
  });

  it('partly refunded says how much was given back', () => {
    const event = readOrder(fixture('orders-updated.partly-refunded.json'));
    expect(event).toMatchObject({ status: 'partially-refunded', total: cny(7_480), refunded: cny(3_990) });
  });

  it('refunded in the buyer’s own currency goes by what the order still comes to', () => {
    const body = fixture('orders-updated.partly-refunded.json').replace(
      /"amount": "39.90",\s*"currency": "CNY"(?=,\s*"kind")/,
      '"amount": "5.60", "currency": "USD"',
    );
    expect(body).toContain('"USD"');
    expect(readOrder(body).refunded).toEqual(cny(3_990));
  });

  it('keeps the last digit also where only the global id tells it', () => {
    expect(readOrder(order({ id: null })).orderId).toBe('912345678901234567');
  });

  it('shows of its buyer nothing but the mask and the province', () => {
    const { eventId: _, ...event } = readOrder(fixture('orders-create.json'));
    const output = JSON.stringify(event);
    for (const secret of [
      'Mei',
      'Lin',
      '00005678',
      '0000 5678',
      '139',
      'Orchard',
      'Chengdu',
      'example.com',
      '610000',
      '715243470612851245',
      '30.66',
    ]) {
      expect(output).not.toContain(secret);
    }
  });

  it('keeps ids that differ in the last digits apart', () => {
    const ids = [908, 909].map(
      (end) =>
        readOrder(fixture('orders-create.json').replaceAll('912345678901234567', `912345678901234${end}`)).orderId,
    );
    expect(ids).toEqual(['912345678901234908', '912345678901234909']);
  });
});

describe('a refund of Shopify', () => {
  it('makes its order partly refunded, at the refund’s time', () => {
    expect(readOrder(fixture('refunds-create.json'))).toMatchObject({
      orderId: '912345678901234567',
      status: 'partially-refunded',
      sourceVersion: Date.parse('2026-07-01T19:40:00+08:00'),
    });
  });

  it('loses against the order’s own word of the same second', () => {
    const all = readOrder(order({ financial_status: 'refunded', updated_at: '2026-07-01T19:40:00+08:00' }));
    expect(all.sourceVersion).toBeGreaterThanOrEqual(readOrder(fixture('refunds-create.json')).sourceVersion);
  });

  it('of goods alone changes nothing', () => {
    const body = fixture('refunds-create.json').replace('"kind": "refund"', '"kind": "void"');
    expect(reading(body).kind).toBe('ignored');
  });
});

describe('an inventory level of Shopify', () => {
  it('is the exact stock of one location', () => {
    expect(readStock(fixture('inventory-levels-update.json'))).toMatchObject({
      type: 'stock',
      ref: { inventoryItemId: '271878346596884015' },
      location: '24826418',
      available: 10,
      basis: 'exact',
    });
  });

  it('that is not counted is null, and never zero', () => {
    expect(readStock(fixture('inventory-levels-update.uncounted.json'))).toMatchObject({
      available: null,
      basis: 'boolean',
    });
  });

  it('without a time of its own is as new as its arrival', () => {
    const body = '{"inventory_item_id":271878346596884015,"location_id":24826418,"available":10}';
    expect(readStock(body, { receivedAt: 77 }).sourceVersion).toBe(77);
  });

  it.each(['{"inventory_item_id":1,"location_id":2,"available":"ten"}', '{"inventory_item_id":1,"available":3}'])(
    'is refused as %s',
    (body) => {
      expect(() => reading(body)).toThrow(expect.objectContaining({ status: 422 }) as Error);
    },
  );
});

describe('a topic of Shopify', () => {
  it('of something else is left alone', () => {
    expect(reading('{"id":1,"title":"Peaches"}', { headers: { 'X-Shopify-Topic': 'products/update' } }).kind).toBe(
      'ignored',
    );
  });

  it.each([
    ['an order', { query: { topic: 'orders/paid' } }, fixture('inventory-levels-update.json')],
    [
      'an inventory level',
      { headers: { 'x-shopify-topic': 'inventory_levels/update' } },
      fixture('orders-create.json'),
    ],
    ['an order', {}, '{"id":1}'],
  ])('that announces %s does not make one of something else', (_, parts, body) => {
    expect(() => reading(body, parts)).toThrow(expect.objectContaining({ name: 'WebhookError', status: 422 }) as Error);
  });

  it('in the address goes before that of the header, which is not signed', () => {
    const parts = { query: { topic: 'orders/paid' }, headers: { 'x-shopify-topic': 'products/update' } };
    expect(reading(fixture('orders-create.json'), parts).kind).toBe('events');
  });
});
