import type { Money, Order, OrderStatus } from '@stallcast/protocol';
import { ANONYMOUS_MASK } from '@stallcast/protocol';
import { NO_SUMS } from './sums.js';
import type { Field, OrderFields, OrderRecord, SessionRecord, Sums } from './records.js';

/** The order of statuses, which decides between messages of the same version. */
const RANK: Readonly<Record<OrderStatus, number>> = {
  placed: 0,
  paid: 1,
  'partially-refunded': 2,
  refunded: 3,
  cancelled: 4,
};

export function statusRank(status: OrderStatus | undefined): number {
  return status ? RANK[status] : -1;
}

/** Takes over the fields that a message carries and that are not from an older one; true if any was. */
export function mergeFields(record: OrderRecord, facts: Partial<OrderFields>, version: number): boolean {
  const rank = statusRank(facts.status);
  let merged = false;
  for (const key of Object.keys(facts) as (keyof OrderFields)[]) {
    if (facts[key] === undefined) continue;
    const field = record.fields[key];
    if (field && (field.version > version || (field.version === version && field.rank >= rank))) continue;
    (record.fields as Record<string, Field<unknown>>)[key] = { value: facts[key], version, rank };
    merged = true;
  }
  return merged;
}

export function statusOf({ fields }: OrderRecord): OrderStatus {
  return fields.status?.value ?? 'placed';
}

/** What an order comes to: its total, else the sum of its lines where each has an amount. */
export function amountOf({ fields }: OrderRecord): Money | null {
  if (fields.total) return fields.total.value;
  const lines = fields.lines?.value ?? [];
  const first = lines[0]?.amount;
  if (!first || !lines.every(({ amount }) => amount?.currency === first.currency)) return null;
  return { ...first, minor: lines.reduce((sum, { amount }) => sum + amount!.minor, 0) };
}

/** Why an order is not for the screen, if it is not. */
export function operatorOnlyOf(record: OrderRecord, session: SessionRecord): Order['operatorOnly'] {
  const lines = record.fields.lines?.value ?? [];
  if (lines.length > 0 && lines.every(({ productId }) => productId === null)) return 'unlisted';
  const { currency } = session;
  const amounts = [record.fields.total?.value, record.fields.refunded?.value, ...lines.map(({ amount }) => amount)];
  const foreign = (amount: Money | undefined) =>
    amount && currency && (amount.currency !== currency.code || amount.exponent !== currency.exponent);
  return amounts.some(foreign) ? 'currency' : undefined;
}

/** What readers see of an order. */
export function orderOf(record: OrderRecord, session: SessionRecord): Order {
  const { fields } = record;
  const status = statusOf(record);
  const operatorOnly = operatorOnlyOf(record, session);
  return {
    id: record.id,
    orderId: record.orderId,
    lines: (fields.lines?.value ?? []).map(({ productId, qty, amount }) => ({
      productId,
      qty,
      ...(amount && { amount }),
    })),
    room: fields.room!.value,
    status,
    // A reason is that of an end; an order that was opened again has none.
    ...(fields.reason && statusRank(status) > RANK.paid && { reason: fields.reason.value }),
    buyer: fields.buyer?.value ?? { mask: ANONYMOUS_MASK },
    ...(fields.region && { region: fields.region.value }),
    ...(fields.total && { total: fields.total.value }),
    ...(fields.refunded && { refunded: fields.refunded.value }),
    occurredAt: fields.occurredAt?.value ?? record.seenAt,
    seq: record.seq,
    ...(operatorOnly && { operatorOnly }),
    ...(session.value.synthetic && { synthetic: true }),
  };
}

/** When an order was placed, in ms: by the shop's clock, but never later than it was seen. */
export function placedAt({ fields, seenAt }: OrderRecord): number {
  const seen = Date.parse(seenAt);
  const told = fields.occurredAt ? Date.parse(fields.occurredAt.value) : seen;
  return Math.min(told, seen);
}

/** A million tonnes: an order beyond all measure is not to take the exactness from the sum of all others. */
const MAX_ORDER_MASS_G = 1e12;

/** What an order contributes to the totals of its session. */
export function sumsOf(record: OrderRecord, session: SessionRecord): Sums {
  const status = statusOf(record);
  if (!record.everPaid || status === 'placed' || operatorOnlyOf(record, session)) return { ...NO_SUMS };
  const gross = amountOf(record)?.minor ?? 0;
  const stands = status === 'paid' || status === 'partially-refunded';
  const lines = stands ? (record.fields.lines?.value ?? []).filter(({ productId }) => productId !== null) : [];
  const partly = status === 'partially-refunded' ? Math.min(gross, record.fields.refunded?.value.minor ?? 0) : 0;
  return {
    gross,
    cancelled: status === 'cancelled' ? gross : 0,
    refunded: status === 'refunded' ? gross : partly,
    paidOrders: 1,
    netOrders: stands ? 1 : 0,
    units: lines.reduce((sum, { qty }) => sum + qty, 0),
    massG: Math.min(
      MAX_ORDER_MASS_G,
      lines.reduce((sum, { massG }) => sum + massG, 0),
    ),
  };
}

/** The units that an order holds, by product. */
export function unitsHeld(record: OrderRecord): Map<string, { reserved: number; sold: number }> {
  const status = statusOf(record);
  const held = new Map<string, { reserved: number; sold: number }>();
  if (status === 'cancelled') return held;
  for (const { productId, qty, ticket } of record.fields.lines?.value ?? []) {
    // Goods that were sent do not come back with the money; a ticket's slot does.
    if (productId === null || (status === 'refunded' && ticket)) continue;
    const units = held.get(productId) ?? { reserved: 0, sold: 0 };
    units[status === 'placed' ? 'reserved' : 'sold'] += qty;
    held.set(productId, units);
  }
  return held;
}
