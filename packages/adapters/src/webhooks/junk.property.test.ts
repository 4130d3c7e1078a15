import { WebhookError, type WebhookReading, type WebhookSource } from '@stallcast/protocol';
import { readEvents } from '@stallcast/protocol/schema';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEBHOOK_SOURCES } from './index.js';

/** Every field that a reading looks at, with values that fit and values that do not. */
const FIELDS = [
  'id,parent_id,order_id,product_id,variation_id,variant_id,inventory_item_id,location_id,sku,admin_graphql_api_id',
  'status,type,currency,total,total_tax,total_price,current_total_price,price,quantity,amount,total_discount,kind',
  'date_created_gmt,date_modified_gmt,date_paid_gmt,created_at,updated_at,cancelled_at,processed_at,cancel_reason',
  'financial_status,manage_stock,stock_quantity,stock_status,backorders,available,test,first_name,last_name,country,state',
  'country_code,province,province_code,billing,shipping,customer,billing_address,shipping_address,default_address',
  'line_items,refunds,refund_line_items,transactions,discount_allocations,data,timestamp,order,buyer,name',
].flatMap((row) => row.split(','));

const leaf = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    'paid',
    'processing',
    'refunded',
    'refund',
    'success',
    'CNY',
    'USD',
    'JPY',
    'CN',
    'US',
    'CN11',
    'variation',
    'outofstock',
  ),
  fc.constantFrom(
    '29.35',
    '-19.90',
    '0',
    '1e9',
    '99999999999999',
    '2026-07-01T11:04:10',
    '1901-01-01T00:00:00Z',
    '\ud800',
    'x'.repeat(300),
    '9999-12-31T23:59:59Z',
  ),
  fc.integer({ min: -5, max: 2_000_000_000 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { object } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 4 })),
  object: fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 14 }),
}));
const topics = fc.constantFrom(
  'order.updated',
  'order.deleted',
  'product.updated',
  'orders/paid',
  'refunds/create',
  'inventory_levels/update',
  '?',
);
const headers = fc.record(
  { 'x-wc-webhook-topic': topics, 'x-shopify-topic': topics, 'x-shopify-event-id': fc.string() },
  { requiredKeys: [] },
);

/** Bodies that pass for what they should be, more often than chance would have it. */
const shapes = fc.constantFrom<object>(
  { id: 7, line_items: [], billing: {}, status: 'processing', total_price: '1.00' },
  {
    id: 7,
    line_items: [{ quantity: 1, total: '1.00', price: '1.00', sku: 's' }],
    total_price: '1.00',
    currency: 'CNY',
  },
  { id: 7, manage_stock: true, stock_quantity: 3 },
  { inventory_item_id: 1, location_id: 1, available: 3 },
  { refund_line_items: [], order_id: 1, transactions: [{ kind: 'refund', status: 'success' }] },
);
const body = fc
  .tuple(object, shapes, fc.boolean())
  .map(([junk, shape, over]) => (over ? { ...shape, ...junk } : { ...junk, ...shape }));

function read(source: WebhookSource, request: Parameters<typeof exampleWebhookRequest>[0]): WebhookReading | null {
  try {
    return source.read(exampleWebhookRequest(request));
  } catch (error) {
    expect(error).toBeInstanceOf(WebhookError);
    expect((error as WebhookError).message).toMatch(/^Expected .{10,250}\.$/);
    return null;
  }
}

describe.each([...WEBHOOK_SOURCES.values()])('$name', (source) => {
  it('reads junk into events that a ledger takes, or refuses it in a sentence', () => {
    let readings = 0;
    fc.assert(
      fc.property(body, headers, (junk, some) => {
        const reading = read(source, {
          body: JSON.stringify(junk),
          headers: { 'webhook-id': 'm', 'webhook-timestamp': '1', 'webhook-signature': 'v1,a', ...some },
        });
        if (reading?.kind !== 'events') return;
        readings += 1;
        expect(readEvents(reading.events).fault).toBeUndefined();
      }),
      { numRuns: 1_500 },
    );
    // The platforms nest their messages; their own test makes junk of that kind.
    if (['woocommerce', 'shopify'].includes(source.name)) expect(readings).toBeGreaterThan(100);
  });

  it('throws nothing but a WebhookError for a signature that is none', () => {
    const names = [
      'x-wc-webhook-signature',
      'x-shopify-hmac-sha256',
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
      'stripe-signature',
      'event-sign',
      'app-id',
      'x-douyin-signature',
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })),
        fc.string(),
        (some, secret) => {
          expect(() => source.verify(exampleWebhookRequest({ body: '{}', headers: some }), secret)).toThrow(
            WebhookError,
          );
        },
      ),
    );
  });
});
