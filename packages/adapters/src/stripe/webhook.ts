import { createHmac } from 'node:crypto';
import { WebhookError, type WebhookReading, type WebhookRequest, type WebhookSource } from '@stallcast/protocol';
import { eventHead } from '../webhooks/event-head.js';
import { idOf, kindOf, objectOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import { readJson, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret, sameSignature } from '../webhooks/signature.js';
import { readRefund } from './read-refund.js';
import { readSession } from './read-session.js';

const NAME = 'stripe';

/** A message may be this much older or newer than its arrival, in ms. Stripe signs each try anew. */
const TOLERANCE_MS = 5 * 60_000;
const MAX_SIGNATURES = 16;

/**
 * Stripe's webhooks: checkouts and refunds.
 *
 * They name no goods; these are asked for (`detail`). What happened in Stripe's test mode is synthetic.
 */
export const stripeWebhook: WebhookSource = {
  name: NAME,

  verify(request, secret) {
    requireSecret(secret, 'STALLCAST_SECRET_STRIPE');
    const { timestamp, signatures } = headerOf(request);
    if (Math.abs(request.receivedAt - Number(timestamp) * 1_000) > TOLERANCE_MS) {
      throw new WebhookError(
        401,
        'Expected a Stripe-Signature of the last five minutes, got an older or a later one: is this machine’s clock right?',
      );
    }
    const expected = signStripe(request.rawBody, secret, timestamp);
    // Several are sent while a secret is being changed. All are compared, so that the time tells nothing.
    const fits = signatures.map((signature) => sameSignature(signature, expected));
    if (!fits.includes(true)) {
      throw new WebhookError(
        401,
        'Expected a signature that fits the body, got another: set STALLCAST_SECRET_STRIPE to the signing secret (whsec_…) of this very endpoint.',
      );
    }
  },

  read(request) {
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    const type = textOf(body?.['type']);
    const object = objectOf(objectOf(body?.['data'])?.['object']);
    if (!body || type === '' || !object) {
      throw new WebhookError(
        422,
        `Expected an event with type and data.object, got ${body ? 'an object without them' : kindOf(json)}: nothing was stored.`,
      );
    }
    return readEvent(body, type, object, request);
  },
};

/** Signs a body as Stripe does: hex HMAC-SHA256 of `timestamp.body`. */
export function signStripe(rawBody: Uint8Array, secret: string, timestamp: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest('hex');
}

function readEvent(body: JsonObject, type: string, object: JsonObject, request: WebhookRequest): WebhookReading {
  const id = idOf(body['id']);
  if (id === undefined)
    throw new WebhookError(422, 'Expected an event with an id, got one without: nothing was stored.');
  const head = {
    // The id alone: the body also counts the endpoints that are still waiting, and so changes from one try to the next.
    ...eventHead(NAME, request, undefined, id),
    ...(body['livemode'] === false ? { synthetic: true as const } : {}),
  };
  const version = unixTimeOf(body['created']) ?? request.receivedAt;
  if (type === 'charge.refunded') return { kind: 'events', events: [readRefund(object, head, version)] };
  const order = type.startsWith('checkout.session.') ? readSession(object, type, head, version) : null;
  if (!order) return { kind: 'ignored', why: 'this event says nothing about an order' };
  return { kind: 'events', events: [order], ...(order.status === 'cancelled' ? {} : { detail: [order.orderId] }) };
}

function headerOf(request: WebhookRequest): { timestamp: string; signatures: string[] } {
  const parts = (request.header('stripe-signature') ?? '').split(',').map((part) => part.trim().split('='));
  const valuesOf = (name: string) => parts.filter(([key]) => key === name).map(([, value = '']) => value);
  const [timestamp = ''] = valuesOf('t');
  const signatures = valuesOf('v1');
  if (!/^\d{1,12}$/.test(timestamp) || signatures.length === 0 || signatures.length > MAX_SIGNATURES) {
    throw new WebhookError(
      401,
      'Expected the header Stripe-Signature with t= and v1=, got none: have Stripe itself send the webhook to this address.',
    );
  }
  return { timestamp, signatures };
}
