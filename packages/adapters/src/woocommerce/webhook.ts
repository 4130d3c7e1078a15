import { WebhookError, type WebhookReading, type WebhookRequest, type WebhookSource } from '@stallcast/protocol';
import { bodyHash, eventHead } from '../webhooks/event-head.js';
import { kindOf, objectOf } from '../webhooks/read-fields.js';
import { readJson, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret, sameSignature, signBase64 } from '../webhooks/signature.js';
import { readDeletedOrder, readOrder } from './read-order.js';
import { readProduct } from './read-product.js';

const NAME = 'woocommerce';
const PING = /^webhook_id=\d{1,20}$/;

/** WooCommerce's webhooks: orders, and the stock of products. */
export const wooCommerceWebhook: WebhookSource = {
  name: NAME,

  isHandshake({ rawBody }) {
    return rawBody.length <= 31 && PING.test(Buffer.from(rawBody).toString('latin1'));
  },

  verify(request, secret) {
    requireSecret(secret, 'STALLCAST_SECRET_WOOCOMMERCE');
    const given = request.header('x-wc-webhook-signature');
    if (!given) {
      throw new WebhookError(
        401,
        'Expected the header X-WC-Webhook-Signature, got none: enter the secret of this door in the shop’s webhook.',
      );
    }
    if (!sameSignature(given.trim(), signBase64(request.rawBody, secret))) {
      throw new WebhookError(
        401,
        'Expected a signature that fits the body, got another: enter the same secret in the shop and in STALLCAST_SECRET_WOOCOMMERCE.',
      );
    }
  },

  read(request) {
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    if (!body)
      throw new WebhookError(
        422,
        `Expected an order or a product as a JSON object, got ${kindOf(json)}: nothing was stored.`,
      );
    return readBody(body, request);
  },
};

function readBody(body: JsonObject, request: WebhookRequest): WebhookReading {
  const topic = topicOf(request);
  const head = eventHead(NAME, request, request.header('x-wc-webhook-delivery-id'));
  const shape = shapeOf(body);

  if (topic === 'order.deleted') return events(readDeletedOrder(body, head, request.receivedAt));
  if (topic !== undefined && !/^(order|product)\./.test(topic))
    return { kind: 'ignored', why: 'the topic is neither of orders nor of products' };
  if (topic === 'product.deleted')
    return { kind: 'ignored', why: 'a product deleted in the shop stays in the stall until it is removed there' };
  if (topic !== undefined && shape !== 'unknown' && !topic.startsWith(`${shape}.`)) {
    throw new WebhookError(
      422,
      `Expected the body that the topic announces, got that of ${shape === 'order' ? 'an order' : 'a product'}: nothing was stored.`,
    );
  }
  if (shape === 'order') {
    const order = readOrder(body, head, request.receivedAt, `body-${bodyHash(request.rawBody)}`);
    // A deletion has no time of its own in the body, so what follows it must not look older than its arrival.
    const restored =
      topic === 'order.restored' ? { sourceVersion: Math.max(order.sourceVersion, request.receivedAt) } : {};
    return events({ ...order, ...restored });
  }
  if (shape === 'product') {
    const stock = readProduct(body, head, request.receivedAt);
    return stock
      ? events(stock)
      : { kind: 'ignored', why: 'the stock is kept by the variations or the parent of this product' };
  }
  throw new WebhookError(
    422,
    'Expected an order or a product, got an object that is neither: choose one of these topics in the shop’s webhook.',
  );
}

/** The header is not signed. It decides only between readings of one signed body, and must agree with what the body looks like. */
function topicOf(request: WebhookRequest): string | undefined {
  return (request.query('topic') ?? request.header('x-wc-webhook-topic'))?.trim().toLowerCase() || undefined;
}

function shapeOf(body: JsonObject): 'order' | 'product' | 'unknown' {
  if (Array.isArray(body['line_items']) || ('billing' in body && 'status' in body)) return 'order';
  return 'stock_status' in body || 'stock_quantity' in body || 'manage_stock' in body ? 'product' : 'unknown';
}

function events(...all: (WebhookReading & { kind: 'events' })['events']): WebhookReading {
  return { kind: 'events', events: all };
}
