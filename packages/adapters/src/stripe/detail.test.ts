import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripeDetail } from './detail.js';

const SESSION = {
  id: 'cs_live_1',
  object: 'checkout.session',
  amount_total: 11_970,
  created: 1_782_903_850,
  currency: 'cny',
  customer_details: { email: 'lin@example.com', name: '林小雨' },
};
const item = (price: string, product: unknown, quantity: number | null, amount_total: number) => ({
  object: 'item',
  amount_total,
  currency: 'cny',
  price: { id: price, product },
  quantity,
});
const LISTS: Readonly<Record<string, unknown>> = {
  '/v1/checkout/sessions?limit=1&payment_intent=pi_1': { data: [SESSION] },
  '/v1/checkout/sessions?limit=1&payment_intent=pi_none': { data: [] },
  '/v1/checkout/sessions?limit=1&payment_intent=pi_many': { data: [{ ...SESSION, id: 'cs_many' }] },
  '/v1/checkout/sessions/cs_live_1': SESSION,
  '/v1/checkout/sessions/cs_live_1/line_items?limit=100': {
    has_more: false,
    data: [
      item('price_5', 'prod_peach', 2, 7_980),
      item('price_9', { id: 'prod_melon' }, 1, 3_990),
      item('price_0', 'prod_gift', null, 0),
    ],
  },
  '/v1/checkout/sessions/cs_many/line_items?limit=100': { has_more: true, data: [] },
};

let server: Server;
let address: string;
const keys: (string | undefined)[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    keys.push(request.headers.authorization);
    const list = LISTS[request.url ?? ''];
    if (request.headers.authorization !== 'Bearer rk_test') response.writeHead(401).end('{}');
    else if (list === undefined) response.writeHead(404).end('{}');
    else response.end(JSON.stringify(list));
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (orderId: string, key = 'rk_test') =>
  stripeDetail({ key, address }).fetchDetail(orderId, new AbortController().signal);
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });

describe('the detail of Stripe', () => {
  it.each(['pi_1', 'cs_live_1'])('of %s is what was bought, and nobody’s name', async (orderId) => {
    expect(await ask(orderId)).toEqual({
      sourceVersion: 1_782_903_850_000,
      total: cny(11_970),
      lines: [
        { ref: { id: 'prod_peach', variantId: 'price_5' }, qty: 2, amount: cny(7_980) },
        { ref: { id: 'prod_melon', variantId: 'price_9' }, qty: 1, amount: cny(3_990) },
      ],
    });
    expect(keys.at(-1)).toBe('Bearer rk_test');
  });

  it('is none where no checkout made the payment', async () => {
    expect(await ask('pi_none')).toBeNull();
    expect(await ask('cs_unknown')).toBeNull();
  });

  it('is none as long as a part of it would be missing', async () => {
    await expect(ask('pi_many')).rejects.toThrow('at most 100 line items');
  });

  it('says no more than a status where Stripe refuses', async () => {
    await expect(ask('pi_1', 'rk_wrong')).rejects.toThrow(/^Expected an answer from Stripe, got the status 401\.$/);
  });

  it('ends with the patience of who asks', async () => {
    await expect(stripeDetail({ key: 'rk_test', address }).fetchDetail('pi_1', AbortSignal.abort())).rejects.toThrow();
  });
});
