import { readFileSync } from 'node:fs';
import type { OrderEvent, WebhookReading } from '@stallcast/protocol';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { stripeAmount } from './stripe-amount.js';
import { signStripe, stripeWebhook } from './webhook.js';

interface Event {
  livemode: boolean;
  type: string;
  data: { object: Record<string, unknown> };
}
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')) as Event & Record<string, unknown>;
const completed = (changes: object = {}, of: object = {}) => {
  const event = { ...fixture('checkout.session.completed.json'), ...of };
  return { ...event, data: { object: { ...event.data.object, ...changes } } };
};
const refund = (changes: object = {}, of: object = {}) => {
  const event = { ...fixture('charge.refunded.json'), ...of };
  return { ...event, data: { object: { ...event.data.object, ...changes } } };
};
const reading = (body: object): WebhookReading =>
  stripeWebhook.read(exampleWebhookRequest({ body: JSON.stringify(body) }));
function readOrder(body: object): OrderEvent {
  const said = reading(body);
  if (said.kind !== 'events' || said.events[0]?.type !== 'order')
    throw new Error(`Expected an order, got ${JSON.stringify(said)}`);
  return said.events[0];
}
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });

describe('the signature of Stripe', () => {
  const SECRET = 'whsec_test';
  const SENT_S = 1_782_903_912;
  const body = new TextEncoder().encode(JSON.stringify(completed()));
  const v1 = signStripe(body, SECRET, String(SENT_S));
  const verify = (header: string | null, { secret = SECRET, receivedAt = SENT_S * 1_000 } = {}) =>
    stripeWebhook.verify(
      exampleWebhookRequest({ body, headers: header === null ? {} : { 'Stripe-Signature': header }, receivedAt }),
      secret,
    );

  it('covers time and body, and may be one of several', () => {
    expect(() => verify(`t=${SENT_S},v1=${v1}`)).not.toThrow();
    expect(() => verify(`t=${SENT_S}, v1=${'0'.repeat(64)}, v1=${v1}, v0=x`)).not.toThrow();
  });

  // openssl dgst -sha256 -hmac whsec_stallcast over `1782903912.{"id":"evt_1"}`
  it('is hex HMAC-SHA256 of the time, a point and the body', () => {
    expect(signStripe(new TextEncoder().encode('{"id":"evt_1"}'), 'whsec_stallcast', '1782903912')).toBe(
      'f73c48c3350cd3c0f046ce0c203a66ffb1ef0d0b35f1b424d6dcfe6d7b61f71a',
    );
  });

  it.each([
    ['none', null, {}],
    ['no version that is known', `t=${SENT_S},v0=${v1}`, {}],
    ['another time', `t=${SENT_S + 1},v1=${v1}`, {}],
    ['an old time', `t=${SENT_S},v1=${v1}`, { receivedAt: SENT_S * 1_000 + 300_001 }],
    ['a time to come', `t=${SENT_S},v1=${v1}`, { receivedAt: SENT_S * 1_000 - 300_001 }],
    ['another secret', `t=${SENT_S},v1=${v1}`, { secret: 'whsec_other' }],
    ['an empty secret', `t=${SENT_S},v1=${signStripe(body, '', String(SENT_S))}`, { secret: '' }],
    ['too many', `t=${SENT_S},${`v1=${v1},`.repeat(17)}`, {}],
  ])('is refused with %s', (_, header, options) => {
    expect(() => verify(header, options)).toThrow(
      expect.objectContaining({ name: 'WebhookError', status: 401 }) as Error,
    );
  });
});

describe('a checkout of Stripe', () => {
  it('is an order without lines, which are to be asked for', () => {
    const said = reading(completed());
    expect(said).toMatchObject({ kind: 'events', detail: ['pi_3OrchardEvening0001'] });
    expect(readOrder(completed())).toEqual({
      type: 'order',
      source: 'stripe',
      eventId: expect.stringMatching(/^body:[0-9a-f]{32}$/) as string,
      orderId: 'pi_3OrchardEvening0001',
      sourceVersion: 1_782_903_910_000,
      status: 'paid',
      total: cny(7_980),
      buyer: { mask: '林**' },
      region: { level: 'province', name: '江苏' },
      occurredAt: '2026-07-01T11:04:10.000Z',
    });
  });

  it('has one event id, however many endpoints still wait', () => {
    expect(readOrder(completed({}, { pending_webhooks: 1 })).eventId).toBe(readOrder(completed()).eventId);
    expect(readOrder(completed({}, { id: 'evt_other' })).eventId).not.toBe(readOrder(completed()).eventId);
  });

  it.each([
    ['checkout.session.completed', 'unpaid', 'placed', undefined],
    ['checkout.session.completed', 'no_payment_required', 'paid', undefined],
    ['checkout.session.async_payment_succeeded', 'paid', 'paid', undefined],
    ['checkout.session.async_payment_failed', 'unpaid', 'cancelled', 'other'],
    ['checkout.session.expired', 'unpaid', 'cancelled', 'unpaid-timeout'],
  ])('told as %s, %s, is %s', (type, payment_status, status, reason) => {
    const order = readOrder(completed({ payment_status }, { type }));
    expect([order.status, order.reason]).toEqual([status, reason]);
  });

  it('in the test mode is synthetic', () => {
    expect(readOrder(completed({}, { livemode: false })).synthetic).toBe(true);
    expect(readOrder(completed()).synthetic).toBeUndefined();
  });

  it('bears the id of its payment, also of one that was sent whole, else its own', () => {
    expect(readOrder(completed({ payment_intent: { id: 'pi_9', object: 'payment_intent' } })).orderId).toBe('pi_9');
    expect(readOrder(completed({ payment_intent: null })).orderId).toBe('cs_live_a1OrchardEvening0001');
  });

  it('that only stores a card is left alone, as is every other event', () => {
    expect(reading(completed({ mode: 'setup' })).kind).toBe('ignored');
    expect(reading(completed({}, { type: 'payment_intent.created' })).kind).toBe('ignored');
  });
});

describe('a refund of Stripe', () => {
  it('of a part tells how much was given back so far', () => {
    const order = readOrder(refund());
    expect(order).toMatchObject({
      orderId: 'pi_3OrchardEvening0001',
      status: 'partially-refunded',
      refunded: cny(3_990),
      total: cny(7_980),
    });
    expect(order.buyer).toBeUndefined();
  });

  it('of all is a refunded order', () => {
    expect(readOrder(refund({ amount_refunded: 7_980, refunded: true })).status).toBe('refunded');
  });

  it('is newer than a smaller one of the same second', () => {
    const [small, large] = [readOrder(refund({ amount_refunded: 100 })), readOrder(refund({ amount_refunded: 200 }))];
    expect(large.sourceVersion).toBeGreaterThan(small.sourceVersion);
    expect(readOrder(refund({ amount_refunded: 7_980 })).sourceVersion).toBeLessThan(1_782_907_201_000);
  });
});

describe('an amount of Stripe', () => {
  it.each([
    [3_990, 'cny', { minor: 3_990, currency: 'CNY', exponent: 2 }],
    [500, 'jpy', { minor: 500, currency: 'JPY', exponent: 0 }],
    [5_120, 'kwd', { minor: 5_120, currency: 'KWD', exponent: 3 }],
    [500, 'isk', { minor: 5, currency: 'ISK', exponent: 0 }],
    [501, 'isk', undefined],
    [500, 'ugx', undefined],
    [-1, 'cny', undefined],
    ['39.90', 'cny', undefined],
    [null, 'cny', undefined],
    [100, 'money', undefined],
  ])('%j %s is %j', (value, currency, money) => {
    expect(stripeAmount(value, currency)).toEqual(money);
  });

  it('in a currency that Stripe counts in whole units is brought to the digits it has elsewhere', () => {
    const money = stripeAmount(7, 'mga');
    expect(money && money.minor / 10 ** money.exponent).toBe(7);
  });
});
