import { WebhookError, type OrderEvent } from '@stallcast/protocol';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, objectsOf, timeOf } from '../webhooks/read-fields.js';
import type { JsonObject } from '../webhooks/read-json.js';
import { isDoneRefund } from './read-order.js';

/**
 * Reads a refund. It does not say whether all was given back, so it counts as partial; the order's own message, of the same
 * second or later, says if it was all. Null where no money went back.
 */
export function readRefund(refund: JsonObject, head: EventHead, receivedAt: number): OrderEvent | null {
  const orderId = idOf(refund['order_id']);
  if (orderId === undefined)
    throw new WebhookError(422, 'Expected a refund with its order_id, got one without: nothing was stored.');
  const done = objectsOf(refund['transactions']).filter(isDoneRefund);
  if (done.length === 0) return null;
  return {
    ...head,
    type: 'order',
    orderId,
    sourceVersion: timeOf(refund['processed_at']) ?? timeOf(refund['created_at']) ?? receivedAt,
    status: 'partially-refunded',
    ...(done.some((transaction) => transaction['test'] === true) ? { synthetic: true } : {}),
  };
}
