import { WebhookError, type OrderEvent } from '@stallcast/protocol';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf } from '../webhooks/read-fields.js';
import type { JsonObject } from '../webhooks/read-json.js';
import { paymentOf } from './read-session.js';
import { stripeAmount } from './stripe-amount.js';

/** Reads a charge of which something was given back: how much so far, and of how much. */
export function readRefund(charge: JsonObject, head: EventHead, version: number): OrderEvent {
  const orderId = paymentOf(charge['payment_intent']) ?? idOf(charge['id']);
  if (orderId === undefined)
    throw new WebhookError(422, 'Expected a charge with its payment, got one without: nothing was stored.');
  const total = stripeAmount(charge['amount_captured'] ?? charge['amount'], charge['currency']);
  const refunded = stripeAmount(charge['amount_refunded'], charge['currency']);
  const all = charge['refunded'] === true || (total && refunded && refunded.minor >= total.minor);
  // Stripe's clock counts seconds. What was given back grows, so its share orders two refunds of one second.
  const share = total && refunded && total.minor > 0 ? Math.min(1, refunded.minor / total.minor) : 0;
  return {
    ...head,
    type: 'order',
    orderId,
    sourceVersion: version + Math.floor(share * 999),
    status: all ? 'refunded' : 'partially-refunded',
    ...(total ? { total } : {}),
    ...(refunded ? { refunded } : {}),
  };
}
