import { signWebhook } from '@stallcast/adapters/webhooks';
import type { Order } from '@stallcast/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { command, product, startTestRelay, type Answer, type TestRelay } from '../test-relay.fixture.js';
import type { DetailPace } from './detail-desk.js';
import { startFakePlatform, type FakePlatform, type PlatformAnswer } from './fake-platform.fixture.js';

const TOKEN = 'orchard-token';
const PACE: DetailPace = { retryMs: 5, longestRetryMs: 40, timeoutMs: 5_000 };
const PEACHES: PlatformAnswer = {
  sourceVersion: 1_782_903_913_000,
  lines: [{ ref: { id: '93' }, qty: 2, amount: { minor: 7_980, currency: 'CNY', exponent: 2 } }],
  total: { minor: 7_980, currency: 'CNY', exponent: 2 },
  buyer: { mask: '林小雨' },
  region: { level: 'province', name: '江苏' },
};

let test: TestRelay;
let platform: FakePlatform;
afterEach(async () => {
  await test.stop();
  await platform.close();
});

async function setUp(pace: DetailPace = {}): Promise<void> {
  platform = await startFakePlatform('weixin-shop');
  test = await startTestRelay({
    secrets: { 'weixin-shop': TOKEN },
    details: [platform.fetcher],
    detailPace: { ...PACE, ...pace },
  });
  const sources = [{ source: 'weixin-shop', id: '93' }];
  await test.command(command('put-product', { product: product('peach', { sources }) }));
  await test.command(command('set-stock', { productId: 'peach', onHand: 10 }));
}

/** Tells the relay of an order as WeChat does: an id, and no more. */
async function notify(orderId: string, event = 'pay', at = 1_782_903_912): Promise<Answer> {
  const body = Buffer.from(
    `{"CreateTime":${at},"Event":"channels_ec_order_${event}","order_info":{"order_id":${orderId}}}`,
  );
  const signed = signWebhook('weixin-shop', body, TOKEN)!;
  const query = new URLSearchParams(signed.query).toString();
  return test.ask(`/stalls/orchard/hooks/weixin-shop?${query}`, { method: 'POST', key: null, body });
}

const orders = async () =>
  (await test.ask('/stalls/orchard/state')).json<{ state: { orders: Order[] } }>().state.orders;
const stockLeft = async () =>
  (await test.ask('/stalls/orchard/state')).json<{ state: { stocks: { sellable: number }[] } }>().state.stocks[0]
    ?.sellable;
const waiting = async () => {
  const stall = await test.relay.stalls.find('orchard');
  return stall!.ledger.snapshot().state.orders.filter(({ lines }) => lines.length === 0).length;
};

describe('an order of which the shop told the id alone (S18)', () => {
  it('is shown without amount, then patched, and never a second order', async () => {
    await setUp();
    platform.answers(() => 'hang');
    expect((await notify('3719284650173829464')).text).toBe('success');
    const [told] = await orders();
    expect(told).toMatchObject({ id: 'weixin-shop:3719284650173829464', status: 'paid', lines: [] });
    expect(told).not.toHaveProperty('total');
    await vi.waitFor(() => expect(platform.asked).toEqual(['3719284650173829464']));

    platform.answers(() => PEACHES);
    platform.letGo();
    await vi.waitFor(async () =>
      expect(await orders()).toEqual([
        {
          ...told,
          lines: [{ productId: 'peach', qty: 2, amount: { minor: 7_980, currency: 'CNY', exponent: 2 } }],
          total: { minor: 7_980, currency: 'CNY', exponent: 2 },
          buyer: { mask: '林**' },
          region: { level: 'province', name: '江苏' },
        },
      ]),
    );
    expect(await stockLeft()).toBe(8);
  });

  it('is taken off the air when it turns out to be for something that is not listed', async () => {
    await setUp();
    platform.answers(() => ({ sourceVersion: 1, lines: [{ ref: { id: 'other' }, qty: 1 }] }));
    await notify('1001');
    await vi.waitFor(async () => expect(await orders()).toMatchObject([{ operatorOnly: 'unlisted', lines: [] }]));
    expect(await stockLeft()).toBe(10);
  });

  it('is asked for again while the shop is down, does not know it, or talks nonsense', async () => {
    await setUp();
    const answers: PlatformAnswer[] = ['down', 'not-found', 'nonsense', PEACHES];
    platform.answers((_, times) => answers[times - 1] ?? 'down');
    await notify('1002');
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(platform.asked).toHaveLength(4);
  });

  it('is asked for again when the shop takes too long', async () => {
    await setUp({ timeoutMs: 50 });
    platform.answers((_, times) => (times === 1 ? 'hang' : PEACHES));
    await notify('1003');
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(platform.asked).toHaveLength(2);
  });

  it('stays as it was told when the shop never tells more, which the log says', async () => {
    await setUp({ tries: 3 });
    platform.answers(() => 'not-found');
    await notify('1004');
    await vi.waitFor(() => expect(test.lines.join('')).toContain('order 1004 stays as it was told'));
    expect(platform.asked).toHaveLength(3);
    expect(await orders()).toMatchObject([{ orderId: '1004', lines: [] }]);
    await test.restart();
    await notify('1005');
    await vi.waitFor(() => expect(platform.asked).toContain('1005'));
    expect(platform.asked.filter((id) => id === '1004')).toHaveLength(3);
  });

  it('is asked for after a restart, if it was not answered before', async () => {
    await setUp();
    platform.answers(() => 'hang');
    await notify('1006');
    await notify('1007');
    await vi.waitFor(() => expect(platform.asked).toHaveLength(2));
    await test.restart({ details: [] });
    expect(await waiting()).toBe(2);
    platform.answers(() => PEACHES);
    await test.restart({ details: [platform.fetcher] });
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(await stockLeft()).toBe(6);
  });

  it('is asked for once more when it changed while the shop was asked', async () => {
    await setUp();
    platform.answers(() => 'hang');
    await notify('1008', 'new', 1_782_903_900);
    await vi.waitFor(() => expect(platform.asked).toHaveLength(1));
    await notify('1008', 'pay');
    platform.answers(() => PEACHES);
    platform.letGo();
    await vi.waitFor(() => expect(platform.asked).toEqual(['1008', '1008']));
    await vi.waitFor(async () => expect(await orders()).toMatchObject([{ status: 'paid', lines: [{ qty: 2 }] }]));
  });

  it('waits its turn: a shop is asked a few things at once', async () => {
    await setUp({ atOnce: 3 });
    platform.answers(() => 'hang');
    const ids = Array.from({ length: 12 }, (_, index) => String(2_000 + index));
    for (const id of ids) await notify(id);
    await vi.waitFor(() => expect(platform.asked).toHaveLength(3));
    platform.answers(() => PEACHES);
    platform.letGo();
    await vi.waitFor(async () => expect(await waiting()).toBe(0));
    expect(platform.mostAtOnce).toBeLessThanOrEqual(3);
  });

  it('is not asked for when it is cancelled', async () => {
    await setUp();
    await notify('1009', 'cancel');
    await notify('1010');
    await vi.waitFor(() => expect(platform.asked).toContain('1010'));
    expect(platform.asked).not.toContain('1009');
  });

  it('stays as it was told where nothing can ask the shop', async () => {
    await setUp();
    await test.restart({ details: [] });
    await notify('1011');
    expect(await orders()).toMatchObject([{ orderId: '1011', status: 'paid', lines: [] }]);
    expect(platform.asked).toEqual([]);
  });
});
