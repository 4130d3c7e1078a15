import type { Change, Order } from '@stallcast/protocol';

/** The last put of one order in a change. */
export interface OrderPut {
  version: number;
  order: Order | undefined;
  before: Order | undefined;
}

/** The last put of each order in a change, with what was known of the order. */
export function orderPuts({ puts }: Change, known: (id: string) => Order | undefined): Map<string, OrderPut> {
  const last = new Map<string, OrderPut>();
  for (const put of puts) {
    if (put.kind !== 'order' || (last.get(put.id)?.version ?? -1) > put.version) continue;
    last.set(put.id, { version: put.version, order: put.removed ? undefined : put.value, before: known(put.id) });
  }
  return last;
}
