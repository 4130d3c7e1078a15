/** How good a stock figure is; decides the wording on air. */
export type StockBasis = 'exact' | 'at-least' | 'threshold' | 'boolean' | 'manual';

/** What happens when more is wanted than there is. */
export type StockPolicy = 'deny' | 'backorder' | 'presale';

/** A stop that the operator put on a product. */
export type StockHold = 'none' | 'paused' | 'sold-out';

/**
 * The stock of one product, as the ledger tells it. Absolute figures, never increments.
 *
 * For a ledger's own stock `sellable = max(0, onHand − reserved − sold)`. For a source's, `sellable` is the
 * source's own figure and `onHand`, `reserved` and `sold` may be null.
 */
export interface Stock {
  productId: string;
  /** `ledger`, or the name of the source that owns the figure. */
  stockFrom: string;
  onHand: number | null;
  /** Units placed and not yet paid. */
  reserved: number | null;
  /** Units paid. */
  sold: number | null;
  /** What can be sold now; `null` where the source gives no number. */
  sellable: number | null;
  /** How many units more are promised than there are. For the operator, never on air. */
  oversold: number;
  quotas: StockQuota[];
  hold: StockHold;
  basis: StockBasis;
  policy: StockPolicy;
  /** A workshop's day: what it makes, what waits, and the end of the day (ISO 8601) on which the next order would be ready. */
  capacity?: { perDay: number; queue: number; promisedBy: string };
  /** ISO 8601. */
  observedAt: string;
  /** After this many ms a source's figure counts as stale; `null` for the ledger's own. */
  ttlMs: number | null;
  synthetic?: true;
}

/** The part of a shared stock that one room may sell. */
export interface StockQuota {
  room: string;
  quantity: number;
  sellable: number;
}

/** The state that a widget shows. `oversold` is for the operator: on air it reads as `sold-out`. */
export type StockState =
  'unknown' | 'ample' | 'low' | 'last' | 'reserved-out' | 'sold-out' | 'presale' | 'oversold' | 'paused';
