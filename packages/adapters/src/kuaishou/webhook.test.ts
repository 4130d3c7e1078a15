import { readFileSync } from 'node:fs';
import type { WebhookReading } from '@stallcast/protocol';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { encryptMessage } from './decrypt-message.js';
import { kuaishouWebhook } from './webhook.js';

const SECRET = Buffer.from('0123456789abcdef').toString('base64');
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/kwaishop_order_${name}.json`, import.meta.url), 'utf8').trimEnd();
const reading = (body: string): WebhookReading => kuaishouWebhook.read(exampleWebhookRequest({ body }));
const eventOf = (body: string) => {
  const said = reading(body);
  if (said.kind !== 'events' || said.events[0]?.type !== 'order')
    throw new Error(`Expected an order, got ${JSON.stringify(said)}`);
  return said.events[0];
};
const refused = (status: number) => expect.objectContaining({ name: 'WebhookError', status }) as Error;
const seal = (text: string, secret = SECRET) => encryptMessage(new TextEncoder().encode(text), secret);

describe('the encryption of Kuaishou', () => {
  const verify = (body: string, secret = SECRET) => kuaishouWebhook.verify(exampleWebhookRequest({ body }), secret);

  it('is opened with the MsgSecret', () => {
    const body = seal(fixture('addOrder'));
    expect(() => verify(body)).not.toThrow();
    const opened = kuaishouWebhook.decrypt?.(exampleWebhookRequest({ body: ` ${body}\n` }), SECRET);
    expect(Buffer.from(opened ?? []).toString()).toBe(fixture('addOrder'));
  });

  // printf '{"event":"x"}' | openssl enc -aes-128-cbc -K 30313233343536373839616263646566 -iv 0… -base64
  it('is AES-CBC with an empty initial vector, in base64', () => {
    expect(seal('{"event":"x"}')).toBe('SIUhMo44FsdAAjHCd6MShQ==');
  });

  it.each([
    ['a message in the clear', fixture('addOrder'), SECRET],
    ['another key', seal(fixture('addOrder'), Buffer.from('fedcba9876543210').toString('base64')), SECRET],
    ['something else that is encrypted', seal('{"hello":"world"}'), SECRET],
    ['nothing', '', SECRET],
    ['a key of another length', seal(fixture('addOrder')), Buffer.from('short').toString('base64')],
    ['an empty secret', seal(fixture('addOrder')), ''],
  ])('is refused with %s', (_, body, secret) => {
    expect(() => verify(body, secret)).toThrow(refused(401));
  });
});

describe('a message of Kuaishou', () => {
  it('of a new order is its id, and nothing of its buyer', () => {
    expect(reading(fixture('addOrder'))).toEqual({
      kind: 'events',
      detail: ['2607602240249917'],
      events: [
        {
          type: 'order',
          source: 'kuaishou',
          eventId: expect.stringMatching(/^243_4027_2475915766001:[0-9a-f]{32}$/) as string,
          orderId: '2607602240249917',
          sourceVersion: 1_782_903_900_425,
          status: 'placed',
          occurredAt: '2026-07-01T11:05:00.425Z',
        },
      ],
    });
  });

  it.each([
    [10, 'placed'],
    [30, 'paid'],
    [40, 'paid'],
    [50, 'paid'],
    [70, 'paid'],
    [80, 'cancelled'],
    [0, 'paid'],
  ])('with the status %i makes it %s', (code, status) => {
    const body = fixture('paySuccess').replace('\\"status\\":30', `\\"status\\":${code}`);
    expect(eventOf(body)).toMatchObject({ status, sourceVersion: 1_782_903_912_425 });
  });

  it('of a failed order cancels it', () => {
    const body = fixture('paySuccess').replace('paySuccess', 'orderFail').replace('\\"status\\":30,', '');
    expect(eventOf(body)).toMatchObject({ status: 'cancelled', reason: 'other' });
  });

  it('of another price tells the price alone', () => {
    const order = eventOf(fixture('totalFeeChange'));
    expect([order.total, order.status]).toEqual([{ minor: 3_590, currency: 'CNY', exponent: 2 }, undefined]);
  });

  it('keeps an id beyond 2^53 digit by digit', () => {
    const body = fixture('paySuccess').replaceAll('2607602240249917', '2607602240249917123');
    expect(eventOf(body).orderId).toBe('2607602240249917123');
  });

  it('is one when it is sent again at another time', () => {
    expect(eventOf(fixture('addOrder').replace('1782903903776', '1782903999999')).eventId).toBe(
      eventOf(fixture('addOrder')).eventId,
    );
  });

  it('of a refund changes nothing by itself, and has the shop asked', () => {
    const body = JSON.stringify({ event: 'kwaishop_aftersales_updateRefund', info: '{"orderId":7,"refundId":8}' });
    expect(reading(body)).toEqual({ kind: 'events', events: [], detail: ['7'] });
  });

  it('of something else, or of a test, is left alone', () => {
    expect(reading('{"event":"kwaishop_item_addItem","info":"{}"}').kind).toBe('ignored');
    expect(reading(fixture('addOrder').replace('{', '{"test":true,')).kind).toBe('ignored');
  });

  it.each(['[]', '{}', '{"event":"kwaishop_order_addOrder","info":"{"}', '{"event":"kwaishop_order_addOrder"}'])(
    'is none in %s',
    (body) => {
      expect(() => reading(body)).toThrow(refused(422));
    },
  );

  it('is answered in Kuaishou’s own words', () => {
    expect(kuaishouWebhook.answer?.(exampleWebhookRequest({ body: '' })).body).toBe('{"result":1}');
  });
});
