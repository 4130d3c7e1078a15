import type { Money } from './money.js';

export type OrderStatus = 'placed' | 'paid' | 'partially-refunded' | 'refunded' | 'cancelled';

/** Why an order was cancelled. */
export type CancelReason = 'unpaid-timeout' | 'buyer' | 'oversell' | 'capacity' | 'quality' | 'weather' | 'other';

export interface OrderLine {
  /** `null` where the shop's product is not one that the stall lists. */
  productId: string | null;
  qty: number;
  /** What this line comes to; may arrive later. */
  amount?: Money;
}

/** A buyer's region, never finer than a province. */
export interface Region {
  level: 'country' | 'province';
  name: string;
}

/** One order, net of what happened to it since. The buyer is masked before it is stored. */
export interface Order {
  /** `<source>:<orderId>`, unique in the stall. */
  id: string;
  /** The shop's own id. */
  orderId: string;
  lines: OrderLine[];
  room: string;
  status: OrderStatus;
  reason?: CancelReason;
  buyer: { mask: string };
  region?: Region;
  total?: Money;
  /** What was given back so far, where the shop tells; a full refund needs none. */
  refunded?: Money;
  /** ISO 8601, by the shop's clock. */
  occurredAt: string;
  /** The offset at which the order was first seen. */
  seq: number;
  /** Not for the screen: nothing of it is listed here, or it is in another currency. Readers on air get it without its content. */
  operatorOnly?: 'unlisted' | 'currency';
  synthetic?: true;
}
