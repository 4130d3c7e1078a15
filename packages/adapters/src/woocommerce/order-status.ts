import type { CancelReason, OrderStatus } from '@stallcast/protocol';

const STATUSES: ReadonlyMap<string, OrderStatus> = new Map<string, OrderStatus>([
  ['pending', 'placed'],
  ['on-hold', 'placed'],
  ['checkout-draft', 'placed'],
  ['auto-draft', 'placed'],
  ['draft', 'placed'],
  ['new', 'placed'],
  ['processing', 'paid'],
  ['completed', 'paid'],
  ['cancelled', 'cancelled'],
  ['failed', 'cancelled'],
  ['trash', 'cancelled'],
  ['refunded', 'refunded'],
]);

/**
 * Reads WooCommerce's order status.
 *
 * A status of a plugin, such as `packing`, counts as paid only where the order says when it was paid. Undefined without a status.
 */
export function deriveStatus(status: string, wasPaid: boolean): OrderStatus | undefined {
  if (status === '') return undefined;
  return STATUSES.get(status.replace(/^wc-/, '')) ?? (wasPaid ? 'paid' : 'placed');
}

/** Why WooCommerce cancelled: it tells only that a payment failed or that the order was thrown away. */
export function deriveReason(status: string): CancelReason | undefined {
  return status === 'failed' || status === 'trash' ? 'other' : undefined;
}
