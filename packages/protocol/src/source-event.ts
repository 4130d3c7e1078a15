import type { Money } from './money.js';
import type { CancelReason, OrderStatus, Region } from './order.js';
import type { StockBasis, StockPolicy } from './stock.js';

/** How a shop names the thing that was sold. */
export interface ProductRef {
  id?: string;
  variantId?: string;
  inventoryItemId?: string;
  sku?: string;
}

interface SourceEventHead {
  /** Unique in its source; one seen before does nothing. */
  eventId: string;
  source: string;
  /** The shop's own modification time (ms) or version. Only the ledger compares it. A safe integer. */
  sourceVersion: number;
  /** The room's id, where the message names one. */
  room?: string;
  synthetic?: true;
}

/** What a shop told about one order: the fields it carries, and no others. Masked already. */
export interface OrderEvent extends SourceEventHead {
  type: 'order';
  orderId: string;
  status?: OrderStatus;
  reason?: CancelReason;
  lines?: { ref: ProductRef; qty: number; amount?: Money }[];
  total?: Money;
  /** What was given back so far; without it a partial refund counts as nothing. */
  refunded?: Money;
  buyer?: { mask: string };
  region?: Region;
  /** ISO 8601. */
  occurredAt?: string;
}

/** What a shop told about the stock of one thing, at one of its locations. */
export interface StockEvent extends SourceEventHead {
  type: 'stock';
  ref: ProductRef;
  /** Figures of several locations are added up. */
  location?: string;
  /** `null`: the shop does not count this one. */
  available: number | null;
  basis: StockBasis;
  policy?: StockPolicy;
  /** ISO 8601. */
  observedAt: string;
  ttlMs: number;
}

/** A shop's message, made into Stallcast's words. */
export type SourceEvent = OrderEvent | StockEvent;
