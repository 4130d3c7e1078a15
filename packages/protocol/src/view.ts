import type { Change, Put, Snapshot } from './frame.js';
import type { Order } from './order.js';
import { ANONYMOUS_MASK } from './mask-name.js';
import { STALL_SCOPE, type Scoped } from './state.js';

/** What one reader may see. */
export interface View {
  /** One room's view; without it, all rooms. */
  room?: string | undefined;
  /** An operator also sees alerts, and the content of orders that are not for the screen. */
  operator: boolean;
}

/** Narrows a change to a view. It drops puts, never positions. */
export function viewOfChange(change: Change, view: View): Change {
  return { ...change, puts: change.puts.flatMap((put) => viewOfPut(put, view)) };
}

/** Narrows a snapshot to a view. */
export function viewOfSnapshot(snapshot: Snapshot, view: View): Snapshot {
  const { alerts, ...state } = snapshot.state;
  const inRoom = (room: string | undefined) => view.room === undefined || room === undefined || room === view.room;
  return {
    ...snapshot,
    state: {
      ...state,
      rooms: state.rooms.filter(({ id }) => inRoom(id)),
      offers: state.offers.filter(({ room }) => inRoom(room)),
      orders: state.orders.filter(({ room }) => inRoom(room)).map((order) => (view.operator ? order : forAir(order))),
      totals: inView(state.totals, inRoom),
      featured: inView(state.featured, inRoom),
      announcements: inView(state.announcements, inRoom),
      ...(view.operator && alerts && { alerts }),
    },
  };
}

function viewOfPut(put: Put, { room, operator }: View): Put[] {
  if (put.kind === 'alert' && !operator) return [];
  if (room !== undefined && roomOf(put) !== undefined && roomOf(put) !== room) return hasLeft(put, room);
  if (put.removed) return [put];
  const { movedFrom: _, ...seen } = put;
  return [seen.kind === 'order' && !operator ? { ...seen, value: forAir(seen.value) } : seen];
}

/** What a room hears of a value that another room has: its removal, if it had it until now. */
function hasLeft({ kind, id, version, ...put }: Put, room: string): Put[] {
  const hadIt = !put.removed && (put.movedFrom === room || put.movedFrom === STALL_SCOPE);
  return hadIt ? [{ kind, id, version, removed: true }] : [];
}

/** The room that a put is about; undefined where it concerns the whole stall, or where a removal does not tell. */
function roomOf(put: Put): string | undefined {
  switch (put.kind) {
    case 'room':
      return put.id;
    case 'totals':
    case 'featured':
    case 'announcement':
      return put.id === STALL_SCOPE ? undefined : put.id;
    case 'offer':
    case 'order':
      return put.removed ? undefined : put.value.room;
    default:
      return undefined;
  }
}

function inView<T>({ stall, rooms }: Scoped<T>, inRoom: (room: string) => boolean): Scoped<T> {
  return { stall, rooms: Object.fromEntries(Object.entries(rooms).filter(([room]) => inRoom(room))) };
}

/** Takes the content out of an order that is not for the screen. Its key stays, so that every reader counts the same orders. */
function forAir(order: Order): Order {
  if (!order.operatorOnly) return order;
  const { id, orderId, room, status, occurredAt, seq, operatorOnly, synthetic } = order;
  const buyer = { mask: ANONYMOUS_MASK };
  return {
    id,
    orderId,
    room,
    status,
    occurredAt,
    seq,
    operatorOnly,
    lines: [],
    buyer,
    ...(synthetic && { synthetic }),
  };
}
