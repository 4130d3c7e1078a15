import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PullState } from '../pull/puller.js';
import {
  command,
  DECK_KEY,
  product,
  SECRETS,
  startTestRelay,
  VIEW_KEY,
  type TestRelay,
} from '../test-relay.fixture.js';
import type { SourceRecord } from './source-book.js';

const HOOK = '/stalls/orchard/hooks/woocommerce';
const DOOR = '/stalls/orchard/sources';

interface Told {
  at: string;
  since: string;
  sources: (SourceRecord & { source: string; isSecretSet: boolean; unlisted: number })[];
  pulls: PullState[];
}

let test: TestRelay;
let now = Date.parse('2026-07-01T11:00:00Z');
beforeEach(async () => {
  now = Date.parse('2026-07-01T11:00:00Z');
  test = await startTestRelay({ now: () => now });
});
afterEach(() => test.stop());

function send(fields: Record<string, unknown> = {}, secret = SECRETS.woocommerce, path = HOOK) {
  const body = JSON.stringify({
    id: 7,
    status: 'processing',
    currency: 'CNY',
    total: '39.90',
    date_created_gmt: '2026-07-01T11:00:00',
    date_modified_gmt: '2026-07-01T11:00:00',
    billing: { first_name: '伟', last_name: '王', phone: '13812345678', email: 'wang@example.com' },
    line_items: [{ id: 1, product_id: 93, variation_id: 0, sku: '', quantity: 1, total: '39.90', name: '桃' }],
    refunds: [],
    ...fields,
  });
  return test.ask(path, {
    method: 'POST',
    key: null,
    body,
    headers: {
      'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
      'x-wc-webhook-topic': 'order.updated',
    },
  });
}

const told = async () => (await test.ask(DOOR, { key: DECK_KEY })).json<Told & Record<string, unknown>>();
const woo = async () => (await told()).sources.find(({ source }) => source === 'woocommerce')!;

describe('the door that tells of sources', () => {
  it('names each door, whether it has its secret, and nothing yet', async () => {
    const { sources, pulls, since, at } = await told();
    expect(sources.map(({ source }) => source).sort()).toEqual(
      'doudian douyin-life kuaishou shopify standard stripe weixin-shop woocommerce'.split(' '),
    );
    expect(sources.filter(({ isSecretSet }) => isSecretSet).map(({ source }) => source)).toHaveLength(2);
    expect(await woo()).toEqual({
      source: 'woocommerce',
      isSecretSet: true,
      taken: 0,
      lastTakenAt: null,
      lastPingAt: null,
      refused: 0,
      lastRefusal: null,
      unlisted: 0,
    });
    expect([since, at, pulls]).toEqual(['2026-07-01T11:00:00.000Z', '2026-07-01T11:00:00.000Z', []]);
  });

  it('is for the deck key alone', async () => {
    expect((await test.ask(DOOR, { key: null })).status).toBe(401);
    expect((await test.ask(DOOR, { key: VIEW_KEY })).status).toBe(403);
    expect((await test.ask('/stalls/nowhere/sources', { key: DECK_KEY })).status).toBe(404);
  });

  it('counts what was taken, and tells when', async () => {
    expect((await send()).status).toBe(200);
    now += 60_000;
    expect((await send({ id: 8 })).status).toBe(200);
    expect(await woo()).toMatchObject({ taken: 2, lastTakenAt: '2026-07-01T11:01:00.000Z', refused: 0 });
  });

  it('tells why the last one was refused, in both languages', async () => {
    expect((await send({}, 'another secret')).status).toBe(401);
    expect(await woo()).toMatchObject({
      taken: 0,
      refused: 1,
      lastRefusal: {
        at: '2026-07-01T11:00:00.000Z',
        status: 401,
        code: 'wrong-signature',
        message: { en: expect.any(String), 'zh-CN': expect.stringContaining('签名不对') },
      },
    });
    await send({}, 'x', '/stalls/orchard/hooks/shopify');
    const shopify = (await told()).sources.find(({ source }) => source === 'shopify');
    expect(shopify).toMatchObject({ isSecretSet: false, lastRefusal: { status: 503 } });
  });

  it('tells of the shop’s look at the address, which is no message', async () => {
    const ping = { method: 'POST', key: null, body: 'webhook_id=1' } as const;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await test.ask(HOOK, { ...ping, headers })).status).toBe(200);
    expect(await woo()).toMatchObject({ taken: 0, refused: 0, lastPingAt: '2026-07-01T11:00:00.000Z' });
  });

  it('counts orders for what the stall does not list, until it does', async () => {
    await send();
    expect((await woo()).unlisted).toBe(1);
    await test.command(
      command('put-product', { product: product('peach', { sources: [{ source: 'woocommerce', id: '93' }] }) }),
    );
    expect((await woo()).unlisted).toBe(0);
  });

  it('holds nothing of a message, and no secret', async () => {
    await send();
    await send({}, 'another secret');
    const { text } = await test.ask(DOOR, { key: DECK_KEY });
    for (const hidden of [...Object.values(SECRETS), VIEW_KEY, DECK_KEY, '伟', '王', '1381', 'wang@', '93', '桃'])
      expect(text).not.toContain(hidden);
  });

  it('is not asked to remember what comes for a stall that is none', async () => {
    expect((await send({}, 'x', '/stalls/nowhere/hooks/woocommerce')).status).toBe(404);
    expect(await woo()).toMatchObject({ refused: 0 });
  });
});
