import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold, type Fold } from './fold.js';
import type { Change, Put, Snapshot } from './frame.js';
import type { Order } from './order.js';
import { KEPT_ORDERS, type StallState } from './state.js';

const EPOCH = '01J0000000000000000000000A';
const AT = '2026-07-01T11:00:00.000Z';
const EMPTY: StallState = {
  session: null,
  rooms: [],
  products: [],
  offers: [],
  stocks: [],
  orders: [],
  totals: { stall: null, rooms: {} },
  featured: { stall: null, rooms: {} },
  announcements: { stall: null, rooms: {} },
};
const snapshot = (offset: number, state = EMPTY, epoch = EPOCH): Snapshot => ({
  stall: 's',
  epoch,
  offset,
  at: AT,
  state,
});
const change = (prev: number, offset: number, puts: Put[], epoch = EPOCH): Change => ({
  stall: 's',
  epoch,
  prev,
  offset,
  at: AT,
  puts,
});

const stockPut = (id: string, version: number, sellable: number): Put => ({
  kind: 'stock',
  id,
  version,
  value: {
    productId: id,
    stockFrom: 'ledger',
    onHand: sellable,
    reserved: 0,
    sold: 0,
    sellable,
    oversold: 0,
    quotas: [],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: AT,
    ttlMs: null,
  },
});
const orderPut = (seq: number, version: number): Put => {
  const value: Order = {
    id: `w:${seq}`,
    orderId: `${seq}`,
    lines: [],
    room: 'main',
    status: 'paid',
    buyer: { mask: '王*' },
    occurredAt: AT,
    seq,
  };
  return { kind: 'order', id: value.id, version, value };
};
const sessionPut = (version: number, sinceSeq: number): Put => ({
  kind: 'session',
  id: 'stall',
  version,
  value: { id: `session-${version}`, tz: 'Asia/Shanghai', startsAt: AT, goals: [], sinceSeq },
});

/** A log as a ledger could write it: one change a step, each put with the step's offset as its version. */
const log = fc
  .array(fc.tuple(fc.nat(5), fc.nat(40), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 90 })
  .map((steps) => {
    let sinceSeq = 0;
    const seqs: number[] = [];
    return steps.map(([what, number, many], index) => {
      const offset = index + 1;
      const puts: Put[] = [];
      for (let i = 0; i < many; i++) {
        const id = `p${(number + i) % 4}`;
        const older = seqs[number % Math.max(1, seqs.length)];
        if (what <= 1) puts.push(stockPut(id, offset, number));
        else if (what === 2) puts.push({ kind: 'stock', id, version: offset, removed: true });
        else if (what === 3 && older !== undefined && older >= sinceSeq) puts.push(orderPut(older, offset));
        else if (what === 4 && number === 40 && i === 0) puts.push(sessionPut(offset, (sinceSeq = offset)));
        else if (i === 0) (seqs.push(offset), puts.push(orderPut(offset, offset)));
      }
      return change(offset - 1, offset, [...new Map(puts.map((put) => [`${put.kind}/${put.id}`, put])).values()]);
    });
  });

const sorted = (fold: Fold) => {
  const state = fold.state();
  return { ...state, stocks: [...state.stocks].sort((a, b) => (a.productId < b.productId ? -1 : 1)) };
};
const folded = (changes: Change[], from = snapshot(0)) => {
  const fold = createFold();
  fold.snapshot(from);
  for (const each of changes) expect(fold.change(each)).not.toBe('gap');
  return fold;
};

describe('the fold', () => {
  it('comes to one state from any order of the puts, with duplicates', () => {
    fc.assert(
      fc.property(log, fc.infiniteStream(fc.nat()), (changes, dice) => {
        const puts = changes.flatMap((each) => each.puts);
        const mixed = [...puts, ...puts.slice(0, 20)]
          .map((put) => [dice.next().value as number, put] as const)
          .sort(([a], [b]) => a - b)
          .map(([, put]) => put);
        // Merged changes may carry puts in any order, also ones from after their offset.
        const half = Math.floor(mixed.length / 2);
        const scrambled = createFold();
        scrambled.snapshot(snapshot(0));
        scrambled.change(change(0, 1, mixed.slice(0, half)));
        scrambled.change(change(1, changes.length + 1, mixed.slice(half)));
        expect(sorted(scrambled)).toEqual(sorted(folded(changes)));
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same state from a snapshot at any point and the rest', () => {
    fc.assert(
      fc.property(log, fc.nat(), (changes, at) => {
        const cut = at % (changes.length + 1);
        const early = folded(changes.slice(0, cut));
        const late = folded(changes.slice(cut), snapshot(cut, early.state()));
        expect(sorted(late)).toEqual(sorted(folded(changes)));
      }),
      { numRuns: 300 },
    );
  });

  it('lets nothing at or below a snapshot back in, also for keys that the snapshot lacks', () => {
    const fold = createFold();
    fold.snapshot(snapshot(5));
    expect(fold.change(change(5, 9, [stockPut('p1', 4, 9), stockPut('p2', 6, 3)]))).toEqual([
      { kind: 'stock', id: 'p2' },
    ]);
    expect(fold.get('stock', 'p1')).toBeUndefined();
  });

  it('keeps a late put from raising a stock that has fallen since', () => {
    const fold = folded([change(0, 3, [stockPut('p1', 3, 2)])]);
    expect(fold.change(change(3, 4, [stockPut('p1', 2, 50)]))).toEqual([]);
    expect(fold.get('stock', 'p1')?.sellable).toBe(2);
  });

  it('keeps what was removed from coming back by an older put', () => {
    const fold = folded([change(0, 3, [{ kind: 'stock', id: 'p1', version: 3, removed: true }])]);
    fold.change(change(3, 4, [stockPut('p1', 2, 50)]));
    expect(fold.get('stock', 'p1')).toBeUndefined();
  });

  it('ignores what it has and tells a gap', () => {
    const fold = folded([change(0, 3, [stockPut('p1', 3, 2)])]);
    expect(fold.change(change(1, 3, [stockPut('p1', 3, 7)]))).toBe('ignored');
    expect(fold.change(change(4, 5, [stockPut('p1', 5, 7)]))).toBe('gap');
    expect(fold.change(change(3, 4, [stockPut('p1', 4, 7)], '01J0000000000000000000000B'))).toBe('gap');
    expect(fold.change(change(3, 4, [stockPut('p1', 4, 7)], '01H0000000000000000000000A'))).toBe('ignored');
    expect(fold.position).toEqual({ epoch: EPOCH, offset: 3 });
    expect(fold.get('stock', 'p1')?.sellable).toBe(2);
    expect(createFold().change(change(0, 1, []))).toBe('gap');
  });

  it('never raises a stock by late data: whatever came before comes again, nothing changes', () => {
    fc.assert(
      fc.property(log, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (changes, picks) => {
        const fold = folded(changes);
        const before = sorted(fold);
        const { length } = changes;
        const late = picks.flatMap((pick) => changes[pick % length]?.puts ?? []);
        // Under positions that it has, and under one that is new.
        for (const pick of picks) fold.change(changes[pick % length] ?? change(0, 0, []));
        expect(sorted(fold)).toEqual(before);
        expect(fold.change(change(length, length + 1, late))).not.toBe('gap');
        expect(sorted(fold)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same from any offset on, by what is sent again and by what is merged', () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.nat(), (changes, at, back) => {
        const cut = at % (changes.length + 1);
        const from = Math.max(0, cut - (back % 8));
        const resumed = folded(changes.slice(0, cut));
        // A relay that merges tells of more than was missed.
        const puts = new Map(changes.slice(from).flatMap((each) => each.puts.map((put) => [put.kind + put.id, put])));
        if (from < changes.length) resumed.change(change(from, changes.length, [...puts.values()]));
        expect(sorted(resumed)).toEqual(sorted(folded(changes)));
      }),
      { numRuns: 300 },
    );
  });

  it('does not bring a product back by its late stock', () => {
    const removed: Put[] = [
      { kind: 'product', id: 'p1', version: 3, removed: true },
      { kind: 'stock', id: 'p1', version: 3, removed: true },
    ];
    const fold = folded([change(0, 1, [stockPut('p1', 1, 9)]), change(1, 3, removed)]);
    expect(fold.change(change(3, 4, [stockPut('p1', 2, 8)]))).toEqual([]);
    expect(fold.get('stock', 'p1')).toBeUndefined();
    // Put on the shelf again it is a new figure.
    fold.change(change(4, 5, [stockPut('p1', 5, 4)]));
    expect(fold.get('stock', 'p1')?.sellable).toBe(4);
  });

  it('takes what changed of an order that it never saw for the order, in its place by seq', () => {
    const fold = folded([change(0, 7, [orderPut(7, 7)]), change(7, 8, [orderPut(5, 8)])]);
    expect(fold.all('order').map(({ seq }) => seq)).toEqual([5, 7]);
  });

  it('leaves kinds of the future alone', () => {
    const fold = folded([]);
    expect(fold.change(change(0, 1, [{ kind: 'coupon', id: 'x', version: 1, value: {} } as unknown as Put]))).toEqual(
      [],
    );
  });

  it('keeps the newest orders and those of the current session only', () => {
    const orders = Array.from({ length: 80 }, (_, index) => change(index, index + 1, [orderPut(index + 1, index + 1)]));
    const fold = folded(orders);
    expect(fold.all('order').map(({ seq }) => seq)).toEqual(
      Array.from({ length: KEPT_ORDERS }, (_, index) => 31 + index),
    );
    fold.change(change(80, 81, [sessionPut(81, 81)]));
    expect(fold.all('order')).toEqual([]);
  });
});
