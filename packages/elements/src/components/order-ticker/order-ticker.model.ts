/*
 * What of the paid orders is on the ticker. No clock, no DOM: `advance` is told everything.
 *
 *   arrival ─┬─▶ row ───────────────┬──▶ left for a later one
 *            │    ▲                 └──▶ struck (cancelled) ──2 s──▶ off
 *            ├─▶ waiting ─────────────▶ taken back
 *            │    │ more than can wait
 *            └────┴▶ counted in "+N" ─▶ taken back, or settled when the surge is over
 *
 * Exactness: arrivals = shown + waiting + counted + settled + taken back + dropped, after every event.
 */
import type { Order } from '@stallcast/protocol';
import type { OrderArrival } from '@stallcast/store';
import { isBehind, mirrorOrders } from './order-ticker.mirror.js';
import {
  KEPT_IDS,
  LEAST_MS,
  ROLL_MS,
  STRIKE_MS,
  SURGE_GAP_MS,
  SURGE_HOLD_MS,
  type Row,
  type TickerEvent,
  type TickerState,
} from './order-ticker.state.js';

/** Takes one event in at `now`, ms of a clock that only grows. */
export function advance(state: TickerState, event: TickerEvent, now: number): TickerState {
  switch (event.type) {
    case 'put': {
      const arrivals = [...event.arrivals].sort((a, b) => a.order.seq - b.order.seq);
      for (const arrival of arrivals) take(state, arrival, event.returned, now);
      break;
    }
    case 'jump':
      jump(state, event.orders, event.wall, now);
      break;
    case 'pause':
      state.paused = event.paused;
      break;
    case 'tick':
      expire(state, event.orders, event.wall, now);
      break;
  }
  if (!state.pace.mirrors) revealWaiting(state, now);
  rollCount(state, now);
  return state;
}

/** When `tick` has something to do again, on the clock of `advance`; Infinity: not by itself. */
export function nextTickAt(state: TickerState): number {
  let at = Infinity;
  if (state.waiting.length > 0 && !state.paused) at = Math.min(at, revealAt(state, state.pace.everyMs));
  if (state.counted > 0) at = Math.min(at, state.countedAt + SURGE_GAP_MS + SURGE_HOLD_MS);
  if (state.counted !== state.shownCount) at = Math.min(at, state.rolledAt + ROLL_MS);
  for (const row of state.rows) if (row.struckAt !== null) at = Math.min(at, row.struckAt + STRIKE_MS);
  if (state.pace.mirrors && isBehind(state)) at = Math.min(at, state.revealedAt + state.pace.everyMs);
  return at;
}

function take(
  state: TickerState,
  { order, before }: OrderArrival,
  returned: ((order: Order) => number) | undefined,
  now: number,
): void {
  const row = state.rows.find((each) => each.order.id === order.id);
  if (row) patchRow(state, row, order, returned, now);
  const seen = state.seen.get(order.id);
  if (seen) {
    takeBackUnseen(state, order, seen, now);
    return;
  }
  const isOld = before ? state.stands(before) : order.seq <= state.baseline;
  if (row || isOld || state.pace.mirrors || !state.shows(order)) return;

  state.tally.arrivals += 1;
  remember(state, order);
  revealWaiting(state, now);
  if (state.waiting.length === 0 && canReveal(state, now)) reveal(state, order, now);
  else if (!isSurging(state, now) && state.waiting.length < state.pace.waiting) state.waiting.push(order);
  else {
    for (const each of [...state.waiting.splice(0), order]) count(state, each.id);
    state.countedAt = now;
  }
}

function patchRow(
  state: TickerState,
  row: Row,
  order: Order,
  returned: ((order: Order) => number) | undefined,
  now: number,
): void {
  const stands = state.stands(order);
  row.order = order;
  state.version += 1;
  if (stands) row.struckAt = null;
  else if (order.status !== 'cancelled' && order.status !== 'refunded') removeRow(state, row);
  else if (row.struckAt === null) {
    row.struckAt = now;
    row.returned = returned?.(order) ?? 0;
  }
}

/** Takes back what has not had a row: it will never have one. */
function takeBackUnseen(state: TickerState, order: Order, seen: { surge: number }, now: number): void {
  const index = state.waiting.findIndex(({ id }) => id === order.id);
  if (state.stands(order)) {
    if (index >= 0) state.waiting[index] = order;
    return;
  }
  if (index >= 0) {
    state.waiting.splice(index, 1);
    state.tally.takenBack += 1;
  } else if (seen.surge === state.surge) {
    seen.surge = 0;
    state.counted -= 1;
    state.tally.takenBack += 1;
    if (state.counted === 0) endSurge(state);
    else rollCount(state, now);
  }
}

/** Shows what is true now, at once. Nothing that waited is shown later. */
function jump(state: TickerState, orders: readonly Order[], wall: number, now: number): void {
  state.tally.dropped += state.waiting.length;
  state.waiting.length = 0;
  endSurge(state);
  state.baseline = orders.reduce((highest, { seq }) => Math.max(highest, seq), 0);
  state.rows.length = 0;
  state.countedAt = -Infinity;
  state.orders = orders;
  refill(state, wall);
  if (state.pace.mirrors) state.revealedAt = now;
  state.jumps += 1;
  state.version += 1;
}

function expire(state: TickerState, orders: readonly Order[], wall: number, now: number): void {
  if (state.counted > 0 && now >= state.countedAt + SURGE_GAP_MS + SURGE_HOLD_MS) endSurge(state);
  if (orders !== state.orders) {
    state.orders = orders;
    // What the stall has taken away, as a new session does, waits for no beat.
    for (const row of [...state.rows]) if (isGone(row.order, orders)) removeRow(state, row);
    for (const order of state.waiting.filter((each) => isGone(each, orders))) {
      state.waiting.splice(state.waiting.indexOf(order), 1);
      state.tally.takenBack += 1;
    }
  }
  if (state.pace.mirrors) mirrorOrders(state, now);
  for (const row of [...state.rows]) {
    const isStruckOut = row.struckAt !== null && now >= row.struckAt + STRIKE_MS;
    // A message that came hours late is shown for a moment all the same.
    const isOld = isStale(state, row.order, wall) && now >= row.since + LEAST_MS;
    if (isStruckOut || isOld) removeRow(state, row);
  }
  if (state.pace.mirrors) return;
  revealWaiting(state, now);
  if (refill(state, wall)) state.revealedAt = now;
}

/** Whether the stall has taken an order away, rather than let it fall out of the newest fifty. */
function isGone(order: Order, orders: readonly Order[]): boolean {
  const oldest = orders[0];
  return (!oldest || order.seq >= oldest.seq) && !orders.some(({ id }) => id === order.id);
}

/** Fills empty rows with the newest orders that stand. One of a surge's leaves its count for the only row. */
function refill(state: TickerState, wall: number): boolean {
  let isFilled = false;
  for (let at = state.orders.length - 1; at >= 0 && state.rows.length < state.pace.rows; at -= 1) {
    const order = state.orders[at] as Order; // The loop keeps to the list.
    if (!state.stands(order) || isStale(state, order, wall)) continue;
    if (state.rows.some((row) => row.order.id === order.id)) continue;
    if (state.waiting.some(({ id }) => id === order.id)) continue;
    const seen = state.seen.get(order.id);
    if (seen?.surge === state.surge) {
      if (state.rows.length > 0) continue;
      seen.surge = 0;
      state.counted -= 1;
      state.tally.shown += 1;
      if (state.counted === 0) endSurge(state);
    }
    insertRow(state, order);
    isFilled = true;
  }
  return isFilled;
}

function isStale(state: TickerState, { occurredAt }: Order, wall: number): boolean {
  return wall - Date.parse(occurredAt) >= state.pace.staleMs;
}

/** When a row may be revealed: on the beat, and not while the only row is being struck. */
function revealAt(state: TickerState, everyMs: number): number {
  const { rows, revealedAt } = state;
  const struckAt = state.pace.rows === 1 ? (rows[0]?.struckAt ?? -Infinity) : -Infinity;
  return Math.max(revealedAt + everyMs, struckAt + STRIKE_MS);
}

function canReveal(state: TickerState, now: number): boolean {
  const { everyMs, surgeEveryMs, rows } = state.pace;
  // A row that ran out in a surge is not left empty for the surge's long beat.
  const isHeld = isSurging(state, now) && state.rows.length === rows;
  return !state.paused && now >= revealAt(state, isHeld ? surgeEveryMs : everyMs);
}

function isSurging(state: TickerState, now: number): boolean {
  return now < state.countedAt + SURGE_GAP_MS;
}

function revealWaiting(state: TickerState, now: number): void {
  if (state.waiting.length === 0 || !canReveal(state, now)) return;
  reveal(state, state.waiting.shift() as Order, now);
}

function reveal(state: TickerState, order: Order, now: number): void {
  state.tally.shown += 1;
  state.revealedAt = now;
  state.rows.unshift({ key: (state.key += 1), order, struckAt: null, returned: 0, since: now });
  state.rows.length = Math.min(state.rows.length, state.pace.rows);
  state.version += 1;
}

/** Puts an order that was on screen before, or came with a snapshot, in its place by age. */
function insertRow(state: TickerState, order: Order): void {
  const row = { key: (state.key += 1), order, struckAt: null, returned: 0, since: -Infinity };
  const index = state.rows.findIndex((each) => each.order.seq < order.seq);
  state.rows.splice(index < 0 ? state.rows.length : index, 0, row);
  state.version += 1;
}

function removeRow(state: TickerState, row: Row): void {
  state.rows.splice(state.rows.indexOf(row), 1);
  state.version += 1;
}

function count(state: TickerState, id: string): void {
  const seen = state.seen.get(id);
  if (seen) seen.surge = state.surge;
  state.counted += 1;
}

/** Ends the count of a surge: its orders can no more be taken back from it. */
function endSurge(state: TickerState): void {
  if (state.counted > 0 || state.shownCount > 0) state.version += 1;
  state.tally.settled += state.counted;
  state.counted = 0;
  state.shownCount = 0;
  state.surge += 1;
}

function rollCount(state: TickerState, now: number): void {
  if (state.counted === state.shownCount || now < state.rolledAt + ROLL_MS) return;
  state.shownCount = state.counted;
  state.rolledAt = now;
  state.version += 1;
}

function remember(state: TickerState, { id, seq }: Order): void {
  state.seen.set(id, { seq, surge: 0 });
  if (state.seen.size <= KEPT_IDS) return;
  const [oldest] = state.seen;
  if (!oldest) return;
  state.seen.delete(oldest[0]);
  state.baseline = Math.max(state.baseline, oldest[1].seq);
  // A count that could no more be corrected begins anew.
  if (oldest[1].surge === state.surge) endSurge(state);
}
