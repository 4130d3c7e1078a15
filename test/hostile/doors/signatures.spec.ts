/** Forged, cut, early, late and replayed messages at the doors of shops: none is taken, and one that was taken does nothing again. */
import { expect, test } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { CANARY, sign } from '../hostile-stall.js';
import { expectSentence } from '../stock-up.js';
import { openDoors, wooOrder } from './door-stall.js';

const doors = openDoors();

const body = Buffer.from(wooOrder(900));
const message = Buffer.from('{"type":"announce","timestamp":"2026-07-01T11:00:00Z","data":{"text":"forged"}}');
const hook = (source: string, headers: Record<string, string>, raw: Buffer<ArrayBuffer>) =>
  fetch(`${doors.stall.origin}/stalls/orchard/hooks/${source}`, { method: 'POST', headers, body: raw });

const forgedWoo: [string, (good: string) => string | undefined][] = [
  ['none', () => undefined],
  ['an empty one', () => ''],
  ['one cut short', (good) => good.slice(0, -2)],
  ['one with more behind it', (good) => `${good}=`],
  ['one in hex', (good) => Buffer.from(good, 'base64').toString('hex')],
  ['one in upper case', (good) => good.toUpperCase()],
  ['that of an empty secret', () => createHmac('sha256', '').update(body).digest('base64')],
  ['that of another body', () => createHmac('sha256', CANARY.secrets.woocommerce).update('{}').digest('base64')],
];
for (const [name, forge] of forgedWoo) {
  test(`${name} opens no door of a shop`, async () => {
    await doors.expectNothingStored(async () => {
      const headers: Record<string, string | undefined> = sign('woocommerce', body);
      const signature = forge(headers['x-wc-webhook-signature']!);
      delete headers['x-wc-webhook-signature'];
      if (signature !== undefined) headers['x-wc-webhook-signature'] = signature;
      await expectSentence(await hook('woocommerce', headers as Record<string, string>, body), 401);
    });
  });
}

const forgedStandard: [string, Record<string, string>][] = [
  ['a message of six minutes ago', sign('standard', message, Date.now() - 6 * 60_000)],
  ['a message from in six minutes', sign('standard', message, Date.now() + 6 * 60_000)],
  ['a message of 1970', sign('standard', message, 0)],
  [
    'a timestamp that was changed',
    { ...sign('standard', message), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 1) },
  ],
  ['a timestamp that is no number', { ...sign('standard', message), 'webhook-timestamp': 'NaN' }],
  ['an id that was changed', { ...sign('standard', message), 'webhook-id': 'another' }],
  ['a signature of another version', { ...sign('standard', message), 'webhook-signature': 'v2,AAAA' }],
  ['a hundred signatures', { ...sign('standard', message), 'webhook-signature': 'v1,AAAA '.repeat(100) }],
];
for (const [name, headers] of forgedStandard) {
  test(`${name} is not taken as a command`, async () => {
    await doors.expectNothingStored(async () => expectSentence(await hook('standard', headers, message), 401));
  });
}

test('what was taken once does nothing when it is played again, under its id or another header', async () => {
  const headers = sign('standard', message);
  expect((await hook('standard', headers, message)).status).toBe(200);
  const order = sign('woocommerce', body);
  expect((await hook('woocommerce', order, body)).status).toBe(200);
  await doors.expectNothingStored(async () => {
    expect((await hook('standard', headers, message)).status).toBe(200);
    expect((await hook('woocommerce', order, body)).status).toBe(200);
    // WooCommerce signs the body alone: another delivery id is no other order.
    expect((await hook('woocommerce', { ...order, 'x-wc-webhook-delivery-id': 'other' }, body)).status).toBe(200);
  });
});

test('a door without a secret takes nothing', async () => {
  await doors.expectNothingStored(async () => {
    const signature = createHmac('sha256', '').update(body).digest('base64');
    const headers = { 'x-shopify-hmac-sha256': signature, 'x-shopify-topic': 'orders/create' };
    await expectSentence(await hook('shopify', headers, body), 503);
    await expectSentence(await hook('no-such-shop', {}, body), 404);
    await expectSentence(await hook('__proto__', {}, body), 404);
  });
});
