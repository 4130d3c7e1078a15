import { parseMoney, WebhookError, type Money, type OrderEvent, type ProductRef } from '@stallcast/protocol';
import { maskBuyer } from '../webhooks/buyer.js';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, isAmount, objectOf, objectsOf, quantityOf, textOf, timeOf } from '../webhooks/read-fields.js';
import type { Json, JsonObject } from '../webhooks/read-json.js';
import { regionOf } from '../webhooks/region.js';
import { deriveReason, deriveStatus } from './order-status.js';

/** How many lines of one order are read. */
const MAX_LINES = 500;

/**
 * Reads an order as WooCommerce's REST interface shows it.
 *
 * The body is the state at the time of delivery, so an order may be paid when its creation is told. An order without an id, as a
 * filter of the shop may leave it, gets one from its body: it is then an order of its own for every state.
 */
export function readOrder(order: JsonObject, head: EventHead, receivedAt: number, fallbackId: string): OrderEvent {
  const currency = textOf(order['currency']).toUpperCase();
  const amount = (value: Json | undefined) => amountOf(value, currency);
  const refunds = objectsOf(order['refunds']);
  const total = amount(order['total']);
  const refunded = sum(refunds.map((refund) => amount(refund['total'])));
  const wasPaid = timeOf(order['date_paid_gmt'] ?? order['date_paid']) !== undefined;
  const status = statusWithRefunds(deriveStatus(textOf(order['status']), wasPaid), total, refunded);
  const reason = status === 'cancelled' ? deriveReason(textOf(order['status'])) : undefined;
  const billing = objectOf(order['billing']);
  const shipping = objectOf(order['shipping']);
  const address = billing && textOf(billing['country']) !== '' ? billing : shipping;
  const buyer = maskBuyer(textOf(billing?.['first_name']), textOf(billing?.['last_name']));
  const region = address && regionOf(textOf(address['country']), textOf(address['state']));
  const createdAt = timeOf(order['date_created_gmt']);
  const modifiedAt = timeOf(order['date_modified_gmt']);

  return {
    ...head,
    type: 'order',
    orderId: idOf(order['id']) ?? fallbackId,
    // The shop's clock counts seconds. A refund may come within the second of the payment, so their number orders these.
    sourceVersion: modifiedAt === undefined ? receivedAt : modifiedAt + Math.min(refunds.length, 999),
    ...(status ? { status } : {}),
    ...(total ? { total } : {}),
    ...(refunded ? { refunded } : {}),
    ...(reason ? { reason } : {}),
    ...(Array.isArray(order['line_items']) ? { lines: linesOf(order['line_items'], amount) } : {}),
    ...(buyer ? { buyer } : {}),
    ...(region ? { region } : {}),
    ...(createdAt === undefined ? {} : { occurredAt: new Date(createdAt).toISOString() }),
  };
}

/** Reads the order out of a deletion, of which WooCommerce tells the id alone. */
export function readDeletedOrder(order: JsonObject, head: EventHead, receivedAt: number): OrderEvent {
  const orderId = idOf(order['id']);
  if (orderId === undefined)
    throw new WebhookError(422, 'Expected the id of the deleted order, got none: nothing was stored.');
  return { ...head, type: 'order', orderId, sourceVersion: receivedAt, status: 'cancelled', reason: 'other' };
}

/** A shop's status does not tell of a partial refund; the sum of the refunds does. */
function statusWithRefunds(
  status: OrderEvent['status'],
  total: Money | undefined,
  refunded: Money | undefined,
): OrderEvent['status'] {
  if (status !== 'paid' || !total || !refunded || refunded.minor === 0) return status;
  return refunded.minor < total.minor ? 'partially-refunded' : 'refunded';
}

function linesOf(
  items: Json,
  amount: (value: Json | undefined) => Money | undefined,
): NonNullable<OrderEvent['lines']> {
  return objectsOf(items)
    .slice(0, MAX_LINES)
    .flatMap((item) => {
      const qty = quantityOf(item['quantity']);
      if (qty === undefined) return [];
      // What the buyer pays for a line is its total and the tax on it.
      const parts = [amount(item['total']), amount(item['total_tax'] ?? '0')];
      const paid = parts[0] && parts[1] ? sum(parts) : undefined;
      return [{ ref: refOf(item), qty, ...(paid ? { amount: paid } : {}) }];
    });
}

function refOf(item: JsonObject): ProductRef {
  const [id, variantId, sku] = [idOf(item['product_id']), idOf(item['variation_id']), idOf(item['sku'])];
  return { ...(id ? { id } : {}), ...(variantId ? { variantId } : {}), ...(sku ? { sku } : {}) };
}

/** A decimal of the shop, without its sign: refunds are told as negative. */
function amountOf(value: Json | undefined, currency: string): Money | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  const money = parseMoney(text.replace(/^-/, ''), currency);
  return money && isAmount(money.minor) ? money : undefined;
}

/** Adds amounts of one currency; undefined where one is missing or the sum would not be exact. */
function sum(amounts: readonly (Money | undefined)[]): Money | undefined {
  const [first] = amounts;
  if (!first) return undefined;
  const minor = amounts.reduce((so, amount) => so + (amount?.minor ?? NaN), 0);
  return isAmount(minor) ? { ...first, minor } : undefined;
}
