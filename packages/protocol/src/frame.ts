import type { Offer } from './offer.js';
import type { Order } from './order.js';
import type { Product } from './product.js';
import type { Announcement, Room, Session, Totals } from './session.js';
import type { Alert, StallState } from './state.js';
import type { Stock } from './stock.js';

/** A place in a stall's log: `epoch` is one life of it (a ULID), `offset` counts its changes from 1. */
export interface Position {
  epoch: string;
  offset: number;
}

/** The value that each kind of put carries. */
export interface KindValues {
  session: Session;
  room: Room;
  product: Product;
  offer: Offer;
  stock: Stock;
  order: Order;
  totals: Totals;
  featured: string[];
  announcement: Announcement;
  alert: Alert;
}

export type Kind = keyof KindValues;

/**
 * Replaces, or removes, the whole value of one key (kind, id).
 *
 * Ids: the value's own id for room, product, offer, order and alert; the product's for stock; the scope (`stall` or a
 * room's id) for totals, featured and announcement; `stall` for the session.
 */
export type Put = { [K in Kind]: PutOf<K> }[Kind] | Removal;

export interface PutOf<K extends Kind> {
  kind: K;
  id: string;
  version: number;
  value: KindValues[K];
  removed?: undefined;
  /**
   * In the ledger's own log: the scope that an order or an offer has left with this put. It never reaches a reader: those of
   * that scope get a removal instead.
   */
  movedFrom?: string;
}

export interface Removal {
  kind: Kind;
  id: string;
  version: number;
  removed: true;
  value?: undefined;
  movedFrom?: undefined;
}

/** The whole state at a position. */
export interface Snapshot extends Position {
  stall: string;
  /** The server's time, ISO 8601. */
  at: string;
  state: StallState;
}

/** What happened after `prev` up to `offset`; its puts are applied together. */
export interface Change extends Position {
  stall: string;
  prev: number;
  at: string;
  puts: Put[];
}

/** A sign of life. It announces how far the log is. */
export interface Ping extends Position {
  stall: string;
  prev: number;
  at: string;
}

export type Frame =
  ({ v: 1; type: 'snapshot' } & Snapshot) | ({ v: 1; type: 'change' } & Change) | ({ v: 1; type: 'ping' } & Ping);

/** Several frames sent as one. */
export interface Batch {
  v: 1;
  type: 'batch';
  frames: Frame[];
}

/** How often the relay sends a ping, in ms. */
export const PING_INTERVAL_MS = 5_000;
