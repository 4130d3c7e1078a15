import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { weixinShopDetail } from './detail.js';

const ORDER_ID = '3705115058471208928';
/** An order in the documented form. Its numbers are written as a shop writes them: beyond what a double holds. */
const ORDER = `{"errcode":0,"errmsg":"ok","order":{"order_id":"${ORDER_ID}","status":20,"create_time":1782903800,"update_time":1782903850,
  "order_detail":{"product_infos":[
    {"product_id":10000083172912345678,"sku_id":"550211","sku_cnt":2,"title":"阳山水蜜桃 5斤装","sale_price":3990},
    {"product_id":"10000083","sku_id":0,"sku_cnt":0,"sale_price":0}],
   "price_info":{"product_price":7980,"order_price":8480,"freight":500},
   "delivery_info":{"address_info":{"user_name":"王小雨","province_name":"江苏省","tel_number":"13812345678","detail_info":"阳山路 1 号"}}}}}`;

let server: Server;
let address: string;
/** What was asked, and what is answered. */
let asked: { path: string; body: Record<string, unknown> }[];
let answers: Record<string, string>;
beforeEach(async () => {
  asked = [];
  answers = {
    '/cgi-bin/stable_token': '{"access_token":"TOKEN-1","expires_in":7200}',
    '/channels/ec/order/get?access_token=TOKEN-1': ORDER,
  };
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) as never });
      const answer = request.method === 'POST' ? answers[request.url ?? ''] : undefined;
      if (answer === undefined) response.writeHead(404).end();
      else response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function setup() {
  let clock = 0;
  const fetcher = weixinShopDetail({ appId: 'wx1', appSecret: 'app-secret', address, now: () => clock });
  return {
    ask: (orderId = ORDER_ID) => fetcher.fetchDetail(orderId, new AbortController().signal),
    wait: (ms: number) => void (clock += ms),
    tokens: () => asked.filter(({ path }) => path.startsWith('/cgi-bin')).length,
  };
}

describe('the detail of a WeChat shop', () => {
  it('is what was bought, what it comes to and the province, and nobody’s name', async () => {
    const { ask } = setup();
    const detail = await ask();
    expect(detail).toEqual({
      sourceVersion: 1_782_903_850_000,
      lines: [{ ref: { id: '10000083172912345678', variantId: '550211' }, qty: 2 }],
      total: { minor: 8_480, currency: 'CNY', exponent: 2 },
      region: { level: 'province', name: '江苏' },
    });
    expect(JSON.stringify(detail)).not.toMatch(/王|138|阳山路/);
    expect(asked.map(({ body }) => body)).toEqual([
      { grant_type: 'client_credential', appid: 'wx1', secret: 'app-secret' },
      { order_id: ORDER_ID },
    ]);
  });

  it('asks for a token once, and again before it ends', async () => {
    const { ask, wait, tokens } = setup();
    await ask();
    wait(6_800_000);
    await ask();
    expect(tokens()).toBe(1);
    wait(200_000);
    await ask();
    expect(tokens()).toBe(2);
  });

  it('asks for another token when WeChat has taken one back', async () => {
    const { ask } = setup();
    await ask();
    answers['/channels/ec/order/get?access_token=TOKEN-1'] =
      '{"errcode":42001,"errmsg":"access_token expired app-secret"}';
    answers['/cgi-bin/stable_token'] = '{"access_token":"TOKEN-2","expires_in":7200}';
    answers['/channels/ec/order/get?access_token=TOKEN-2'] = ORDER;
    await expect(ask()).rejects.toThrow(/^Expected an answer from WeChat, got its error 42001\.$/);
    expect(await ask()).toMatchObject({ sourceVersion: 1_782_903_850_000 });
  });

  it('is none where WeChat tells of no order, or of another', async () => {
    const { ask } = setup();
    expect(await ask('1')).toBeNull();
    answers['/channels/ec/order/get?access_token=TOKEN-1'] = '{"errcode":0,"errmsg":"ok"}';
    expect(await ask()).toBeNull();
  });

  it.each(['<html>', '[]', '{"errcode":40013,"errmsg":"invalid appid app-secret"}', '{"expires_in":7200}'])(
    'fails without the secret in its words on %s in place of a token',
    async (answer) => {
      answers['/cgi-bin/stable_token'] = answer;
      await expect(setup().ask()).rejects.toThrow(/^(?!.*app-secret).*Expected/s);
    },
  );
});
