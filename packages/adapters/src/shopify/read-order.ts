import {
  parseMoney,
  WebhookError,
  type CancelReason,
  type Money,
  type OrderEvent,
  type OrderStatus,
  type ProductRef,
} from '@stallcast/protocol';
import { maskBuyer } from '../webhooks/buyer.js';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, isAmount, objectOf, objectsOf, quantityOf, textOf, timeOf } from '../webhooks/read-fields.js';
import type { Json, JsonObject } from '../webhooks/read-json.js';
import { regionOf } from '../webhooks/region.js';

const MAX_LINES = 500;

const STATUSES: ReadonlyMap<string, OrderStatus> = new Map<string, OrderStatus>([
  ['pending', 'placed'],
  ['authorized', 'placed'],
  ['partially_paid', 'placed'],
  ['paid', 'paid'],
  ['partially_refunded', 'partially-refunded'],
  ['refunded', 'refunded'],
  ['voided', 'cancelled'],
  ['expired', 'cancelled'],
]);

const REASONS: ReadonlyMap<string, CancelReason> = new Map<string, CancelReason>([
  ['customer', 'buyer'],
  ['inventory', 'oversell'],
  ['expired', 'unpaid-timeout'],
]);

/** Reads an order as Shopify's webhooks carry it: the whole order, at any topic. A test order is synthetic. */
export function readOrder(order: JsonObject, head: EventHead, receivedAt: number): OrderEvent {
  const orderId = orderIdOf(order);
  if (orderId === undefined)
    throw new WebhookError(422, 'Expected an order with an id, got one without: nothing was stored.');
  const currency = textOf(order['currency']).toUpperCase();
  const amount = (value: Json | undefined) => amountOf(value, currency);
  const financial = textOf(order['financial_status']);
  const cancelled = timeOf(order['cancelled_at']) !== undefined;
  const status = cancelled ? 'cancelled' : STATUSES.get(financial);
  const reason =
    status === 'cancelled' ? (REASONS.get(textOf(order['cancel_reason']) || financial) ?? 'other') : undefined;
  const refunds = objectsOf(order['refunds']);
  const total = amount(order['total_price']);
  const refunded = refundedOf(refunds, currency, total, amount(order['current_total_price']));
  const modifiedAt = timeOf(order['updated_at']) ?? timeOf(order['created_at']);
  const occurredAt = timeOf(order['created_at']) ?? timeOf(order['processed_at']);
  const buyer = buyerOf(order);
  const region = regionOfOrder(order);

  return {
    ...head,
    type: 'order',
    orderId,
    // The shop's clock counts seconds. A refund may come within the second of the payment, so their number orders these.
    sourceVersion: modifiedAt === undefined ? receivedAt : modifiedAt + Math.min(refunds.length, 999),
    ...(status ? { status } : {}),
    ...(reason ? { reason } : {}),
    ...(Array.isArray(order['line_items']) ? { lines: linesOf(order['line_items'], amount) } : {}),
    ...(total ? { total } : {}),
    ...(refunded ? { refunded } : {}),
    ...(buyer ? { buyer } : {}),
    ...(region ? { region } : {}),
    ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt).toISOString() }),
    ...(order['test'] === true ? { synthetic: true } : {}),
  };
}

/** The order's id, digit by digit: from the number as sent, else from the end of the global id. */
function orderIdOf(order: JsonObject): string | undefined {
  return idOf(order['id']) ?? /^gid:\/\/shopify\/Order\/(\d{1,40})$/.exec(textOf(order['admin_graphql_api_id']))?.[1];
}

/** What was given back so far, in the shop's currency; undefined without refunds, and where the sum would not be sure. */
function refundedOf(
  refunds: readonly JsonObject[],
  currency: string,
  total: Money | undefined,
  current: Money | undefined,
): Money | undefined {
  if (!total || refunds.length === 0) return undefined;
  const done = refunds.flatMap((refund) => objectsOf(refund['transactions']).filter(isDoneRefund));
  // Money goes back in the currency in which the buyer paid. Then the order's own two totals tell more.
  const minor = done.every((one) => textOf(one['currency']) === currency)
    ? done.reduce((sum, one) => sum + (amountOf(one['amount'], currency)?.minor ?? NaN), 0)
    : total.minor - (current?.minor ?? NaN);
  return Number.isSafeInteger(minor) && minor > 0 ? { ...total, minor } : undefined;
}

/** Whether money went back. */
export function isDoneRefund(transaction: JsonObject): boolean {
  return textOf(transaction['kind']) === 'refund' && textOf(transaction['status']) === 'success';
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
      const paid = lineAmount(item, qty, amount);
      return [{ ref: refOf(item), qty, ...(paid ? { amount: paid } : {}) }];
    });
}

/** The price of all pieces less what was taken off this line. */
function lineAmount(
  item: JsonObject,
  qty: number,
  amount: (value: Json | undefined) => Money | undefined,
): Money | undefined {
  const price = amount(item['price']);
  if (!price) return undefined;
  const allocations = objectsOf(item['discount_allocations']);
  const discounts = allocations.length > 0 ? allocations.map((one) => one['amount']) : [item['total_discount'] ?? '0'];
  const minor = discounts.reduce<number>(
    (rest, discount) => rest - (amount(discount)?.minor ?? NaN),
    price.minor * qty,
  );
  return isAmount(minor) ? { ...price, minor } : undefined;
}

function refOf(item: JsonObject): ProductRef {
  const [id, variantId, sku] = [idOf(item['product_id']), idOf(item['variant_id']), idOf(item['sku'])];
  return { ...(id ? { id } : {}), ...(variantId ? { variantId } : {}), ...(sku ? { sku } : {}) };
}

function buyerOf(order: JsonObject): { mask: string } | undefined {
  for (const part of ['customer', 'billing_address', 'shipping_address']) {
    const person = objectOf(order[part]);
    const buyer = maskBuyer(textOf(person?.['first_name']), textOf(person?.['last_name']));
    if (buyer) return buyer;
  }
  return undefined;
}

function regionOfOrder(order: JsonObject): OrderEvent['region'] {
  const customer = objectOf(order['customer']);
  for (const address of [
    objectOf(order['billing_address']),
    objectOf(order['shipping_address']),
    objectOf(customer?.['default_address']),
  ]) {
    const region = regionOf(
      textOf(address?.['country_code']),
      textOf(address?.['province_code']),
      textOf(address?.['province']),
    );
    if (region) return region;
  }
  return undefined;
}

function amountOf(value: Json | undefined, currency: string): Money | undefined {
  const money = parseMoney(typeof value === 'number' ? String(value) : textOf(value), currency);
  return money && isAmount(money.minor) ? money : undefined;
}
