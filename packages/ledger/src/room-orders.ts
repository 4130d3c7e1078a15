import { KEPT_ORDERS, STALL_SCOPE, type Change, type Order } from '@stallcast/protocol';

/** The newest orders of each room, as its readers keep them: those of a busy room push none of a quiet one away. */
export interface RoomOrders {
  /** Begins again with these, in any order. */
  reset(orders: Iterable<Order>): void;
  /** Takes in what a change of the whole log says of orders. */
  change(change: Change): void;
  /** The orders of a room, lowest `seq` first. */
  of(room: string): Order[];
}

export function createRoomOrders(): RoomOrders {
  let rooms = new Map<string, Map<string, Order>>();
  let roomById = new Map<string, string>();

  function drop(id: string): void {
    const room = roomById.get(id);
    if (room === undefined) return;
    rooms.get(room)?.delete(id);
    roomById.delete(id);
  }

  function keep(order: Order): void {
    drop(order.id);
    const orders = rooms.get(order.room) ?? new Map<string, Order>();
    rooms.set(order.room, orders);
    orders.set(order.id, order);
    roomById.set(order.id, order.room);
    if (orders.size <= KEPT_ORDERS) return;
    let oldest = order;
    for (const other of orders.values()) if (other.seq < oldest.seq) oldest = other;
    drop(oldest.id);
  }

  return {
    reset(orders) {
      rooms = new Map();
      roomById = new Map();
      for (const order of orders) keep(order);
    },

    change({ puts }) {
      for (const put of puts) {
        if (put.kind === 'order') {
          if (put.removed) drop(put.id);
          else keep(put.value);
        } else if (put.kind === 'session' && put.id === STALL_SCOPE && !put.removed) {
          const { sinceSeq } = put.value;
          for (const orders of rooms.values())
            for (const { id, seq } of [...orders.values()]) if (seq < sinceSeq) drop(id);
        }
      }
    },

    of: (room) => [...(rooms.get(room)?.values() ?? [])].sort((a, b) => a.seq - b.seq),
  };
}
