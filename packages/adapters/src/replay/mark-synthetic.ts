import type { Change, Put, Scoped, Snapshot } from '@stallcast/protocol';

/** Marks all that a change brings, so that nothing of a replay is ever shown as real. */
export function markChange(change: Change): Change {
  return { ...change, puts: change.puts.map(markPut) };
}

/** Marks all that a snapshot holds. */
export function markSnapshot(snapshot: Snapshot): Snapshot {
  const { session, rooms, products, offers, stocks, orders, totals, announcements } = snapshot.state;
  return {
    ...snapshot,
    state: {
      ...snapshot.state,
      session: session && mark(session),
      rooms: rooms.map(mark),
      products: products.map(mark),
      offers: offers.map(mark),
      stocks: stocks.map(mark),
      orders: orders.map(mark),
      totals: markScopes(totals),
      announcements: markScopes(announcements),
    },
  };
}

function markPut(put: Put): Put {
  // What is featured is a list of ids: the products that they name bear the mark.
  if (put.removed || put.kind === 'featured') return put;
  return { ...put, value: mark(put.value) } as Put; // A spread over a union widens it.
}

function mark<T extends object>(value: T): T & { synthetic: true } {
  return { ...value, synthetic: true };
}

function markScopes<T extends object>({ stall, rooms }: Scoped<T>): Scoped<T> {
  return {
    stall: stall && mark(stall),
    rooms: Object.fromEntries(Object.entries(rooms).map(([room, value]) => [room, mark(value)])),
  };
}
