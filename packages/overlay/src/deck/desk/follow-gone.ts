import type { Order, OrderStatus } from '@stallcast/protocol';
import type { OrderArrival, RoomStore } from '@stallcast/store';
import { atom, type WritableAtom } from 'nanostores';

/** How many orders that were lost are told at once. */
const KEPT = 5;

const STANDS: ReadonlySet<OrderStatus> = new Set(['placed', 'paid', 'partially-refunded']);

/** Keeps the orders that were cancelled or refunded while this deck looked on, the newest first, until they are cleared away. */
export function followGone(store: RoomStore): WritableAtom<readonly Order[]> {
  const $gone = atom<readonly Order[]>([]);
  store.onOrders((arrivals: readonly OrderArrival[]) => {
    const gone = arrivals.filter(({ order, before }) => before && STANDS.has(before.status) && isGone(order));
    if (gone.length === 0) return;
    const orders = gone.map(({ order }) => order).reverse();
    const ids = new Set(orders.map(({ id }) => id));
    $gone.set([...orders, ...$gone.get().filter(({ id }) => !ids.has(id))].slice(0, KEPT));
  });
  return $gone;
}

function isGone({ status }: Order): boolean {
  return status === 'cancelled' || status === 'refunded';
}
