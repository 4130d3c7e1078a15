/**
 * Forged, cut, changed, early, late, replayed, huge and strange messages of every source at the doors of a real relay: none is
 * taken, each is refused in a sentence of each language, and nothing is stored.
 */
import { signWebhook, WEBHOOK_SOURCES, type SignedWebhook } from '@stallcast/adapters/webhooks';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECK_KEY, startTestRelay, type Answer, type TestRelay } from '../../packages/relay/src/test-relay.fixture.js';

const FIXTURES = new URL('../../packages/adapters/src/', import.meta.url);
const fixture = (path: string) => readFileSync(new URL(path, FIXTURES), 'utf8');

interface Source {
  name: string;
  secret: string;
  /** A message that the door takes. */
  message: string;
  headers?: Record<string, string>;
  /** Signs when it was sent. */
  isTimed?: true;
}

const SOURCES: readonly Source[] = [
  {
    name: 'woocommerce',
    secret: 'woo-secret',
    message: fixture('woocommerce/fixtures/order.created.json'),
    headers: { 'x-wc-webhook-topic': 'order.created' },
  },
  {
    name: 'shopify',
    secret: 'shopify-secret',
    message: fixture('shopify/fixtures/orders-create.json'),
    headers: { 'x-shopify-topic': 'orders/create' },
  },
  {
    name: 'stripe',
    secret: 'whsec_stripe',
    message: fixture('stripe/fixtures/checkout.session.completed.json').replace(
      '"livemode": false',
      '"livemode": true',
    ),
    isTimed: true,
  },
  {
    name: 'doudian',
    secret: '6900000000000000001:doudian-secret',
    message: '[{"tag":"101","msg_id":"m","data":"{\\"p_id\\":6938174059213478165,\\"pay_amount\\":3990}"}]',
  },
  {
    name: 'douyin-life',
    secret: 'douyin-secret',
    message:
      '{"event":"life_trade_order_notify","content":"{\\"action\\":\\"pay_success\\",\\"order\\":{\\"order_id\\":\\"1047381920564738291\\"}}"}',
  },
  {
    name: 'weixin-shop',
    secret: `weixin-token:${'A'.repeat(43)}:wx1`,
    message: '{"CreateTime":1782903912,"Event":"channels_ec_order_pay","order_info":{"order_id":3719284650173829464}}',
  },
  {
    name: 'kuaishou',
    secret: Buffer.from('kuaishou-canary!').toString('base64'),
    message:
      '{"eventId":"1","event":"kwaishop_order_paySuccess","info":"{\\"oid\\":2607602240249917,\\"status\\":30,\\"totalFee\\":3990}"}',
  },
  {
    name: 'standard',
    secret: 'whsec_c3RhbGxjYXN0LXRlc3Qtc2VjcmV0LWNhbmFyeQ==',
    message: '{"type":"announce","timestamp":"2026-07-01T11:00:00Z","data":{"text":"hello"}}',
    isTimed: true,
  },
];

let test: TestRelay;
beforeAll(async () => {
  test = await startTestRelay({ secrets: Object.fromEntries(SOURCES.map(({ name, secret }) => [name, secret])) });
});
afterAll(() => test.stop());

const signed = ({ name, secret }: Source, text: string | Uint8Array, sentAt = Date.now(), id = 'message-1') =>
  signWebhook(name, Buffer.from(text), secret, { id, sentAt })!;

function post(
  { name, headers = {} }: Source,
  message: SignedWebhook,
  more: Record<string, string> = {},
): Promise<Answer> {
  const query = new URLSearchParams(message.query).toString();
  return test.ask(`/stalls/orchard/hooks/${name}?${query}`, {
    method: 'POST',
    key: null,
    headers: { 'content-type': 'application/json', ...headers, ...message.headers, ...more },
    body: message.body,
  });
}

const state = async () => (await test.ask('/stalls/orchard/state', { key: DECK_KEY })).json<{ state: unknown }>();

async function expectNothingStored(work: () => Promise<unknown>): Promise<void> {
  const { state: before } = await state();
  const position = await test.position();
  await work();
  expect(await test.position()).toEqual(position);
  expect((await state()).state).toEqual(before);
}

function expectRefused(answer: Answer, ...statuses: number[]): void {
  expect(statuses, answer.text).toContain(answer.status);
  const { message } = answer.json<{ message: Record<'en' | 'zh-CN', string> }>();
  expect(message.en).toMatch(/^[A-Z][^\n]{10,400}[.?]$/);
  expect(message['zh-CN']).toMatch(/^[^\n]{5,300}[。？]$/u);
}

const withoutLast = (bytes: Uint8Array, count: number) => bytes.subarray(0, Math.max(0, bytes.length - count));

it('the sources are all that a relay has', () => {
  expect(SOURCES.map(({ name }) => name).sort()).toEqual([...WEBHOOK_SOURCES.keys()].sort());
});

describe.each(SOURCES)('the door of $name', (source) => {
  it('takes its message, once: played again it does nothing', async () => {
    const message = signed(source, source.message);
    const before = await test.position();
    const first = await post(source, message);
    expect(first.status, first.text).toBe(200);
    expect((await test.position()).offset).toBe(before.offset + 1);
    await expectNothingStored(async () => {
      expect((await post(source, message)).status).toBe(200);
      // As the platform itself would send it again: signed at another time.
      expect((await post(source, signed(source, source.message, Date.now() - 60_000))).status).toBe(200);
    });
  });

  it.each<[string, (message: SignedWebhook) => SignedWebhook]>([
    ['without a signature', (message) => ({ ...message, headers: {}, query: {} })],
    [
      'with an empty signature',
      (message) => ({ ...message, headers: emptied(message.headers), query: emptied(message.query) }),
    ],
    [
      'with a signature cut short',
      (message) => ({
        ...message,
        headers: each(message.headers, (text) => text.slice(0, -2)),
        query: each(message.query, (text) => text.slice(0, -2)),
      }),
    ],
    ['cut by a byte', (message) => ({ ...message, body: withoutLast(message.body, 1) })],
    ['cut in half', (message) => ({ ...message, body: withoutLast(message.body, message.body.length >> 1) })],
    ['with a blank behind it', (message) => ({ ...message, body: Buffer.concat([message.body, Buffer.from(' ')]) })],
    [
      'with another message’s body',
      (message) => ({ ...message, body: Buffer.from(source.message.replace(/\d/, '7')) }),
    ],
    ['in the clear', (message) => ({ ...message, body: Buffer.from('{"event":"x","Event":"channels_ec_order_pay"}') })],
  ])('refuses a message %s', async (how, forge) => {
    const message = forge(signed(source, source.message, Date.now(), 'forged'));
    // What is read from the ciphertext alone has no signature to leave out; a blank or an equals sign behind it says nothing.
    const isUntouched = source.name === 'kuaishou' && /signature|blank|by a byte/.test(how);
    // The encrypted part of a message is what is signed; the JSON around it is not.
    const isAround = source.name === 'weixin-shop' && /blank/.test(how);
    if (isUntouched || isAround) return expectNothingStored(() => post(source, message));
    await expectNothingStored(async () => expectRefused(await post(source, message), 401));
  });

  it('refuses what another secret signed', async () => {
    const other = {
      ...source,
      secret:
        {
          'weixin-shop': `weixin-token:${'B'.repeat(43)}:wx1`,
          kuaishou: Buffer.alloc(16, 7).toString('base64'),
          doudian: '6900000000000000001:another',
          standard: 'whsec_YW5vdGhlcg==',
        }[source.name] ?? 'another',
    };
    await expectNothingStored(async () => expectRefused(await post(source, signed(other, source.message)), 401));
  });

  it('refuses a message with any of its bytes changed', async () => {
    const message = signed(source, source.message, Date.now(), 'changed');
    await expectNothingStored(async () => {
      const step = Math.max(1, Math.floor(message.body.length / 40));
      for (let at = 0; at < message.body.length; at += step) {
        const body = Buffer.from(message.body);
        body[at]! ^= 1;
        const answer = await post(source, { ...message, body });
        expect(answer.status, `byte ${at}`).toBeGreaterThanOrEqual(400);
      }
    });
  });

  it.runIf(source.isTimed)('refuses what was signed ten minutes ago, in ten minutes, in 1970 or never', async () => {
    await expectNothingStored(async () => {
      for (const at of [Date.now() - 600_000, Date.now() + 600_000, 0]) {
        expectRefused(await post(source, signed(source, source.message, at, `at ${at}`)), 401);
      }
      const message = signed(source, source.message, Date.now(), 'never');
      const headers = each(message.headers, (text) => text.replace(/\d{10}/, 'NaN'));
      expectRefused(await post(source, { ...message, headers }), 401);
    });
  });

  it('refuses more than 1 MiB, though it is signed', async () => {
    await expectNothingStored(async () => {
      const huge = Buffer.from(
        `${source.message.trimEnd().slice(0, -1)}${' '.repeat(1_100_000)}${source.message.trimEnd().slice(-1)}`,
      );
      expectRefused(await post(source, signed(source, huge)), 413);
    });
  });

  it.each([
    ['a form', 'order_id=1&status=paid', 'application/x-www-form-urlencoded'],
    ['XML', '<xml><Event><![CDATA[channels_ec_order_pay]]></Event></xml>', 'text/xml'],
    ['a page', '<!doctype html><p>paid</p>', 'text/html'],
    [
      'many parts',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
      'multipart/form-data; boundary=x',
    ],
    ['bytes', '\u0000\u0001\u00FF', 'application/octet-stream'],
    ['nothing', '', 'application/json'],
    ['a list of nothing', '[[],[]]', 'application/json'],
    ['a bomb', '['.repeat(100_000), 'application/json'],
  ])('refuses %s, though it is signed', async (_, text, type) => {
    await expectNothingStored(async () => {
      expectRefused(await post(source, signed(source, text), { 'content-type': type }), 400, 401, 422);
    });
  });

  it('refuses a packed body, whatever is in it', async () => {
    await expectNothingStored(async () => {
      const answer = await post(source, signed(source, source.message), { 'content-encoding': 'gzip' });
      expectRefused(answer, 415, 400);
    });
  });
});

function each(texts: Record<string, string>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));
}

function emptied(texts: Record<string, string>): Record<string, string> {
  return each(texts, () => '');
}
