import { KEPT_ORDERS, STALL_SCOPE, type Order, type Scoped, type StallState, type Totals } from '@stallcast/protocol';
import { currentSession, ranked, syntheticMark, type Model } from './model.js';
import { orderOf } from './order-record.js';
import type { OrderRecord } from './records.js';
import { shownStock } from './stock-record.js';
import { totalsOf } from './totals.js';

/** All that readers see of a model: what its puts, folded, come to. */
export function stateOf(model: Model): StallState {
  const { tables } = model;
  const session = currentSession(model);
  const mark = syntheticMark(model);
  const products = ranked(tables.product);

  return {
    session: session.value,
    rooms: [...tables.room.values()].sort((a, b) => a.rank - b.rank).map(({ value, panic }) => ({ ...value, panic })),
    products,
    offers: ranked(tables.offer),
    stocks: products.flatMap((product) => {
      const stock = shownStock(model, product);
      return stock ? [{ ...stock, ...mark }] : [];
    }),
    orders: sessionOrders(model)
      .slice(-KEPT_ORDERS)
      .map((record) => orderOf(record, session)),
    totals: totalsState(model),
    featured: scoped(tables.featured),
    announcements: scoped(tables.announcement),
    alerts: [...tables.alert.values()].map(({ value }) => value),
  };
}

/** The orders that readers keep, of the whole stall or of any one room. */
export function newestOrders(model: Model): Order[] {
  const session = currentSession(model);
  const perRoom = new Map<string, number>();
  const kept: Order[] = [];
  for (const record of sessionOrders(model).reverse()) {
    const room = record.fields.room!.value;
    const count = perRoom.get(room) ?? 0;
    if (count < KEPT_ORDERS) kept.push(orderOf(record, session));
    perRoom.set(room, count + 1);
  }
  return kept;
}

/** The orders of the session that is on, lowest `seq` first. */
function sessionOrders(model: Model): OrderRecord[] {
  const session = currentSession(model).value.id;
  return [...model.tables.order.values()]
    .filter(({ sessionId }) => sessionId === session)
    .sort((a, b) => a.seq - b.seq);
}

function totalsState(model: Model): Scoped<Totals> {
  const rooms = [...model.tables.room.keys()].flatMap((id) => {
    const totals = totalsOf(model, id);
    return totals ? [[id, totals] as const] : [];
  });
  return { stall: totalsOf(model, STALL_SCOPE), rooms: Object.fromEntries(rooms) };
}

function scoped<T>(table: ReadonlyMap<string, T>): Scoped<T> {
  const rooms = [...table].filter(([scope]) => scope !== STALL_SCOPE);
  return { stall: table.get(STALL_SCOPE) ?? null, rooms: Object.fromEntries(rooms) };
}
