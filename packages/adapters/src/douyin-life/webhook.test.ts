import { readFileSync } from 'node:fs';
import type { WebhookReading } from '@stallcast/protocol';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { douyinLifeWebhook, signDouyinLife } from './webhook.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const paid = fixture('order.pay-success.json');
const reading = (body: string, msgId = 'msg-1'): WebhookReading =>
  douyinLifeWebhook.read(exampleWebhookRequest({ body, headers: { 'Msg-Id': msgId } }));
const eventOf = (body: string, msgId?: string) => {
  const said = reading(body, msgId);
  if (said.kind !== 'events') throw new Error(`Expected events, got ${JSON.stringify(said)}`);
  return said.events[0]!;
};
const refused = (status: number) => expect.objectContaining({ name: 'WebhookError', status }) as Error;

describe('the signature of Douyin local life', () => {
  const body = new TextEncoder().encode(paid);
  const verify = (signature: string, secret = 'client-secret') =>
    douyinLifeWebhook.verify(exampleWebhookRequest({ body, headers: { 'X-Douyin-Signature': signature } }), secret);

  it('covers secret and body', () => {
    expect(() => verify(signDouyinLife(body, 'client-secret'))).not.toThrow();
  });

  // printf 'secret{}' | sha1sum
  it('is hex SHA-1 of both, one after the other', () => {
    expect(signDouyinLife(new TextEncoder().encode('{}'), 'secret')).toBe('313497c3712f3817a8a95eb3763b52f7c09690ba');
  });

  it.each([
    ['none', '', 'client-secret'],
    ['another', '0'.repeat(40), 'client-secret'],
    ['another secret', signDouyinLife(body, 'client-secret'), 'other'],
    ['an empty secret', signDouyinLife(body, ''), ''],
  ])('is refused with %s', (_, signature, secret) => {
    expect(() => verify(signature, secret)).toThrow(refused(401));
  });
});

describe('the check of an address by Douyin', () => {
  const request = (body: string) => exampleWebhookRequest({ body });

  it('is answered with its challenge', () => {
    const asked = request(fixture('verify-webhook.json'));
    expect(douyinLifeWebhook.isHandshake?.(asked)).toBe(true);
    expect(douyinLifeWebhook.answer?.(asked)).toEqual({ type: 'application/json', body: '{"challenge":12345}' });
  });

  it('says back no more than a number', () => {
    const body = '{"event":"verify_webhook","content":{"challenge":"<b>"}}';
    expect(douyinLifeWebhook.isHandshake?.(request(body))).toBe(false);
    expect(douyinLifeWebhook.isHandshake?.(request(paid))).toBe(false);
  });
});

describe('an order of Douyin local life', () => {
  it('is told with its amount in 分, its long id digit by digit', () => {
    expect(reading(paid)).toEqual({
      kind: 'events',
      detail: ['1047381920564738291'],
      events: [
        {
          type: 'order',
          source: 'douyin-life',
          eventId: expect.stringMatching(/^msg-1:[0-9a-f]{32}$/) as string,
          orderId: '1047381920564738291',
          sourceVersion: 1_782_903_921_000,
          status: 'paid',
          total: { minor: 9_800, currency: 'CNY', exponent: 2 },
          occurredAt: '2026-07-01T11:05:00.000Z',
        },
      ],
    });
  });

  it('is one when it is told again under another log id', () => {
    expect(eventOf(paid.replace('B5AF', 'C0DE')).eventId).toBe(eventOf(paid).eventId);
    expect(eventOf(paid.replace('1782903925', '1782903926')).eventId).not.toBe(eventOf(paid).eventId);
  });

  it('is partly refunded when a ticket of it was given back', () => {
    const refund = fixture('certificate.refund-success.json');
    expect(eventOf(refund)).toMatchObject({ orderId: '1047381920564738291', status: 'partially-refunded' });
    expect(reading(refund)).toMatchObject({ detail: ['1047381920564738291'] });
  });

  it.each(['verify', 'verify_cancel'])('does not change when a ticket is told as %s', (action) => {
    expect(reading(fixture('certificate.refund-success.json').replace('refund_success', action)).kind).toBe('ignored');
  });

  it('keeps digits that a number would lose', () => {
    const body = JSON.stringify({
      event: 'life_trade_order_notify',
      content: '{"action":"pay_success","order":{"order_id":1047381920564738293}}',
    });
    expect(eventOf(body)).toMatchObject({ orderId: '1047381920564738293' });
  });

  it.each(['[]', '{}', '{"event":"life_trade_order_notify","content":"{"}', paid.replace('order_id', 'other_id')])(
    'is none in %.60s',
    (body) => {
      expect(() => reading(body)).toThrow(refused(422));
    },
  );

  it('is not in the events of something else', () => {
    expect(reading('{"event":"im_receive_msg","content":"{}"}').kind).toBe('ignored');
  });
});
