import { signWebhook } from '@stallcast/adapters/webhooks';
import type { Order } from '@stallcast/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECK_KEY, startTestRelay, type Answer, type TestRelay } from './test-relay.fixture.js';

const SECRETS = {
  stripe: 'whsec_stripe-canary',
  doudian: '6900000000000000001:doudian-canary',
  'douyin-life': 'douyin-canary',
  'weixin-shop': `weixin-canary:${'A'.repeat(43)}:wx1`,
  kuaishou: Buffer.from('kuaishou-canary!').toString('base64'),
} as const;
type Source = keyof typeof SECRETS;

let test: TestRelay;
beforeAll(async () => {
  test = await startTestRelay({ secrets: SECRETS });
});
afterAll(() => test.stop());

const hook = (source: Source, query: Record<string, string> = {}) =>
  `/stalls/orchard/hooks/${source}?${new URLSearchParams(query).toString()}`;

function send(source: Source, text: string, more: Record<string, string> = {}): Promise<Answer> {
  const { headers, query, body } = signWebhook(source, Buffer.from(text), SECRETS[source], { id: 'msg-1' })!;
  return test.ask(hook(source, { ...query, ...more }), { method: 'POST', key: null, headers, body });
}

async function order(id: string): Promise<Order | undefined> {
  const { state } = (await test.ask('/stalls/orchard/state', { key: DECK_KEY })).json<{ state: { orders: Order[] } }>();
  return state.orders.find((each) => each.id === id);
}
const doudian = (...messages: [string, object][]) =>
  JSON.stringify(messages.map(([tag, data], index) => ({ tag, msg_id: `m${index}`, data: JSON.stringify(data) })));

describe('the doors of platforms', () => {
  it.each<[Source, string, string, string]>([
    [
      'stripe',
      '{"id":"evt_1","livemode":true,"created":1782903910,"type":"checkout.session.completed","data":{"object":{"id":"cs_1","payment_intent":"pi_1","payment_status":"paid","amount_total":7980,"currency":"cny"}}}',
      'stripe:pi_1',
      '"offset":',
    ],
    [
      'doudian',
      '[{"tag":"101","msg_id":"m","data":"{\\"p_id\\":6938174059213478165,\\"pay_amount\\":3990}"}]',
      'doudian:6938174059213478165',
      '{"code":0,"msg":"success"}',
    ],
    [
      'douyin-life',
      '{"event":"life_trade_order_notify","content":"{\\"action\\":\\"pay_success\\",\\"order\\":{\\"order_id\\":\\"1047381920564738291\\"}}"}',
      'douyin-life:1047381920564738291',
      '{"err_no":0,"err_tips":"success"}',
    ],
    [
      'weixin-shop',
      '{"CreateTime":1782903912,"Event":"channels_ec_order_pay","order_info":{"order_id":3719284650173829464}}',
      'weixin-shop:3719284650173829464',
      'success',
    ],
    [
      'kuaishou',
      '{"eventId":"1","event":"kwaishop_order_paySuccess","info":"{\\"oid\\":2607602240249917,\\"status\\":30}"}',
      'kuaishou:2607602240249917',
      '{"result":1}',
    ],
  ])('take a message of %s and answer in its words', async (source, body, id, words) => {
    const answer = await send(source, body);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toContain(words);
    expect(await order(id)).toMatchObject({ status: 'paid', buyer: { mask: '**' } });
    const before = await test.position();
    expect((await send(source, body)).text).toBe(answer.text);
    expect(await test.position()).toEqual(before);
  });

  it('refuse another’s signature', async () => {
    const body = '{"CreateTime":1,"Event":"channels_ec_order_pay","order_info":{"order_id":1}}';
    const { query } = signWebhook('weixin-shop', Buffer.from(body), SECRETS['weixin-shop'])!;
    const answer = await test.ask(hook('weixin-shop', query), { method: 'POST', key: null, body });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ message: { 'zh-CN': expect.stringContaining('签名') as string } });
  });

  it('take several messages of one request together', async () => {
    const before = await test.position();
    const body = doudian(['100', { p_id: '11' }], ['101', { p_id: '12' }], ['105', { p_id: '13' }], ['106', {}]);
    const answer = await send('doudian', body);
    expect(answer.text).toBe('{"code":0,"msg":"success"}');
    expect(test.lines.join('')).toContain('1 of 4 messages could not be read');
    expect((await test.position()).offset - before.offset).toBe(2);
  });

  it('take none of them where one cannot be taken at all', async () => {
    const before = await test.position();
    const answer = await send('doudian', doudian(['101', { p_id: '21' }], ['101', { p_id: '22' }]), {
      room: 'nowhere',
    });
    expect(answer.status).toBe(422);
    expect(await test.position()).toEqual(before);
  });

  it.each<[Source, string, string]>([
    ['doudian', '[{"tag":"0","msg_id":"0","data":"2026-07-01T19:00:00+08:00"}]', '{"code":0,"msg":"success"}'],
    ['douyin-life', '{"event":"verify_webhook","client_key":"","content":{"challenge":12345}}', '{"challenge":12345}'],
  ])('answer the set-up message of %s, without a secret too', async (source, body, words) => {
    const before = await test.position();
    const asking = { method: 'POST', key: null, body };
    expect((await test.ask(hook(source), asking)).text).toBe(words);
    await test.restart({ secrets: {} });
    expect((await test.ask(hook(source), asking)).text).toBe(words);
    expect(await test.position()).toEqual(before);
    await test.restart();
  });

  it('confirm an address to WeChat, and to nobody else', async () => {
    const { query } = signWebhook('weixin-shop', Buffer.from('{}'), SECRETS['weixin-shop'])!;
    const confirmed = await test.ask(hook('weixin-shop', { ...query, echostr: '4375120948345356249' }), { key: null });
    expect([confirmed.status, confirmed.text]).toEqual([200, '4375120948345356249']);
    expect(confirmed.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await test.ask(hook('weixin-shop', { echostr: '1' }), { key: null })).status).toBe(401);
    expect((await test.ask(hook('stripe', { echostr: '1' }), { key: null })).status).toBe(405);
  });

  it('leave what happened in Stripe’s test mode out of a real session', async () => {
    const answer = await send(
      'stripe',
      '{"id":"evt_2","livemode":false,"created":1782903910,"type":"checkout.session.completed","data":{"object":{"id":"cs_2","payment_intent":"pi_2","payment_status":"paid"}}}',
    );
    expect(answer.json()).toMatchObject({ ignored: 'synthetic-in-real-session' });
    expect(await order('stripe:pi_2')).toBeUndefined();
  });
});
