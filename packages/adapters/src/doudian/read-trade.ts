import type { Money, OrderEvent } from '@stallcast/protocol';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, minorOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import type { Json, JsonObject } from '../webhooks/read-json.js';

/** Doudian's tags of what changes an order here. */
const CREATED = '100';
const PAID = '101';
const CANCELLED = '106';
const REFUND_SUCCEEDED = '206';

/** `aftersale_type` of a refund of the whole before it was sent. */
const WHOLE_BEFORE_SHIPPING = 2;
const CASH_ON_DELIVERY = 0;

/** Reads one message. Null for one that changes nothing here, such as a shipment or a new address. */
export function readTrade(
  tag: string,
  data: JsonObject,
  head: EventHead,
  receivedAt: number,
): OrderEvent | null | 'unreadable' {
  if (![CREATED, PAID, CANCELLED, REFUND_SUCCEEDED].includes(tag)) return null;
  const orderId = idOf(data['p_id']);
  if (orderId === undefined) return 'unreadable';
  const createdAt = unixTimeOf(data['create_time']);
  const order = (time: Json | undefined, facts: Partial<OrderEvent>): OrderEvent => ({
    ...head,
    type: 'order',
    orderId,
    // A message without a time of its own is as old as its order: arriving late, it must not undo what came after it.
    sourceVersion: unixTimeOf(time) ?? createdAt ?? receivedAt,
    ...facts,
  });
  const occurred = createdAt === undefined ? {} : { occurredAt: new Date(createdAt).toISOString() };

  switch (tag) {
    case CREATED:
      return order(data['create_time'], { status: 'placed', ...occurred });
    case PAID: {
      const total = yuan(data['pay_amount']);
      const paid = data['pay_type'] !== CASH_ON_DELIVERY;
      return order(data['pay_time'], { status: paid ? 'paid' : 'placed', ...(total ? { total } : {}), ...occurred });
    }
    case CANCELLED:
      return order(data['cancel_time'], { status: 'cancelled', reason: reasonOf(textOf(data['cancel_reason'])) });
    default:
      return order(data['success_time'], refundOf(data, orderId));
  }
}

/**
 * What a refund says. It tells of one part of an order (`s_id`); only where the order has a single part, which then bears its id,
 * is the amount that of the order.
 */
function refundOf(data: JsonObject, orderId: string): Partial<OrderEvent> {
  const single = idOf(data['s_id']) === orderId;
  const refunded = single ? yuan(data['refund_amount']) : undefined;
  const all = single && data['aftersale_type'] === WHOLE_BEFORE_SHIPPING;
  return { status: all ? 'refunded' : 'partially-refunded', ...(refunded ? { refunded } : {}) };
}

function reasonOf(words: string): NonNullable<OrderEvent['reason']> {
  return /超时|未支付/.test(words) ? 'unpaid-timeout' : 'other';
}

function yuan(value: Json | undefined): Money | undefined {
  const minor = minorOf(value);
  return minor === undefined ? undefined : { minor, currency: 'CNY', exponent: 2 };
}
