import type { Order } from '@stallcast/protocol';
import type { TickerState } from './order-ticker.state.js';

/** Makes the rows the store's newest orders; one that is struck on screen stays until its time is up. */
export function mirrorOrders(state: TickerState, now: number): void {
  if (now < state.revealedAt + state.pace.everyMs || !isBehind(state)) return;
  const rows = mirrored(state).map((order) => {
    const row = state.rows.find((each) => each.order.id === order.id);
    return row ?? { key: (state.key += 1), order, struckAt: null, returned: 0, since: now };
  });
  state.rows.splice(0, state.rows.length, ...rows);
  state.revealedAt = now;
  state.version += 1;
}

/** Whether the rows are not yet what the store has. */
export function isBehind(state: TickerState): boolean {
  const wanted = mirrored(state);
  return wanted.length !== state.rows.length || wanted.some(({ id }, index) => state.rows[index]?.order.id !== id);
}

function mirrored(state: TickerState): Order[] {
  const isStruck = ({ id }: Order) => state.rows.some((row) => row.order.id === id && row.struckAt !== null);
  return state.orders
    .filter((order) => state.stands(order) || isStruck(order))
    .slice(-state.pace.rows)
    .reverse();
}
