import type { Money } from './money.js';
import type { Offer } from './offer.js';
import type { CancelReason, Order } from './order.js';
import type { Product } from './product.js';
import type { Goal, Room, Session } from './session.js';
import type { StockBasis } from './stock.js';

/** Why an operator changed a stock figure. */
export type AdjustReason = 'recount' | 'damaged' | 'restock' | 'sold-elsewhere' | 'gift' | 'other';

interface InRoom {
  /** Without it: the whole stall. */
  room?: string;
}

/** The fields of each command, by its type. */
export interface CommandFields {
  'put-room': { room: Omit<Room, 'panic'> & { panic?: boolean } };
  'remove-room': { roomId: string };
  'put-product': { product: Product };
  'remove-product': { productId: string };
  'put-offer': { offer: Offer };
  feature: InRoom & { productIds: string[] };
  unfeature: InRoom;
  'hide-price': InRoom & { productId: string };
  'open-price': InRoom & { productId: string; price: Money };
  'start-flash': InRoom & { productId: string; price: Money; endsAt: string; allocated?: number };
  'end-flash': InRoom & { productId: string };
  'set-stock': { productId: string; onHand: number; basis?: StockBasis };
  'adjust-stock': { productId: string; delta: number; reason: AdjustReason };
  'sold-out': { productId: string };
  pause: { productId: string };
  resume: { productId: string };
  'bring-back': InRoom & { productId: string };
  allocate: { productId: string; room: string; quantity: number };
  'record-order': { order: RecordedOrder };
  'cancel-order': { orderId: string; reason: CancelReason };
  'set-goal': InRoom & { goal: Goal };
  announce: InRoom & { text: string; ttlMs?: number };
  'clear-announcement': InRoom;
  message: InRoom & { text: string; ttlMs?: number };
  'clear-message': InRoom;
  'next-in-run': InRoom;
  panic: InRoom & { on: boolean };
  'start-session': InRoom & { session: Partial<Omit<Session, 'endsAt'>> };
  'end-session': InRoom;
  undo: { commandId: string };
}

/** An order that the operator or a back end of one's own writes down. The buyer's name is masked before it is stored. */
export type RecordedOrder = Pick<Order, 'lines' | 'status'> &
  Partial<Pick<Order, 'room' | 'reason' | 'region' | 'total' | 'refunded' | 'occurredAt'>> & {
    orderId: string;
    buyer?: { name?: string; mask?: string };
  };

export type CommandType = keyof CommandFields;

/** How many commands of one's own a command may name. */
export const MAX_OWN = 100;

/** A wish of the operator. It carries an id of its own: sent twice, done once. */
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

export type CommandOf<T extends CommandType> = {
  id: string;
  type: T;
  /** Who gave it, as the operator's own page or system names them; kept in the audit log. */
  by?: string;
  /** How far whoever gave it had read, as `epoch.offset`: it overwrites nothing that somebody else set after that. */
  seen?: string;
  /** Ids of commands of one's own that were given on top of what was read: they are no news to whoever gave this one. */
  own?: string[];
  synthetic?: true;
} & CommandFields[T];
