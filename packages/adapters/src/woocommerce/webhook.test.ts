import { readFileSync } from 'node:fs';
import type { OrderEvent, SourceEvent } from '@stallcast/protocol';
import { exampleWebhookRequest, type WebhookRequestParts } from '@stallcast/testing/fakes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBase64 } from '../webhooks/signature.js';
import { wooCommerceWebhook } from './webhook.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const vector = JSON.parse(fixture('signed-vector.json')) as { secret: string; signature: string; body: string };

function read(body: string | object, parts: Omit<WebhookRequestParts, 'body'> = {}): SourceEvent {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reading = wooCommerceWebhook.read(exampleWebhookRequest({ body: text, ...parts }));
  if (reading.kind !== 'events' || reading.events.length !== 1)
    throw new Error(`Expected one event, got ${JSON.stringify(reading)}`);
  return reading.events[0]!;
}
const readOrder = (body: string | object, parts?: Omit<WebhookRequestParts, 'body'>) => read(body, parts) as OrderEvent;
const created = (changes: object = {}) => ({ ...(JSON.parse(fixture('order.created.json')) as object), ...changes });
const product = (changes: object = {}) => ({ ...(JSON.parse(fixture('product.updated.json')) as object), ...changes });
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });

describe('the signature of WooCommerce', () => {
  const verify = (body: string | Uint8Array, signature?: string, secret = vector.secret) =>
    wooCommerceWebhook.verify(
      exampleWebhookRequest({ body, headers: signature === undefined ? {} : { 'X-WC-Webhook-Signature': signature } }),
      secret,
    );

  it('fits the published vector, whose body has a Thai combining mark', () => {
    expect(() => verify(vector.body, vector.signature)).not.toThrow();
  });

  it('fails when one byte is another', () => {
    const bytes = new TextEncoder().encode(vector.body);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ flip;
        expect(() => verify(other, vector.signature)).toThrow(expect.objectContaining({ status: 401 }) as Error);
      }),
    );
  });

  it.each([
    ['none', undefined, vector.secret],
    ['an empty one', '', vector.secret],
    ['one of another length', 'abc', vector.secret],
    ['one with another secret', vector.signature, 'woocommerce2'],
    ['one made with an empty secret', signBase64(new TextEncoder().encode(vector.body), ''), ''],
  ])('refuses %s with 401', (_, signature, secret) => {
    expect(() => verify(vector.body, signature, secret)).toThrow(
      expect.objectContaining({ name: 'WebhookError', status: 401 }) as Error,
    );
  });
});

describe('the ping of WooCommerce', () => {
  const isPing = (body: string) => wooCommerceWebhook.isHandshake?.(exampleWebhookRequest({ body }));

  it('is a form with the webhook’s number', () => {
    expect(isPing('webhook_id=12')).toBe(true);
  });

  it.each(['', 'webhook_id=', 'webhook_id=12&x=1', '{"webhook_id":12}', `webhook_id=${'1'.repeat(40)}`])(
    'is not %s',
    (body) => {
      expect(isPing(body)).toBe(false);
    },
  );
});

describe('an order of WooCommerce', () => {
  it('is read into the words of the stall', () => {
    const event = readOrder(fixture('order.created.json'), {
      headers: { 'x-wc-webhook-delivery-id': 'd41d' },
      query: { room: 'north' },
    });
    expect(event).toEqual({
      type: 'order',
      source: 'woocommerce',
      eventId: expect.stringMatching(/^d41d:[0-9a-f]{32}$/) as string,
      room: 'north',
      orderId: '3001',
      sourceVersion: Date.parse('2026-07-01T11:04:31Z'),
      status: 'paid',
      lines: [
        { ref: { id: '93' }, qty: 2, amount: cny(7_980) },
        { ref: { id: '22', variantId: '23', sku: 'Bar3' }, qty: 1, amount: cny(1_990) },
      ],
      total: cny(10_770),
      buyer: { mask: '欧**' },
      region: { level: 'province', name: '江苏' },
      occurredAt: '2026-07-01T11:04:10.000Z',
    });
  });

  it('without an id, as in the published vector, has one of its body', () => {
    const [event, again, other] = [vector.body, vector.body, vector.body.replace('"quantity":1', '"quantity":2')].map(
      (body) => readOrder(body),
    );
    expect(event).toMatchObject({
      orderId: expect.stringMatching(/^body-[0-9a-f]{32}$/) as string,
      status: 'paid',
      buyer: { mask: 'J**' },
    });
    expect(again?.orderId).toBe(event?.orderId);
    expect(other?.orderId).not.toBe(event?.orderId);
    // The vector names no currency, so nothing can be said about amounts.
    expect([event?.total, event?.lines]).toEqual([undefined, [{ ref: { id: '23' }, qty: 1 }]]);
  });

  it.each([
    ['pending', 'placed'],
    ['on-hold', 'placed'],
    ['checkout-draft', 'placed'],
    ['processing', 'paid'],
    ['completed', 'paid'],
    ['cancelled', 'cancelled'],
    ['failed', 'cancelled'],
    ['trash', 'cancelled'],
    ['refunded', 'refunded'],
    ['wc-processing', 'paid'],
    ['packing', 'paid'],
  ])('that is %s counts as %s', (status, expected) => {
    expect(readOrder(created({ status })).status).toBe(expected);
  });

  it('in a plugin’s status is not paid unless it says when', () => {
    expect(readOrder(created({ status: 'packing', date_paid: null, date_paid_gmt: null })).status).toBe('placed');
  });

  it('with refunds of less than its total is partly refunded, and says by how much', () => {
    expect(readOrder(fixture('order.partly-refunded.json'))).toMatchObject({
      status: 'partially-refunded',
      total: cny(10_770),
      refunded: cny(1_990),
    });
  });

  it('with refunds of all of its total is refunded', () => {
    const refunds = [{ total: '-100.00' }, { total: '-7.70' }];
    expect(readOrder(created({ refunds }))).toMatchObject({
      status: 'refunded',
      total: cny(10_770),
      refunded: cny(10_770),
    });
  });

  it('is newer with a refund in the same second', () => {
    const refunds = [{ id: 1, total: '-1.00' }];
    expect(readOrder(created({ refunds })).sourceVersion).toBeGreaterThan(readOrder(created()).sourceVersion);
  });

  it('that was deleted is cancelled, at its arrival', () => {
    const event = readOrder(fixture('order.deleted.json'), {
      headers: { 'x-wc-webhook-topic': 'order.deleted' },
      receivedAt: 99,
    });
    expect(event).toMatchObject({ orderId: '3001', status: 'cancelled', reason: 'other', sourceVersion: 99 });
    expect(event.lines).toBeUndefined();
  });

  it('that was restored is newer than its deletion', () => {
    const at = Date.parse('2026-07-01T12:00:00Z');
    const event = readOrder(fixture('order.created.json'), {
      headers: { 'x-wc-webhook-topic': 'order.restored' },
      receivedAt: at,
    });
    expect(event).toMatchObject({ status: 'paid', sourceVersion: at });
  });

  it('without a time of modification is as new as its arrival', () => {
    expect(readOrder(created({ date_modified_gmt: null }), { receivedAt: 1_234 }).sourceVersion).toBe(1_234);
  });

  it.each([
    ['JPY', '1200', { minor: 1_200, currency: 'JPY', exponent: 0 }],
    ['JPY', '1200.00', { minor: 1_200, currency: 'JPY', exponent: 0 }],
    ['KWD', '1.505', { minor: 1_505, currency: 'KWD', exponent: 3 }],
    ['KWD', '1.50', { minor: 1_500, currency: 'KWD', exponent: 3 }],
    ['USD', '29.35', { minor: 2_935, currency: 'USD', exponent: 2 }],
    ['USD', '0.29', { minor: 29, currency: 'USD', exponent: 2 }],
    ['USD', '9007199254.01', { minor: 900_719_925_401, currency: 'USD', exponent: 2 }],
    ['USD', '29.355', undefined],
    ['USD', '99999999999999999.00', undefined],
    ['USD', '1e3', undefined],
    ['', '29.35', undefined],
  ])('in %s of %s comes to %o', (currency, total, expected) => {
    expect(readOrder(created({ currency, total })).total).toEqual(expected);
  });

  it('with the tax of a line left out shows no amount that would be wrong', () => {
    const line_items = [
      { product_id: 93, quantity: 2, total: '6.00', total_tax: '0.45' },
      { product_id: 93, quantity: 1, total: '6.00', total_tax: '0.4533' },
    ];
    const lines = readOrder(created({ line_items })).lines;
    expect(lines).toEqual([
      { ref: { id: '93' }, qty: 2, amount: cny(645) },
      { ref: { id: '93' }, qty: 1 },
    ]);
  });

  it('keeps ids that differ in the last digits apart', () => {
    fc.assert(
      fc.property(fc.bigInt(2n ** 53n, 2n ** 63n - 2n), (id) => {
        const [a, b] = [id, id + 1n].map(
          (one) => readOrder(`{"id":${one},"status":"processing","line_items":[]}`).orderId,
        );
        expect([a, b]).toEqual([String(id), String(id + 1n)]);
      }),
    );
  });

  it('of a surge keeps its own event id, though WooCommerce gives one delivery id a second', () => {
    const headers = { 'x-wc-webhook-delivery-id': 'same' };
    const ids = [3001, 3002, 3001].map((id) => readOrder(created({ id }), { headers }).eventId);
    expect(new Set(ids).size).toBe(2);
  });

  it('that `send` made is marked', () => {
    expect(readOrder(created(), { headers: { 'x-stallcast-synthetic': '1' } }).synthetic).toBe(true);
  });
});

describe('what WooCommerce tells of buyers', () => {
  // Letters of which no field of the stall is made, so that a find is a leak.
  const word = (min: number) => fc.stringMatching(new RegExp(`^[kqxz]{${min},12}$`));
  const person = fc.record({
    first_name: fc.oneof(word(3), fc.constantFrom('伟', '娜娜', '阿依古丽·买买提')),
    last_name: fc.oneof(word(3), fc.constantFrom('王', '欧阳', '')),
    company: word(5),
    address_1: fc.tuple(word(5), fc.integer({ min: 100, max: 999 })).map(([street, number]) => `${street} ${number}`),
    address_2: word(5),
    city: word(5),
    state: fc.oneof(word(6), fc.constantFrom('CN11', 'CA')),
    postcode: fc.stringMatching(/^[qz][0-9]{5}$/),
    country: fc.constantFrom('CN', 'US', 'DE', ''),
    email: word(5).map((name) => `${name}@example.com`),
    phone: fc.stringMatching(/^1[3-9][0-9]{9}$/),
  });

  it('never gets past the reading: no name in full, no phone, no address, no e-mail', () => {
    fc.assert(
      fc.property(person, person, fc.stringMatching(/^1[3-9][0-9]{9}$/), (billing, shipping, phoneAsName) => {
        const bodies = [
          created({ billing, shipping, customer_note: phoneAsName }),
          created({ billing: { ...billing, first_name: phoneAsName }, shipping }),
        ];
        for (const body of bodies) {
          const { eventId: _, ...event } = readOrder(body);
          const output = JSON.stringify(event);
          for (const secret of [...privateParts(billing), ...privateParts(shipping), phoneAsName])
            expect(output).not.toContain(secret);
        }
      }),
    );
  });

  function privateParts(of: Record<string, string>): string[] {
    const names = ['first_name', 'company', 'address_1', 'address_2', 'city', 'postcode', 'email', 'phone'];
    // One character of a name is what the mask shows.
    return names.map((name) => of[name] ?? '').filter((text) => [...text].length > 1);
  }
});

describe('other messages of WooCommerce', () => {
  const reading = (body: unknown, topic?: string) =>
    wooCommerceWebhook.read(
      exampleWebhookRequest({
        body: JSON.stringify(body),
        headers: topic === undefined ? {} : { 'x-wc-webhook-topic': topic },
      }),
    );

  it.each(['customer.updated', 'coupon.created', 'action.woocommerce_add_to_cart', 'product.deleted'])(
    'of the topic %s are left alone',
    (topic) => {
      expect(reading({ id: 5 }, topic).kind).toBe('ignored');
    },
  );

  it.each([
    ['a list', [1], undefined],
    ['neither order nor product', { hello: 'world' }, undefined],
    ['an id without a topic', { id: 3001 }, undefined],
    ['a product announced as an order', product(), 'order.updated'],
    ['an order announced as a product', created(), 'product.updated'],
    ['a deletion of nothing', {}, 'order.deleted'],
  ])('are refused with 422 when they are %s', (_, body, topic) => {
    expect(() => reading(body, topic)).toThrow(expect.objectContaining({ name: 'WebhookError', status: 422 }) as Error);
  });
});
