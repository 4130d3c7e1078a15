import {
  WebhookError,
  type OrderEvent,
  type WebhookReading,
  type WebhookRequest,
  type WebhookSource,
} from '@stallcast/protocol';
import { eventHead } from '../webhooks/event-head.js';
import { idOf, kindOf, objectOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import { readJson, type Json, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret, sameSignature } from '../webhooks/signature.js';
import { splitSecret } from '../webhooks/split-secret.js';
import { keyOf, openMessage, signWeixin } from './message-crypt.js';

const NAME = 'weixin-shop';
const VARIABLE = 'STALLCAST_SECRET_WEIXIN_SHOP';

/** `cancel_type` of the shop's message. */
const CANCELLATIONS: ReadonlyMap<Json | undefined, Partial<OrderEvent>> = new Map<
  Json | undefined,
  Partial<OrderEvent>
>([
  [1, { status: 'cancelled', reason: 'buyer' }],
  [2, { status: 'cancelled', reason: 'unpaid-timeout' }],
  // All of it was given back after the sale.
  [3, { status: 'refunded' }],
]);

/**
 * The messages of a WeChat shop (微信小店, 视频号小店): orders placed, paid and cancelled.
 *
 * The secret is `<token>` for messages in the clear, which WeChat signs without their content, or `<token>:<EncodingAESKey>`, also
 * with `:<app id>`, for encrypted ones; then nothing else is taken. Each message is an order's id and no more.
 */
export const weixinShopWebhook: WebhookSource = {
  name: NAME,

  verify(request, secret) {
    const { token, key, appId } = readSecret(secret);
    if (!key) {
      checkSignature(request.query('signature'), signWeixin(token, ...stampOf(request)));
      return;
    }
    const sealed = sealedOf(request);
    checkSignature(request.query('msg_signature'), signWeixin(token, ...stampOf(request), sealed));
    const opened = openMessage(sealed, key);
    if (!opened || (appId !== undefined && opened.appId !== appId)) {
      throw new WebhookError(
        401,
        `Expected a message encrypted with the EncodingAESKey, got another: set ${VARIABLE} to <token>:<EncodingAESKey> of the message push.`,
      );
    }
  },

  decrypt(request, secret) {
    const { key } = readSecret(secret);
    if (!key) return request.rawBody;
    return openMessage(sealedOf(request), key)?.message ?? new Uint8Array();
  },

  read(request) {
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    const event = textOf(body?.['Event']);
    if (!body || event === '') {
      throw new WebhookError(
        422,
        `Expected an event as JSON, got ${body ? 'an object without Event' : kindOf(json)}: choose JSON in the message push, and the mode that fits ${VARIABLE}.`,
      );
    }
    return readEvent(event, body, request);
  },

  answer: () => ({ type: 'text/plain', body: 'success' }),

  confirm(request, secret) {
    const { token } = readSecret(secret);
    checkSignature(request.query('signature'), signWeixin(token, ...stampOf(request)));
    const echo = request.query('echostr') ?? '';
    if (!/^[\w+/=-]{1,256}$/.test(echo)) {
      throw new WebhookError(
        400,
        'Expected an echostr of letters and digits, got another: press “submit” in the message push again.',
      );
    }
    return { type: 'text/plain', body: echo };
  },
};

function readEvent(event: string, body: JsonObject, request: WebhookRequest): WebhookReading {
  const known = ['channels_ec_order_new', 'channels_ec_order_pay', 'channels_ec_order_cancel'];
  if (!known.includes(event)) return { kind: 'ignored', why: 'this event changes no order here' };
  const info = objectOf(body['order_info']);
  const orderId = idOf(info?.['order_id']);
  if (!info || orderId === undefined)
    throw new WebhookError(422, 'Expected order_info with an order_id, got none: nothing was stored.');
  const at = unixTimeOf(body['CreateTime']);
  const order: OrderEvent = {
    ...eventHead(NAME, request, event),
    type: 'order',
    orderId,
    sourceVersion: at ?? request.receivedAt,
    ...factsOf(event, info),
    ...(event === 'channels_ec_order_new' && at !== undefined ? { occurredAt: new Date(at).toISOString() } : {}),
  };
  return { kind: 'events', events: [order], ...(order.status === 'cancelled' ? {} : { detail: [orderId] }) };
}

function factsOf(event: string, info: JsonObject): Partial<OrderEvent> {
  if (event === 'channels_ec_order_new') return { status: 'placed' };
  if (event === 'channels_ec_order_pay') return { status: 'paid' };
  return CANCELLATIONS.get(info['cancel_type']) ?? { status: 'cancelled', reason: 'other' };
}

function readSecret(secret: string): { token: string; key?: Buffer; appId?: string } {
  requireSecret(secret, VARIABLE);
  const form = '<token> or <token>:<EncodingAESKey>';
  const [token = '', encoded, appId] = splitSecret(secret, VARIABLE, form, [1, 2, 3]);
  if (encoded === undefined) return { token };
  const key = keyOf(encoded);
  if (!key) {
    throw new WebhookError(
      401,
      `Expected ${VARIABLE} to hold an EncodingAESKey of 43 letters and digits, got another: copy it from the message push.`,
    );
  }
  return { token, key, ...(appId === undefined ? {} : { appId }) };
}

function stampOf(request: WebhookRequest): [string, string] {
  return [request.query('timestamp') ?? '', request.query('nonce') ?? ''];
}

/** The encrypted part of a body. */
function sealedOf(request: WebhookRequest): string {
  let sealed = '';
  try {
    sealed = textOf(objectOf(readJson(request.rawBody))?.['Encrypt']);
  } catch {
    // Told below.
  }
  if (sealed !== '') return sealed;
  throw new WebhookError(
    401,
    `Expected an encrypted message in JSON, got another: choose JSON and the safe mode in the message push, or leave the EncodingAESKey out of ${VARIABLE}.`,
  );
}

function checkSignature(given: string | undefined, expected: string): void {
  if (sameSignature(given?.trim().toLowerCase() ?? '', expected)) return;
  throw new WebhookError(
    401,
    `Expected a signature that fits the token, got another: set ${VARIABLE} to the token of the message push, then a colon and its EncodingAESKey.`,
  );
}
