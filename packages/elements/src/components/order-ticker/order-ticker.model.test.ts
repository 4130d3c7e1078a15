import type { Order } from '@stallcast/protocol';
import { exampleOrder } from '@stallcast/testing';
import { describe, expect, it } from 'vitest';
import { advance, nextTickAt } from './order-ticker.model.js';
import { orderRules, paceOf, type TickerLook } from './order-ticker.pace.js';
import { createTicker, KEPT_IDS, type TickerState } from './order-ticker.state.js';

const WALL = Date.parse('2026-07-01T11:00:00.000Z');

function setup(look: TickerLook = 'toast', rows = 5) {
  const { shows, stands } = orderRules(new Set(['paid']), 'main');
  const state = createTicker(paceOf(look, rows), shows, stands);
  let orders: Order[] = [];
  const keep = (order: Order) => {
    orders = [...orders.filter(({ id }) => id !== order.id), order].sort((a, b) => a.seq - b.seq).slice(-50);
  };
  const known = (id: string) => orders.find((order) => order.id === id);
  return {
    state,
    orders: () => orders,
    jump: (now: number, snapshot: Order[] = orders) => {
      orders = snapshot;
      advance(state, { type: 'jump', orders, wall: WALL + now }, now);
    },
    put: (now: number, ...puts: Order[]) => {
      const arrivals = puts.map((order) => ({ order, before: known(order.id) }));
      puts.forEach(keep);
      advance(state, { type: 'put', arrivals, returned: () => 2 }, now);
    },
    take: (id: string) => (orders = orders.filter((order) => order.id !== id)),
    tick: (now: number) => advance(state, { type: 'tick', orders, wall: WALL + now }, now),
    pause: (now: number, paused: boolean) => advance(state, { type: 'pause', paused }, now),
  };
}

const order = (seq: number, overrides: Partial<Order> = {}) => exampleOrder({ seq, ...overrides });
const cancelled = (seq: number) => order(seq, { status: 'cancelled', reason: 'buyer' });
const onScreen = (state: TickerState) => state.rows.map((row) => row.order.seq);

describe('a toast', () => {
  it('shows nothing of a snapshot anew, and stands on its newest order', () => {
    const { state, jump } = setup();
    jump(0, [order(1), order(2)]);
    expect(onScreen(state)).toEqual([2]);
    expect(state.tally).toMatchObject({ arrivals: 0, shown: 0 });
    expect(nextTickAt(state)).toBe(Infinity);
  });

  it('shows a live order at once', () => {
    const { state, jump, put } = setup();
    jump(0, [order(1)]);
    put(10, order(2));
    expect(onScreen(state)).toEqual([2]);
    expect(state.tally).toMatchObject({ arrivals: 1, shown: 1 });
  });

  it('lets the next one wait for 1.2 s', () => {
    const { state, put, tick } = setup();
    put(0, order(1));
    put(100, order(2));
    expect(onScreen(state)).toEqual([1]);
    expect(nextTickAt(state)).toBe(1_200);
    tick(1_199);
    expect(onScreen(state)).toEqual([1]);
    tick(1_200);
    expect(onScreen(state)).toEqual([2]);
    expect(nextTickAt(state)).toBe(Infinity);
  });

  it('counts what more than can wait, and keeps its row', () => {
    const { state, put } = setup();
    for (let seq = 1; seq <= 38; seq += 1) put(seq * 10, order(seq));
    expect(onScreen(state)).toEqual([1]);
    expect(state.waiting).toEqual([]);
    expect(state.counted).toBe(37);
  });

  it('holds the count 3 s after the surge, then lets it go', () => {
    const { state, put, tick } = setup();
    for (let seq = 1; seq <= 10; seq += 1) put(seq, order(seq));
    tick(4_209);
    expect(state.shownCount).toBe(9);
    expect(nextTickAt(state)).toBe(4_210);
    tick(4_210);
    expect(state.shownCount).toBe(0);
    expect(state.tally.settled).toBe(9);
  });

  it('gives the row to a new order every 12 s of a long surge', () => {
    const { state, put, tick } = setup();
    for (let seq = 1; seq <= 140; seq += 1) {
      put(seq * 100, order(seq));
      tick(seq * 100);
    }
    expect(onScreen(state)).toEqual([121]);
    expect(state.tally.shown).toBe(2);
    expect(state.counted).toBe(138);
  });

  it('never shows one that was cancelled while it waited', () => {
    const { state, put, tick } = setup();
    put(0, order(1));
    put(1, order(2));
    put(2, cancelled(2));
    tick(5_000);
    expect(onScreen(state)).toEqual([1]);
    expect(state.tally).toMatchObject({ arrivals: 2, shown: 1, takenBack: 1 });
  });

  it('takes a cancelled one out of the count, also long after it fell out of the newest fifty', () => {
    const { state, put } = setup();
    for (let seq = 1; seq <= 100; seq += 1) put(seq, order(seq));
    put(300, cancelled(7));
    put(301, cancelled(7));
    expect(state.counted).toBe(98);
  });

  it('strikes one on screen for 2 s, says what came back, and then stands on the newest that holds', () => {
    const { state, jump, put, tick } = setup();
    jump(0, [order(1)]);
    put(10, order(2));
    put(3_000, cancelled(2));
    expect(state.rows[0]).toMatchObject({ struckAt: 3_000, returned: 2 });
    expect(nextTickAt(state)).toBe(5_000);
    tick(5_000);
    expect(onScreen(state)).toEqual([1]);
    expect(state.rows[0]?.struckAt).toBeNull();
  });

  it('does not cut a strike short for the next order', () => {
    const { state, put, tick } = setup();
    put(0, order(1));
    put(1_900, cancelled(1));
    put(2_000, order(2));
    tick(3_000);
    expect(onScreen(state)).toEqual([1]);
    tick(3_900);
    expect(onScreen(state)).toEqual([2]);
  });

  it('patches the row in place when the detail comes later', () => {
    const { state, put } = setup();
    put(0, order(1, { lines: [] }));
    const key = state.rows[0]?.key;
    put(4_000, order(1, { lines: [{ productId: 'peach', qty: 2 }] }));
    expect(state.rows).toHaveLength(1);
    expect(state.rows[0]).toMatchObject({ key, order: { lines: [{ qty: 2 }] } });
    expect(state.tally).toMatchObject({ arrivals: 1, shown: 1 });
  });

  it('shows an order when it is paid, however long ago it was placed', () => {
    const { state, put } = setup();
    put(0, order(1, { status: 'placed' }));
    for (let seq = 2; seq <= 80; seq += 1) put(seq, order(seq, { status: 'placed' }));
    expect(onScreen(state)).toEqual([]);
    put(9_000, order(1));
    expect(onScreen(state)).toEqual([1]);
  });

  it('shows no order twice: not patched, not again paid, not after a resync', () => {
    const { state, jump, put, tick } = setup();
    put(0, order(1));
    put(5_000, cancelled(1));
    tick(8_000);
    put(9_000, order(1));
    jump(10_000);
    put(11_000, order(1));
    expect(state.tally).toMatchObject({ arrivals: 1, shown: 1 });
  });

  it('shows no old order of which it knows nothing but a change', () => {
    const { state, jump } = setup();
    const kept = Array.from({ length: 50 }, (_, index) => order(index + 11));
    jump(0, kept);
    advance(state, { type: 'put', arrivals: [{ order: order(5), before: undefined }] }, 10);
    expect(state.tally.arrivals).toBe(0);
    expect(onScreen(state)).toEqual([60]);
  });

  it('rolls the count at most five times a second', () => {
    const { state, put } = setup();
    const rolls = new Set<number>();
    for (let seq = 1; seq <= 101; seq += 1) {
      put(seq * 10, order(seq));
      rolls.add(state.shownCount);
    }
    rolls.delete(0);
    expect(rolls.size).toBeLessThanOrEqual(5);
  });

  it('drops what waits when it jumps', () => {
    const { state, jump, put, tick } = setup();
    put(0, order(1));
    put(1, order(2));
    put(2, order(3));
    jump(500);
    expect(onScreen(state)).toEqual([3]);
    expect(state.tally.dropped).toBe(2);
    tick(5_000);
    expect(onScreen(state)).toEqual([3]);
  });

  it('reveals nothing while the data is old, and goes on when it is live', () => {
    const { state, put, tick, pause } = setup();
    pause(0, true);
    put(1, order(1));
    tick(5_000);
    expect(onScreen(state)).toEqual([]);
    expect(nextTickAt(state)).toBe(Infinity);
    pause(6_000, false);
    expect(onScreen(state)).toEqual([1]);
  });

  it('lets go of an order that the stall has taken away', () => {
    const { state, put, tick, take } = setup();
    put(0, order(1));
    put(1, order(2));
    take(order(1).id);
    take(order(2).id);
    tick(2_000);
    expect(onScreen(state)).toEqual([]);
    expect(state.tally.takenBack).toBe(1);
  });

  it.each<[string, Partial<Order>]>([
    ['placed only', { status: 'placed' }],
    ['for the operator', { operatorOnly: 'unlisted' }],
    ['of another room', { room: 'north' }],
  ])('shows no order that is %s', (_, overrides) => {
    const { state, put, jump } = setup();
    put(0, order(1, overrides));
    jump(1);
    expect(onScreen(state)).toEqual([]);
    expect(state.tally.arrivals).toBe(0);
  });

  it('stands on no order that is half an hour old', () => {
    const { state, jump, tick } = setup();
    jump(0, [order(1)]);
    tick(30 * 60_000);
    expect(onScreen(state)).toEqual([]);
  });

  it('shows an order whose message came hours late for a moment', () => {
    const { state, put, tick } = setup();
    const late = order(1, { occurredAt: '2026-07-01T09:00:00.000Z' });
    put(0, late);
    tick(9_000);
    expect(onScreen(state)).toEqual([1]);
    tick(10_000);
    expect(onScreen(state)).toEqual([]);
  });

  it('keeps its memory small at thousands of orders a second', () => {
    const { state, put } = setup();
    for (let seq = 1; seq <= 60_000; seq += 1) put(seq / 5, order(seq));
    expect(state.seen.size).toBe(KEPT_IDS);
    expect(state.waiting.length).toBeLessThanOrEqual(3);
    expect(state.rows).toHaveLength(1);
  });
});

describe('ticker rows', () => {
  it('come twice a second, so that nothing flashes, and what is more is counted', () => {
    const { state, put, tick } = setup('ticker', 4);
    for (let at = 0; at < 1_000; at += 10) {
      put(at, order(at / 10 + 1));
      tick(at);
    }
    expect(state.tally.shown).toBe(2);
    expect(state.rows).toHaveLength(2);
    expect(state.counted + state.waiting.length).toBe(98);
  });
});

describe('a list', () => {
  it('has the newest orders, newest first', () => {
    const { state, jump, put, tick } = setup('list', 3);
    jump(0, [order(1), order(2)]);
    expect(onScreen(state)).toEqual([2, 1]);
    put(500, order(3), order(4));
    tick(500);
    expect(onScreen(state)).toEqual([4, 3, 2]);
  });

  it('strikes a cancelled one before it leaves', () => {
    const { state, jump, put, tick } = setup('list', 3);
    jump(0, [order(1), order(2)]);
    put(500, cancelled(1));
    tick(510);
    expect(onScreen(state)).toEqual([2, 1]);
    tick(2_600);
    expect(onScreen(state)).toEqual([2]);
  });

  it('lets go at once of what a new session has taken away', () => {
    const { state, jump, tick, take } = setup('list', 3);
    jump(0, [order(1), order(2)]);
    [1, 2].forEach((seq) => take(order(seq).id));
    tick(10);
    expect(onScreen(state)).toEqual([]);
  });

  it('changes at most five times a second', () => {
    const { state, jump, put, tick } = setup('list', 3);
    jump(0, []);
    put(300, order(1));
    tick(300);
    put(310, order(2));
    tick(310);
    expect(onScreen(state)).toEqual([1]);
    expect(nextTickAt(state)).toBe(500);
    tick(500);
    expect(onScreen(state)).toEqual([2, 1]);
  });
});
