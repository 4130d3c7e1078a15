import type { Alert, Announcement, Goal, Offer, Product, StockBasis, StockHold } from '@stallcast/protocol';
import type { LineProducts, Ranked, RoomRecord, StockRecord } from './records.js';

/** What the operator owns, piece by piece. */
export interface CellValues {
  room: RoomRecord | null;
  panic: boolean;
  product: Ranked<Product> | null;
  offer: Ranked<Offer> | null;
  /** By scope. */
  featured: string[] | null;
  announcement: Announcement | null;
  message: Alert | null;
  /** By session and the goal's id. */
  goal: Goal | null;
  /** The next three by stock key. */
  hold: StockHold;
  'on-hand': { onHand: number | null; basis: StockBasis; setBy: string | null; adjusted: number };
  quota: StockRecord['quotas'][number] | null;
  /** Which session is on. */
  session: string;
  'session-end': string | null;
  /** By the order's id: what its lines mean that came before their product was listed. */
  'order-lines': LineProducts;
}

/** The name of a cell: its kind and ids. */
export type CellOf<K extends keyof CellValues> = K extends 'session'
  ? readonly ['session']
  : K extends 'goal' | 'quota'
    ? readonly [K, string, string]
    : readonly [K, string];

export type Cell = { [K in keyof CellValues]: CellOf<K> }[keyof CellValues];

/** The key under which a cell's stamp is kept. */
export function cellKey(cell: Cell): string {
  return JSON.stringify(cell);
}
