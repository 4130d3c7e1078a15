import {
  WebhookError,
  type SourceEvent,
  type WebhookReading,
  type WebhookRequest,
  type WebhookSource,
} from '@stallcast/protocol';
import { eventHead } from '../webhooks/event-head.js';
import { kindOf, objectOf } from '../webhooks/read-fields.js';
import { readJson, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret, sameSignature, signBase64 } from '../webhooks/signature.js';
import { readInventory } from './read-inventory.js';
import { readOrder } from './read-order.js';
import { readRefund } from './read-refund.js';

const NAME = 'shopify';

type Shape = 'order' | 'refund' | 'inventory';

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['orders/create', 'order'],
  ['orders/paid', 'order'],
  ['orders/updated', 'order'],
  ['orders/cancelled', 'order'],
  ['orders/edited', 'order'],
  ['orders/fulfilled', 'order'],
  ['orders/partially_fulfilled', 'order'],
  ['refunds/create', 'refund'],
  ['inventory_levels/update', 'inventory'],
  ['inventory_levels/connect', 'inventory'],
]);

const WORDS: Readonly<Record<Shape, string>> = {
  order: 'an order',
  refund: 'a refund',
  inventory: 'an inventory level',
};

/** Shopify's webhooks: orders, refunds, and the stock at each location. */
export const shopifyWebhook: WebhookSource = {
  name: NAME,

  verify(request, secret) {
    requireSecret(secret, 'STALLCAST_SECRET_SHOPIFY');
    const given = request.header('x-shopify-hmac-sha256');
    if (!given) {
      throw new WebhookError(
        401,
        'Expected the header X-Shopify-Hmac-Sha256, got none: have Shopify itself send the webhook to this address.',
      );
    }
    if (!sameSignature(given.trim(), signBase64(request.rawBody, secret))) {
      throw new WebhookError(
        401,
        'Expected a signature that fits the body, got another: set STALLCAST_SECRET_SHOPIFY to the secret that Shopify shows beside its webhooks.',
      );
    }
  },

  read(request) {
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    if (!body)
      throw new WebhookError(422, `Expected a message as a JSON object, got ${kindOf(json)}: nothing was stored.`);
    return readBody(body, request);
  },
};

function readBody(body: JsonObject, request: WebhookRequest): WebhookReading {
  const topic = topicOf(request);
  const announced = topic === undefined ? undefined : SHAPES.get(topic);
  if (topic !== undefined && announced === undefined)
    return { kind: 'ignored', why: 'this topic says nothing about orders or stock' };

  const shape = shapeOf(body);
  if (!shape || (announced && announced !== shape)) {
    const expected = announced ? `${WORDS[announced]}, as the topic says` : 'an order, a refund or an inventory level';
    throw new WebhookError(
      422,
      `Expected ${expected}, got ${shape ? WORDS[shape] : 'an object of another kind'}: nothing was stored.`,
    );
  }
  const head = eventHead(NAME, request, request.header('x-shopify-event-id') ?? request.header('x-shopify-webhook-id'));
  const event = readShape(shape, body, head, request.receivedAt);
  return event ? { kind: 'events', events: [event] } : { kind: 'ignored', why: 'no money went back with this refund' };
}

function readShape(
  shape: Shape,
  body: JsonObject,
  head: ReturnType<typeof eventHead>,
  receivedAt: number,
): SourceEvent | null {
  switch (shape) {
    case 'order':
      return readOrder(body, head, receivedAt);
    case 'refund':
      return readRefund(body, head, receivedAt);
    case 'inventory':
      return readInventory(body, head, receivedAt);
  }
}

/**
 * The address's `?topic=` is the stall's own word; the header is a hint, since Shopify signs the body alone.
 *
 * Neither decides what a body means: that follows from its shape, and a topic that does not fit is refused.
 */
function topicOf(request: WebhookRequest): string | undefined {
  return (request.query('topic') ?? request.header('x-shopify-topic'))?.trim().toLowerCase() || undefined;
}

function shapeOf(body: JsonObject): Shape | undefined {
  if ('inventory_item_id' in body && 'available' in body) return 'inventory';
  if ('refund_line_items' in body && 'order_id' in body) return 'refund';
  return 'line_items' in body && ('financial_status' in body || 'total_price' in body) ? 'order' : undefined;
}
