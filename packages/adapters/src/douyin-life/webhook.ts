import { createHash } from 'node:crypto';
import {
  WebhookError,
  type OrderEvent,
  type WebhookReading,
  type WebhookRequest,
  type WebhookSource,
} from '@stallcast/protocol';
import { eventHead, type EventHead } from '../webhooks/event-head.js';
import { idOf, kindOf, minorOf, objectOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import { readJson, readNestedJson, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret, sameSignature } from '../webhooks/signature.js';

const NAME = 'douyin-life';

/**
 * The messages of Douyin's local life (抖音生活服务): tickets and vouchers paid for, and given back.
 *
 * An order's message tells its amount and not what was bought; that is asked for.
 */
export const douyinLifeWebhook: WebhookSource = {
  name: NAME,

  isHandshake: (request) => challengeOf(request) !== undefined,

  verify(request, secret) {
    requireSecret(secret, 'STALLCAST_SECRET_DOUYIN_LIFE');
    const given = request.header('x-douyin-signature')?.trim().toLowerCase() ?? '';
    if (given === '') {
      throw new WebhookError(
        401,
        'Expected the header X-Douyin-Signature, got none: have Douyin itself send its messages to this address.',
      );
    }
    if (!sameSignature(given, signDouyinLife(request.rawBody, secret))) {
      throw new WebhookError(
        401,
        'Expected a signature that fits the body, got another: set STALLCAST_SECRET_DOUYIN_LIFE to the client secret (AppSecret) of the app.',
      );
    }
  },

  read(request) {
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    const event = textOf(body?.['event']);
    if (!body || event === '') {
      throw new WebhookError(
        422,
        `Expected a message with event and content, got ${body ? 'an object without event' : kindOf(json)}: nothing was stored.`,
      );
    }
    if (event !== 'life_trade_order_notify' && event !== 'life_trade_certificate_notify')
      return { kind: 'ignored', why: 'this event says nothing about an order or a ticket' };
    const content = objectOf(readNestedJson(body['content'])) ?? objectOf(body['content']);
    if (!content) throw unreadable();
    // The id is the same for all messages of one action, and the log's id another for each try: the content tells them apart.
    const head = eventHead(NAME, request, request.header('msg-id'), JSON.stringify(body['content']));
    return event === 'life_trade_order_notify'
      ? readOrder(content, head, request.receivedAt)
      : readTicket(content, head, request.receivedAt);
  },

  answer(request) {
    const challenge = challengeOf(request);
    return {
      type: 'application/json',
      body: challenge === undefined ? '{"err_no":0,"err_tips":"success"}' : `{"challenge":${challenge}}`,
    };
  },
};

/** Signs a body as Douyin does: hex SHA-1 of client secret and body. */
export function signDouyinLife(rawBody: Uint8Array, secret: string): string {
  return createHash('sha1').update(secret).update(rawBody).digest('hex');
}

function readOrder(content: JsonObject, head: EventHead, receivedAt: number): WebhookReading {
  if (content['action'] !== 'pay_success') return { kind: 'ignored', why: 'this action changes no order here' };
  const order = objectOf(content['order']);
  const orderId = idOf(order?.['order_id']);
  if (!order || orderId === undefined) throw unreadable();
  const minor = minorOf(order['pay_amount']);
  const createdAt = unixTimeOf(order['create_time']);
  const event: OrderEvent = {
    ...head,
    type: 'order',
    orderId,
    sourceVersion: unixTimeOf(order['pay_time']) ?? unixTimeOf(content['msg_time']) ?? receivedAt,
    status: 'paid',
    ...(minor === undefined ? {} : { total: { minor, currency: 'CNY', exponent: 2 } }),
    ...(createdAt === undefined ? {} : { occurredAt: new Date(createdAt).toISOString() }),
  };
  return { kind: 'events', events: [event], detail: [orderId] };
}

/** A ticket used, or not used after all, changes nothing that was sold. One given back is a part of its order, of unknown size. */
function readTicket(content: JsonObject, head: EventHead, receivedAt: number): WebhookReading {
  if (content['action'] !== 'refund_success')
    return { kind: 'ignored', why: 'a ticket that is used changes nothing that was sold' };
  const orderId = idOf(objectOf(content['certificate'])?.['order_id']);
  if (orderId === undefined) throw unreadable();
  const event: OrderEvent = {
    ...head,
    type: 'order',
    orderId,
    sourceVersion: unixTimeOf(content['msg_time']) ?? receivedAt,
    status: 'partially-refunded',
  };
  return { kind: 'events', events: [event], detail: [orderId] };
}

/** The number by which Douyin checks an address, exactly as sent; undefined for any other message. */
function challengeOf({ rawBody }: WebhookRequest): string | undefined {
  if (rawBody.length > 500) return undefined;
  try {
    const body = objectOf(readJson(rawBody));
    const challenge = body?.['event'] === 'verify_webhook' ? idOf(objectOf(body['content'])?.['challenge']) : undefined;
    return challenge !== undefined && /^\d{1,18}$/.test(challenge) ? String(BigInt(challenge)) : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(): WebhookError {
  return new WebhookError(
    422,
    'Expected a content with action and the id of an order, got one without: nothing was stored.',
  );
}
