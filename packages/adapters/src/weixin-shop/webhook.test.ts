import { readFileSync } from 'node:fs';
import type { WebhookReading } from '@stallcast/protocol';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { keyOf, openMessage, sealMessage, signWeixin } from './message-crypt.js';
import { weixinShopWebhook } from './webhook.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const vector = JSON.parse(fixture('signed-vector.json')) as {
  token: string;
  encodingAesKey: string;
  appId: string;
  confirmation: Record<string, string>;
  clear: Record<string, string>;
  encrypted: Record<'msg_signature' | 'timestamp' | 'nonce' | 'random' | 'Encrypt' | 'message', string>;
};
const { msg_signature, timestamp, nonce, Encrypt, random, message } = vector.encrypted;
const SAFE = `${vector.token}:${vector.encodingAesKey}`;
const sealed = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt });
const query = { timestamp, nonce, msg_signature, encrypt_type: 'aes' };
const verify = (body: string, of: Record<string, string>, secret: string) =>
  weixinShopWebhook.verify(exampleWebhookRequest({ body, query: of }), secret);
const reading = (body: string): WebhookReading => weixinShopWebhook.read(exampleWebhookRequest({ body }));
const refused = (status: number) => expect.objectContaining({ name: 'WebhookError', status }) as Error;

describe('the signature of a WeChat shop', () => {
  it('fits the published message, encrypted and in the clear', () => {
    expect(() => verify(sealed, query, SAFE)).not.toThrow();
    expect(() => verify(sealed, query, `${SAFE}:${vector.appId}`)).not.toThrow();
    expect(() => verify(message, vector.clear, vector.token)).not.toThrow();
  });

  it.each([
    ['a message in the clear where encrypted ones are due', message, vector.clear, SAFE],
    ['another signature', sealed, { ...query, msg_signature: vector.clear['signature']! }, SAFE],
    ['another nonce', sealed, { ...query, nonce: '1' }, SAFE],
    ['no signature', sealed, {}, SAFE],
    ['another token', sealed, query, `BBBBB:${vector.encodingAesKey}`],
    ['the message of another app', sealed, query, `${SAFE}:wx0000000000000000`],
    ['a key that is none', sealed, query, `${vector.token}:short`],
    ['an empty secret', message, vector.clear, ''],
    ['an empty token', message, { ...vector.clear, signature: signWeixin('', '1', '2') }, ':'],
  ])('is refused with %s', (_, body, of, secret) => {
    expect(() => verify(body, of, secret)).toThrow(refused(401));
  });

  it('covers another key too, and then does not fit the encryption', () => {
    const other = keyOf('B'.repeat(42) + 'A')!;
    const body = JSON.stringify({ Encrypt: sealMessage(new TextEncoder().encode(message), other, vector.appId) });
    const signed = signWeixin(vector.token, timestamp, nonce, (JSON.parse(body) as { Encrypt: string }).Encrypt);
    expect(() => verify(body, { ...query, msg_signature: signed }, SAFE)).toThrow(refused(401));
  });
});

describe('the encryption of a WeChat shop', () => {
  const key = keyOf(vector.encodingAesKey)!;

  it('opens and makes the published message', () => {
    expect(Buffer.from(openMessage(Encrypt, key)!.message).toString()).toBe(message);
    expect(sealMessage(new TextEncoder().encode(message), key, vector.appId, Buffer.from(random))).toBe(Encrypt);
    const opened = weixinShopWebhook.decrypt?.(exampleWebhookRequest({ body: sealed, query }), SAFE);
    expect(Buffer.from(opened ?? []).toString()).toBe(message);
  });

  it('leaves a message in the clear as it is', () => {
    const request = exampleWebhookRequest({ body: message, query: vector.clear });
    expect(weixinShopWebhook.decrypt?.(request, vector.token)).toBe(request.rawBody);
  });
});

describe('the check of an address by WeChat', () => {
  const confirm = (of: Record<string, string>, secret: string) =>
    weixinShopWebhook.confirm?.(exampleWebhookRequest({ body: '', query: of }), secret);

  it('is answered with its echo, whichever mode is chosen', () => {
    const answer = { type: 'text/plain', body: '4375120948345356249' };
    expect(confirm(vector.confirmation, vector.token)).toEqual(answer);
    expect(confirm(vector.confirmation, SAFE)).toEqual(answer);
  });

  it('is refused without the token, and says back no markup', () => {
    expect(() => confirm(vector.confirmation, 'BBBBB')).toThrow(refused(401));
    expect(() => confirm({ ...vector.confirmation, echostr: '<b>' }, vector.token)).toThrow(refused(400));
  });
});

describe('a message of a WeChat shop', () => {
  const read = (name: string, change: (body: string) => string = (body) => body) => {
    const said = reading(change(fixture(`channels_ec_order_${name}.json`)));
    if (said.kind !== 'events') throw new Error(`Expected events, got ${JSON.stringify(said)}`);
    return said;
  };

  it('is an order’s id, digit by digit, and nothing of its buyer', () => {
    expect(read('new')).toEqual({
      kind: 'events',
      detail: ['3719284650173829464'],
      events: [
        {
          type: 'order',
          source: 'weixin-shop',
          eventId: expect.stringMatching(/^channels_ec_order_new:[0-9a-f]{32}$/) as string,
          orderId: '3719284650173829464',
          sourceVersion: 1_782_903_900_000,
          status: 'placed',
          occurredAt: '2026-07-01T11:05:00.000Z',
        },
      ],
    });
  });

  it('of a payment makes it paid, and is newer', () => {
    expect(read('pay').events[0]).toMatchObject({ status: 'paid', sourceVersion: 1_782_903_912_000 });
  });

  it.each([
    [1, { status: 'cancelled', reason: 'buyer' }],
    [2, { status: 'cancelled', reason: 'unpaid-timeout' }],
    [3, { status: 'refunded' }],
    [9, { status: 'cancelled', reason: 'other' }],
  ])('of a cancellation of type %i tells why', (type, facts) => {
    const { events } = read('cancel', (body) => body.replace('"cancel_type": 2', `"cancel_type": ${type}`));
    expect(events[0]).toMatchObject(facts);
  });

  it('of something else is left alone', () => {
    const deliver = fixture('channels_ec_order_new.json').replace('order_new', 'order_deliver');
    expect(reading(deliver).kind).toBe('ignored');
  });

  it.each(['[]', '{}', '{"Encrypt":"AAAA"}', '{"Event":"channels_ec_order_pay"}'])('is none in %s', (body) => {
    expect(() => reading(body)).toThrow(refused(422));
  });
});
