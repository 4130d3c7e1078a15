import type { OrderEvent } from '@stallcast/protocol';
import type { DetailFetcher, OrderDetail } from '../webhooks/order-detail.js';
import { idOf, minorOf, objectOf, objectsOf, quantityOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import { readJson, type JsonObject } from '../webhooks/read-json.js';
import { regionOf } from '../webhooks/region.js';

export interface WeixinShopDetailOptions {
  appId: string;
  appSecret: string;
  /** @default https://api.weixin.qq.com */
  address?: string;
  /** @default the engine's own */
  fetch?: typeof fetch;
  /** The time in ms. @default Date.now */
  now?: () => number;
}

/** A token is asked for anew so long before it ends, ms. */
const RENEW_BEFORE_MS = 300_000;
/** Numbers with which WeChat says that a token is no more. */
const TOKEN_GONE: readonly unknown[] = [40_001, 40_014, 42_001];

/**
 * Asks a WeChat shop what an order is of: its goods, what it comes to, and the province.
 *
 * Fixture-tested, never run against live: written after the published interface, whose answers are samples here.
 */
export function weixinShopDetail(options: WeixinShopDetailOptions): DetailFetcher {
  const { appId, appSecret, address = 'https://api.weixin.qq.com', fetch: ask = fetch, now = Date.now } = options;
  let token: { text: string; until: number } | null = null;

  const post = async (path: string, body: object, signal: AbortSignal): Promise<JsonObject> => {
    // WeChat sends nobody on: who does so is another, and would get the secret.
    const answer = await ask(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
      redirect: 'error',
    });
    if (!answer.ok) throw new Error(`Expected an answer from WeChat, got the status ${answer.status}.`);
    const read = objectOf(readJson(new Uint8Array(await answer.arrayBuffer())));
    if (!read) throw new Error('Expected an object from WeChat, got something else.');
    const code = read['errcode'];
    if (code === undefined || code === 0) return read;
    if (TOKEN_GONE.includes(code)) token = null;
    // The words beside the number may repeat what was asked.
    throw new Error(
      `Expected an answer from WeChat, got its error ${typeof code === 'number' ? code : 'without a number'}.`,
    );
  };

  /** The stable kind, which leaves the tokens alone that other programs of the shop hold. */
  const tokenNow = async (signal: AbortSignal): Promise<string> => {
    if (token && now() < token.until) return token.text;
    const grant = { grant_type: 'client_credential', appid: appId, secret: appSecret };
    const { access_token, expires_in } = await post('/cgi-bin/stable_token', grant, signal);
    const text = textOf(access_token);
    if (text === '') throw new Error('Expected a token from WeChat, got none.');
    token = { text, until: now() + Number(expires_in ?? 0) * 1_000 - RENEW_BEFORE_MS };
    return text;
  };

  return {
    source: 'weixin-shop',
    async fetchDetail(orderId, signal) {
      const query = new URLSearchParams({ access_token: await tokenNow(signal) }).toString();
      const { order } = await post(`/channels/ec/order/get?${query}`, { order_id: orderId }, signal);
      const known = objectOf(order);
      return known && idOf(known['order_id']) === orderId ? detailOf(known) : null;
    },
  };
}

function detailOf(order: JsonObject): OrderDetail {
  const detail = objectOf(order['order_detail']);
  const minor = minorOf(objectOf(detail?.['price_info'])?.['order_price']);
  const place = objectOf(objectOf(detail?.['delivery_info'])?.['address_info']);
  const region = regionOf('CN', textOf(place?.['province_name']));
  return {
    sourceVersion: unixTimeOf(order['update_time']) ?? unixTimeOf(order['create_time']) ?? 0,
    lines: objectsOf(detail?.['product_infos']).flatMap(lineOf),
    ...(minor === undefined ? {} : { total: { minor, currency: 'CNY', exponent: 2 } }),
    ...(region?.level === 'province' ? { region } : {}),
  };
}

function lineOf(info: JsonObject): NonNullable<OrderEvent['lines']> {
  const qty = quantityOf(info['sku_cnt']);
  if (qty === undefined) return [];
  const [id, variantId] = [idOf(info['product_id']), idOf(info['sku_id'])];
  return [{ ref: { ...(id ? { id } : {}), ...(variantId ? { variantId } : {}) }, qty }];
}
