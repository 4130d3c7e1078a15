import type { OrderEvent, OrderStatus } from '@stallcast/protocol';
import { maskBuyer } from '../webhooks/buyer.js';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, objectOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import type { Json, JsonObject } from '../webhooks/read-json.js';
import { regionOf } from '../webhooks/region.js';
import { stripeAmount } from './stripe-amount.js';

/** What a checkout's event says about its order. Null where the checkout sells nothing, as one that only stores a card. */
export function readSession(session: JsonObject, type: string, head: EventHead, version: number): OrderEvent | null {
  const orderId = paymentOf(session['payment_intent']) ?? idOf(session['id']);
  const status = statusOf(type, textOf(session['payment_status']));
  if (orderId === undefined || status === null || session['mode'] === 'setup') return null;

  const total = stripeAmount(session['amount_total'], session['currency']);
  const details = objectOf(session['customer_details']);
  const address = objectOf(details?.['address']);
  const buyer = maskBuyer('', textOf(details?.['name']));
  const region = address && regionOf(textOf(address['country']), textOf(address['state']));
  const createdAt = unixTimeOf(session['created']);
  return {
    ...head,
    type: 'order',
    orderId,
    sourceVersion: version,
    status,
    ...(status === 'cancelled' ? { reason: type.endsWith('.expired') ? 'unpaid-timeout' : 'other' } : {}),
    ...(total ? { total } : {}),
    ...(buyer ? { buyer } : {}),
    ...(region ? { region } : {}),
    ...(createdAt === undefined ? {} : { occurredAt: new Date(createdAt).toISOString() }),
  };
}

/** The payment by which a checkout and its refunds are one order: an id, or the payment itself where it was expanded. */
export function paymentOf(value: Json | undefined): string | undefined {
  return idOf(objectOf(value)?.['id'] ?? value);
}

function statusOf(type: string, payment: string): OrderStatus | null {
  switch (type) {
    case 'checkout.session.completed':
      // A bank transfer or a voucher is completed unpaid; the money is told later.
      return payment === 'unpaid' ? 'placed' : 'paid';
    case 'checkout.session.async_payment_succeeded':
      return 'paid';
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return 'cancelled';
    default:
      return null;
  }
}
