import {
  WebhookError,
  type OrderEvent,
  type OrderStatus,
  type WebhookReading,
  type WebhookSource,
} from '@stallcast/protocol';
import { eventHead, type EventHead } from '../webhooks/event-head.js';
import { idOf, kindOf, minorOf, objectOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import { readJson, readNestedJson, type Json, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret } from '../webhooks/signature.js';
import { decryptMessage } from './decrypt-message.js';

const NAME = 'kuaishou';

/** Kuaishou's order statuses. A cancelled order becomes a failed one. */
const STATUSES: ReadonlyMap<Json | undefined, OrderStatus> = new Map<Json | undefined, OrderStatus>([
  [10, 'placed'],
  [30, 'paid'],
  [40, 'paid'],
  [50, 'paid'],
  [70, 'paid'],
  [80, 'cancelled'],
]);

/** What an event means where it tells no status, which its name implies. */
const EVENTS: ReadonlyMap<string, OrderStatus | undefined> = new Map<string, OrderStatus | undefined>([
  ['kwaishop_order_addOrder', 'placed'],
  ['kwaishop_order_paySuccess', 'paid'],
  ['kwaishop_order_delivering', 'paid'],
  ['kwaishop_order_deliverySuccess', 'paid'],
  ['kwaishop_order_orderSuccess', 'paid'],
  ['kwaishop_order_orderFail', 'cancelled'],
  ['kwaishop_order_totalFeeChange', undefined],
]);

const AFTER_SALES = /^kwaishop_aftersales_(addRefund|updateRefund)$/;

/**
 * The messages of a shop on Kuaishou (快手小店): orders placed, paid, failed, and of another price.
 *
 * They are encrypted and not signed: what can be read with the MsgSecret is taken as Kuaishou's. They name an order and no goods.
 */
export const kuaishouWebhook: WebhookSource = {
  name: NAME,

  verify(request, secret) {
    requireSecret(secret, 'STALLCAST_SECRET_KUAISHOU');
    const message = decryptMessage(request.rawBody, secret);
    if (!message || !isMessage(message)) {
      throw new WebhookError(
        401,
        'Expected a body encrypted with the MsgSecret, got another: set STALLCAST_SECRET_KUAISHOU to the message key of the app that subscribes.',
      );
    }
  },

  decrypt(request, secret) {
    return decryptMessage(request.rawBody, secret) ?? new Uint8Array();
  },

  read(request) {
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    const event = textOf(body?.['event']);
    if (!body || event === '') {
      throw new WebhookError(
        422,
        `Expected a message with event and info, got ${body ? 'an object without event' : kindOf(json)}: nothing was stored.`,
      );
    }
    if (body['test'] === true) return { kind: 'ignored', why: 'a test message of the platform' };
    const afterSales = AFTER_SALES.test(event);
    if (!EVENTS.has(event) && !afterSales) return { kind: 'ignored', why: 'this event says nothing about an order' };
    const info = objectOf(readNestedJson(body['info'])) ?? objectOf(body['info']);
    const orderId = idOf(info?.['oid'] ?? info?.['orderId']);
    if (!info || orderId === undefined) {
      throw new WebhookError(422, 'Expected an info that names an order, got one without: nothing was stored.');
    }
    // A refund's message does not say how much, nor surely whether it is done: the shop is asked.
    if (afterSales) return { kind: 'events', events: [], detail: [orderId] };
    // The outer times change with every try.
    const head = eventHead(NAME, request, idOf(body['eventId']), `${event}:${JSON.stringify(body['info'])}`);
    const version = unixTimeOf(info['updateTime']) ?? unixTimeOf(info['createTime']) ?? unixTimeOf(body['createTime']);
    return readOrder(info, event, orderId, head, version ?? request.receivedAt);
  },

  answer: () => ({ type: 'application/json', body: '{"result":1}' }),
};

function readOrder(
  info: JsonObject,
  event: string,
  orderId: string,
  head: EventHead,
  sourceVersion: number,
): WebhookReading {
  const status = STATUSES.get(info['status']) ?? EVENTS.get(event);
  const minor = minorOf(info['totalFee']);
  const createdAt = unixTimeOf(info['createTime']);
  const order: OrderEvent = {
    ...head,
    type: 'order',
    orderId,
    sourceVersion,
    ...(status ? { status } : {}),
    // It tells that the order ended, not why.
    ...(status === 'cancelled' ? { reason: 'other' } : {}),
    ...(minor === undefined ? {} : { total: { minor, currency: 'CNY', exponent: 2 } }),
    ...(createdAt === undefined ? {} : { occurredAt: new Date(createdAt).toISOString() }),
  };
  return { kind: 'events', events: [order], ...(status === 'cancelled' ? {} : { detail: [orderId] }) };
}

/** The padding alone fits by chance once in 256 times; a message of the right shape does not. */
function isMessage(message: Uint8Array): boolean {
  try {
    return textOf(objectOf(readJson(message))?.['event']) !== '';
  } catch {
    return false;
  }
}
