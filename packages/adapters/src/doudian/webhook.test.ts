import { readFileSync } from 'node:fs';
import type { OrderEvent, WebhookReading } from '@stallcast/protocol';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { doudianWebhook, signDoudian } from './webhook.js';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const evening = fixture('evening.json');
const reading = (body: string, receivedAt?: number): WebhookReading =>
  doudianWebhook.read(exampleWebhookRequest({ body, ...(receivedAt === undefined ? {} : { receivedAt }) }));
function readOrders(body: string, receivedAt?: number): OrderEvent[] {
  const said = reading(body, receivedAt);
  if (said.kind !== 'events') throw new Error(`Expected events, got ${JSON.stringify(said)}`);
  return said.events as OrderEvent[];
}
const message = (tag: string, data: string) => `[${JSON.stringify({ tag, msg_id: 'm1', data })}]`;
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });
const refused = (status: number) => expect.objectContaining({ name: 'WebhookError', status }) as Error;

describe('the signature of Doudian', () => {
  const SECRET = '6900000000000000001:test-app-secret';
  const body = new TextEncoder().encode(evening);
  const sign = signDoudian(body, '6900000000000000001', 'test-app-secret');
  const verify = (headers: Record<string, string>, secret = SECRET) =>
    doudianWebhook.verify(exampleWebhookRequest({ body, headers }), secret);

  it('covers app id, body and app secret', () => {
    expect(() => verify({ 'app-id': '6900000000000000001', 'event-sign': sign })).not.toThrow();
    expect(() => verify({ 'event-sign': sign.toUpperCase() })).not.toThrow();
  });

  // printf 'app[]secret' | md5sum
  it('is hex MD5 of the three, one after the other', () => {
    expect(signDoudian(new TextEncoder().encode('[]'), 'app', 'secret')).toBe('d549624b70a3ecbcf32dcad12082a445');
  });

  it.each([
    ['none', {}, SECRET],
    ['another', { 'event-sign': '0'.repeat(32) }, SECRET],
    ['that of another app', { 'event-sign': sign, 'app-id': '1' }, SECRET],
    ['another secret', { 'event-sign': sign }, '6900000000000000001:other'],
    ['a secret without an app', { 'event-sign': sign }, 'test-app-secret'],
    ['an empty secret', { 'event-sign': sign }, ''],
  ])('is refused with %s', (_, headers, secret) => {
    expect(() => verify(headers as Record<string, string>, secret)).toThrow(refused(401));
  });
});

describe('the set-up message of Doudian', () => {
  const isHandshake = (body: string) => doudianWebhook.isHandshake?.(exampleWebhookRequest({ body }));

  it('is known, and answered in Doudian’s own words', () => {
    expect(isHandshake(fixture('handshake.json'))).toBe(true);
    expect(doudianWebhook.answer?.(exampleWebhookRequest({ body: '[]' }))).toEqual({
      type: 'application/json',
      body: '{"code":0,"msg":"success"}',
    });
  });

  it.each(['[]', '{}', 'tag=0', message('101', '{"p_id":1}'), '[{"tag":"0"},{"tag":"101","data":"{}"}]'])(
    'is not %s',
    (body) => {
      expect(isHandshake(body)).toBe(false);
    },
  );
});

describe('messages of Doudian', () => {
  it('of one request are taken together, their long ids digit by digit', () => {
    expect(readOrders(evening).map(({ orderId, status }) => [orderId, status])).toEqual([
      ['6938174059213478165', 'placed'],
      ['6938174059213478165', 'paid'],
      ['6938174059213478166', 'cancelled'],
      ['6938174059213478165', 'partially-refunded'],
    ]);
    expect(reading(evening)).toMatchObject({ detail: ['6938174059213478165'] });
  });

  it('of a payment tell its amount and time', () => {
    expect(readOrders(evening)[1]).toEqual({
      type: 'order',
      source: 'doudian',
      eventId: expect.stringMatching(/^6938174059213478165:101:1782903912:[0-9a-f]{32}$/) as string,
      orderId: '6938174059213478165',
      sourceVersion: 1_782_903_912_000,
      status: 'paid',
      total: cny(3_990),
      occurredAt: '2026-07-01T11:05:00.000Z',
    });
  });

  it('of a payment without a time are as old as the order, however late they come', () => {
    const late = readOrders(message('101', '{"p_id":7,"create_time":1782903900}'), 1_782_990_000_000)[0]!;
    expect(late.sourceVersion).toBe(1_782_903_900_000);
  });

  it('of an order that is paid on delivery do not make it paid', () => {
    expect(readOrders(message('101', '{"p_id":7,"pay_type":0}'))[0]?.status).toBe('placed');
  });

  it('of a cancellation tell a payment that never came', () => {
    expect(readOrders(evening)[2]).toMatchObject({ status: 'cancelled', reason: 'unpaid-timeout' });
  });

  it('of a refund tell its amount where the order has one part, and make it whole where it was', () => {
    expect(readOrders(evening)[3]).toMatchObject({ refunded: cny(1_000) });
    const [part] = readOrders(message('206', '{"p_id":7,"s_id":8,"refund_amount":5,"aftersale_type":2}'));
    expect([part?.status, part?.refunded]).toEqual(['partially-refunded', undefined]);
    const [whole] = readOrders(message('206', '{"p_id":7,"s_id":7,"refund_amount":5,"aftersale_type":2}'));
    expect(whole?.status).toBe('refunded');
  });

  it('keep their ids when they are sent again in other company', () => {
    const [, paid] = JSON.parse(evening) as unknown[];
    expect(readOrders(JSON.stringify([paid]))[0]?.eventId).toBe(readOrders(evening)[1]?.eventId);
  });

  it('of shipments and addresses are left alone', () => {
    expect(reading(message('105', '{"p_id":7}')).kind).toBe('ignored');
  });

  it('that make no sense cost themselves alone', () => {
    const said = reading('[{"tag":"101","data":"{"},{"tag":"101","msg_id":"m","data":"{\\"p_id\\":7}"}]');
    expect(said).toMatchObject({ kind: 'events', why: '1 of 2 messages could not be read' });
    expect(() => reading('[{"tag":"101","data":"{"}]')).toThrow(refused(422));
  });

  it.each(['{}', '[]', '"x"', JSON.stringify(Array(501).fill({ tag: '100' }))])('are none in %.20s', (body) => {
    expect(() => reading(body)).toThrow(refused(422));
  });
});
