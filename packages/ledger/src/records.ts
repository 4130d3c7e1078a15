import type {
  CancelReason,
  Money,
  OrderStatus,
  ProductRef,
  ProductSource,
  Region,
  Room,
  Session,
  StockBasis,
  StockHold,
  StockPolicy,
} from '@stallcast/protocol';

/** A value with its place among its like: the offset at which it first came. */
export interface Ranked<T> {
  rank: number;
  value: T;
}

export interface RoomRecord extends Ranked<Omit<Room, 'panic'>> {
  panic: boolean;
}

export interface SessionRecord {
  value: Session;
  /** The stall's currency in this session; null until something tells it. */
  currency: { code: string; exponent: Money['exponent'] } | null;
}

/** The two worlds that never mix: a synthetic session has stocks of its own. */
export type Book = 'real' | 'synthetic';

export interface StockRecord {
  productId: string;
  onHand: number | null;
  basis: StockBasis;
  /** The set-stock command that the figure rests on, and how many adjustments stand since. */
  setBy: string | null;
  adjusted: number;
  /** Units of orders placed, and of orders paid. */
  reserved: number;
  sold: number;
  /** Reserved and sold together, by room. */
  byRoom: { room: string; units: number }[];
  quotas: { room: string; quantity: number; unitsBefore: number }[];
  hold: StockHold;
  figures: SourceFigure[];
  observedAt: string;
}

/** What a source told about the stock at one of its locations. */
export interface SourceFigure {
  source: string;
  place: string;
  version: number;
  available: number | null;
  basis: StockBasis;
  policy: StockPolicy;
  observedAt: string;
  ttlMs: number;
}

/** A field of an order, with the source's version that carried it and the rank of the status that came with it. */
export interface Field<T> {
  value: T;
  version: number;
  rank: number;
}

/** A line as it was understood when it came. */
export interface RecordLine {
  productId: string | null;
  qty: number;
  amount?: Money;
  /** How the shop named the thing, where the stall did not list it when it came. */
  ref?: ProductRef;
  massG: number;
  ticket: boolean;
}

/** Which product each of an order's lines was found to mean, by the shop's reference. */
export type LineProducts = Record<string, string | null>;

export interface OrderFields {
  room: string;
  status: OrderStatus;
  reason: CancelReason;
  lines: RecordLine[];
  total: Money;
  refunded: Money;
  buyer: { mask: string };
  region: Region;
  occurredAt: string;
}

export interface OrderRecord {
  id: string;
  orderId: string;
  seq: number;
  sessionId: string;
  /** Some message, late or not, told of a payment. */
  everPaid: boolean;
  seenAt: string;
  fields: { [K in keyof OrderFields]?: Field<OrderFields[K]> };
}

/** Sums over orders, in minor units of the session's currency. */
export interface Sums {
  gross: number;
  cancelled: number;
  refunded: number;
  paidOrders: number;
  netOrders: number;
  units: number;
  massG: number;
}

/** What the orders of one step of a session come to, net. */
export interface CourseStep {
  orders: number;
  net: number;
}

/** Steps of the finest length by their number since the session's start; one that comes to nothing is not there. */
export type Course = Map<number, CourseStep>;

/** One way in which a listed product is known to a source. */
export interface ListedRef {
  productId: string;
  entry: ProductSource;
}
