import type { Offer } from './offer.js';
import type { Order } from './order.js';
import type { Product } from './product.js';
import type { Announcement, Room, Session, Totals } from './session.js';
import type { Stock } from './stock.js';

/** The scope of a value that the whole stall or one room can have: `stall`, or a room's id. */
export type Scope = string;

/** The scope of the whole stall; no room may have this id. */
export const STALL_SCOPE = 'stall';

/** How many orders a snapshot and a reader keep: those with the highest `seq`. */
export const KEPT_ORDERS = 50;

/** A value of the whole stall, and of rooms that have one of their own. */
export interface Scoped<T> {
  stall: T | null;
  rooms: Record<string, T>;
}

/** All that a reader knows of a stall, as a snapshot carries it. */
export interface StallState {
  session: Session | null;
  rooms: Room[];
  products: Product[];
  offers: Offer[];
  stocks: Stock[];
  /** The 50 of the current session with the highest `seq`, lowest first. */
  orders: Order[];
  totals: Scoped<Totals>;
  /** Ids of the products being shown (讲解中), one to three a scope. */
  featured: Scoped<string[]>;
  announcements: Scoped<Announcement>;
  /** For the operator: present only for readers with a deck key. */
  alerts?: Alert[];
}

/** Something unusual that an operator must see and a viewer must not. */
export interface Alert {
  id: string;
  /** ISO 8601. */
  at: string;
  code:
    | 'oversold'
    | 'unlisted-product'
    | 'foreign-currency'
    | 'unusual-transition'
    | 'stock-from-wrong-side'
    | 'late-order'
    /** The operator's own words to the host: `detail.text`, until `detail.until`; the subject is its scope. */
    | 'message';
  /** The product or order it is about. */
  subject: string;
  /** Figures for the sentence that the deck makes of it. */
  detail: Record<string, string | number>;
  synthetic?: true;
}
