import {
  AdapterError,
  type Adapter,
  type Order,
  type Put,
  type Sink,
  type StallState,
  type Stock,
  type Totals,
} from '@stallcast/protocol';
import { describe, expect, it, vi } from 'vitest';
import type { Clock } from './clock.js';
import { keepState } from './keep-state.js';
import { createRoomStore, type OrderArrival, type RoomStoreOptions } from './room-store.js';

const START = Date.parse('2026-07-01T11:00:00.000Z');
const EPOCH = '01J0000000000000000000000A';

const stock = (sellable: number, fields: Partial<Stock> = {}): Stock => ({
  productId: 'peach',
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
  observedAt: new Date(START).toISOString(),
  ttlMs: null,
  ...fields,
});
const order = (seq: number, fields: Partial<Order> = {}): Order => ({
  id: `w:${seq}`,
  orderId: `${seq}`,
  lines: [{ productId: 'peach', qty: 1 }],
  room: 'main',
  status: 'paid',
  buyer: { mask: '王*' },
  occurredAt: new Date(START).toISOString(),
  seq,
  ...fields,
});
const state = (fields: Partial<StallState> = {}): StallState => ({
  session: null,
  rooms: [{ id: 'main', title: '', commerce: true, panic: false }],
  products: [],
  offers: [],
  stocks: [],
  orders: [],
  totals: { stall: null, rooms: {} },
  featured: { stall: null, rooms: {} },
  announcements: { stall: null, rooms: {} },
  ...fields,
});

function setup(options: RoomStoreOptions = {}) {
  let now = 0;
  let wallShift = 0;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    wall: () => START + now + wallShift,
    monotonic: () => now,
    setTimeout: (run, ms) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return timer;
    },
    clearTimeout: (timer) => {
      timers = timers.filter((each) => each !== timer);
    },
  };
  let sink: Sink | null = null;
  const stopped = vi.fn();
  const adapter: Adapter = {
    name: 'a test',
    silenceMs: 9_000,
    start(given) {
      sink = given;
      return stopped;
    },
  };
  const store = createRoomStore(adapter, { clock, ...options });
  let offset = 0;
  const at = () => new Date(START + now).toISOString();

  return {
    store,
    stopped,
    timers: () => timers.length,
    jumpWall: (ms: number) => (wallShift += ms),
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
    snapshot(fields: Partial<StallState> = {}, from = offset) {
      offset = from;
      sink?.snapshot({ stall: 's', epoch: EPOCH, offset, at: at(), state: state(fields) });
    },
    change(...puts: (Omit<Put, 'version'> & { value?: unknown })[]) {
      offset += 1;
      sink?.change({
        stall: 's',
        epoch: EPOCH,
        prev: offset - 1,
        offset,
        at: at(),
        puts: puts.map((put) => ({ version: offset, ...put })) as Put[],
      });
    },
    ping: (announced = offset, lateMs = 0) =>
      sink?.alive({ epoch: EPOCH, offset: announced }, new Date(START + now - lateMs).toISOString()),
    fault: (error: AdapterError) => sink?.fault(error),
  };
}

describe('createRoomStore', () => {
  it('knows nothing before the first snapshot, also when it hears from the server', () => {
    const { store, ping, pass } = setup();
    store.start();
    ping();
    pass(20_000);
    expect(store.$freshness.get()).toEqual({ level: 'waiting', heardAt: null, ageMs: 0 });
    expect(store.$stock('peach').get()).toBeNull();
    expect(store.$totals.get()).toBeNull();
  });

  it('knows the totals of every scope, and all stocks', () => {
    const { store, snapshot, change } = setup();
    store.start();
    const totals = (netOrders: number) => ({ netOrders }) as Totals;
    snapshot({ stocks: [stock(5)], totals: { stall: totals(3), rooms: { main: totals(1) } } });
    const all = store.$totalsOf('stall');
    expect([all.get(), store.$totalsOf('main').get(), store.$totalsOf('gone').get()]).toEqual([
      totals(3),
      totals(1),
      null,
    ]);
    expect(store.$totals.get()).toEqual(totals(1));
    change({ kind: 'totals', id: 'stall', value: totals(4) }, { kind: 'stock', id: 'peach', value: stock(4) });
    expect(all.get()).toEqual(totals(4));
    expect(store.$stocks.get().map(({ sellable }) => sellable)).toEqual([4]);
  });

  it('applies all puts of a change before anyone hears of the order', () => {
    const { store, snapshot, change } = setup();
    store.start();
    snapshot({ stocks: [stock(5)] });
    const seen: [number | null | undefined, OrderArrival[]][] = [];
    store.onOrders((arrivals) => seen.push([store.$stock('peach').get()?.sellable, [...arrivals]]));
    change({ kind: 'order', id: 'w:1', value: order(1) }, { kind: 'stock', id: 'peach', value: stock(4) });
    expect(seen).toEqual([[4, [{ order: order(1), before: undefined }]]]);
    change({ kind: 'order', id: 'w:1', value: order(1, { status: 'cancelled' }) });
    expect(seen[1]?.[1]).toEqual([{ order: order(1, { status: 'cancelled' }), before: order(1) }]);
  });

  it('tells every order of a merged change, and the end of one that is no more among those kept', () => {
    const { store, snapshot, change } = setup();
    store.start();
    snapshot();
    const heard: OrderArrival[] = [];
    store.onOrders((arrivals) => heard.push(...arrivals));
    change(
      ...Array.from({ length: 120 }, (_, i) => ({ kind: 'order', id: `w:${i + 1}`, value: order(i + 1) }) as const),
    );
    expect(heard).toHaveLength(120);
    expect(store.$orders.get()).toHaveLength(50);
    change({ kind: 'order', id: 'w:7', value: order(7, { status: 'cancelled' }) });
    expect(heard.at(-1)).toEqual({ order: order(7, { status: 'cancelled' }), before: undefined });
  });

  it('tells no orders of a snapshot, and counts it', () => {
    const { store, snapshot } = setup();
    store.start();
    const heard = vi.fn();
    store.onOrders(heard);
    snapshot({ orders: [order(1)] });
    expect(heard).not.toHaveBeenCalled();
    expect(store.$orders.get()).toEqual([order(1)]);
    expect(store.$resync.get()).toBe(1);
  });

  it('is stale after silence, offline after a minute, and live again by itself', () => {
    const { store, snapshot, ping, pass } = setup();
    store.start();
    snapshot();
    pass(9_000);
    expect(store.$freshness.get().level).toBe('live');
    pass(500);
    expect(store.$freshness.get()).toMatchObject({ level: 'stale', heardAt: START });
    pass(55_000);
    expect(store.$freshness.get().level).toBe('offline');
    ping();
    expect(store.$freshness.get().level).toBe('live');
  });

  it('is stale where news comes, but comes late: what a slow line holds back is old when it comes', () => {
    const { store, snapshot, ping, pass } = setup();
    store.start();
    snapshot();
    const levels: string[] = [];
    store.$freshness.listen(({ level }) => levels.push(level));
    for (let lateMs = 0; lateMs < 20_000; lateMs += 1_000) (pass(2_000), ping(undefined, lateMs));
    expect(levels.slice(0, 1)).toEqual(['stale']);
    expect(store.$freshness.get()).toMatchObject({ level: 'stale' });
    ping();
    expect(store.$freshness.get().level).toBe('live');
    ping(undefined, 30_000);
    pass(8_999);
    expect(store.$freshness.get().level).toBe('live');
  });

  it('repaints the age every 10 s in the first minute, then once a minute, and never while live', () => {
    const { store, snapshot, ping, pass } = setup();
    store.start();
    snapshot();
    const ages: number[] = [];
    store.$freshness.listen(({ ageMs }) => ages.push(Math.round(ageMs / 1000)));
    for (let i = 0; i < 20; i++) (pass(5_000), ping());
    expect(ages).toEqual([]);
    pass(200_000);
    expect(ages).toEqual([9, 10, 20, 30, 40, 50, 60, 120, 180]);
  });

  it('does not take a sign of life at another position for freshness', () => {
    const { store, snapshot, ping, pass } = setup();
    store.start();
    snapshot();
    pass(8_000);
    ping(7);
    pass(2_000);
    expect(store.$freshness.get().level).toBe('stale');
  });

  it('does not trust a wall clock that was set back', () => {
    const { store, snapshot, pass, jumpWall } = setup();
    store.start();
    snapshot();
    jumpWall(-3_600_000);
    pass(10_000);
    expect(store.$freshness.get().level).toBe('stale');
    expect(store.now()).toBe(START + 10_000);
  });

  it('notices by the wall clock that the computer has slept', () => {
    const { store, snapshot, jumpWall } = setup();
    store.start();
    snapshot();
    jumpWall(30_000);
    store.refresh();
    expect(store.$freshness.get()).toMatchObject({ level: 'stale', ageMs: 30_000 });
  });

  it("counts a source's figure as stale by its own time, while the line is live", () => {
    const { store, snapshot, ping, pass } = setup();
    store.start();
    snapshot({ stocks: [stock(5, { stockFrom: 'shopify', ttlMs: 12_000 })] });
    const $age = store.$stockFreshness('peach');
    expect($age.get().level).toBe('live');
    for (let i = 0; i < 3; i++) (pass(5_000), ping());
    expect(store.$freshness.get().level).toBe('live');
    expect($age.get().level).toBe('stale');
  });

  it('keeps its state and goes stale after a gap', () => {
    const { store, snapshot, pass, fault, ping } = setup();
    store.start();
    snapshot({ stocks: [stock(5)] });
    fault(new AdapterError('unreachable', 'no line'));
    expect(store.$fault.get()?.code).toBe('unreachable');
    pass(20_000);
    expect(store.$stock('peach').get()?.sellable).toBe(5);
    ping();
    expect(store.$fault.get()).toBeNull();
  });

  it("prefers its room's own offer, featured and announcement", () => {
    const { store, snapshot, change } = setup({ room: 'north' });
    const price = { minor: 1, currency: 'CNY', exponent: 2 } as const;
    store.start();
    snapshot({
      rooms: [
        { id: 'main', title: '', commerce: true, panic: true },
        { id: 'north', title: '', commerce: true, panic: false },
      ],
      offers: [
        { id: 'a', productId: 'peach', price },
        { id: 'b', productId: 'peach', room: 'north', price: null },
      ],
      featured: { stall: ['melon'], rooms: { north: ['peach'] } },
    });
    expect(store.$offer('peach').get()?.id).toBe('b');
    expect(store.$featured.get()).toEqual(['peach']);
    expect(store.$panic.get()).toBe(false);
    change(
      { kind: 'featured', id: 'north', removed: true } as never,
      { kind: 'offer', id: 'b', removed: true } as never,
    );
    expect(store.$offer('peach').get()?.id).toBe('a');
    expect(store.$featured.get()).toEqual(['melon']);
  });

  it('tells one key only of its own changes', () => {
    const { store, snapshot, change } = setup();
    store.start();
    snapshot({ stocks: [stock(5)] });
    const heard = vi.fn();
    store.$stock('melon').listen(heard);
    change({ kind: 'stock', id: 'peach', value: stock(4) });
    expect(heard).not.toHaveBeenCalled();
  });

  it('closes the adapter and its timer with the last stop', () => {
    const { store, snapshot, stopped, timers } = setup();
    store.start();
    store.start();
    snapshot();
    store.stop();
    expect(stopped).not.toHaveBeenCalled();
    store.stop();
    expect(stopped).toHaveBeenCalledOnce();
    expect(timers()).toBe(0);
  });
});

describe('a state that was kept', () => {
  const kept = (agoMs: number) => {
    const earlier = setup();
    earlier.store.start();
    earlier.snapshot({ stocks: [stock(7)] }, 4);
    const { snapshot } = keepState(earlier.store, 'orchard') ?? {};
    if (!snapshot) throw new Error('Expected a state to keep.');
    return { snapshot, heardAt: START - agoMs };
  };

  it('is there at once and counts as old, however young it is', () => {
    const { store, pass, timers } = setup({ kept: kept(0) });
    expect([store.$stock('peach').get()?.sellable, store.$resync.get()]).toEqual([7, 1]);
    expect(store.$freshness.get()).toEqual({ level: 'stale', heardAt: START, ageMs: 0 });
    expect(timers()).toBe(0);
    store.start();
    pass(61_000);
    expect(store.$freshness.get().level).toBe('offline');
  });

  it('counts its age by this computer’s clock, from when it was heard', () => {
    expect(setup({ kept: kept(30_000) }).store.$freshness.get()).toMatchObject({ level: 'stale', ageMs: 30_000 });
    expect(setup({ kept: kept(-30_000) }).store.$freshness.get()).toMatchObject({ level: 'stale', ageMs: 0 });
  });

  it('goes on with the server’s time as the earlier page knew it, until the server says', () => {
    const { snapshot } = kept(0);
    const dayAhead = { ...snapshot, at: new Date(START - 86_400_000).toISOString() };
    const { store, snapshot: arrive, pass } = setup({ kept: { snapshot: dayAhead, heardAt: START - 5_000 } });
    expect(store.now()).toBe(START - 86_400_000 + 5_000);
    store.start();
    pass(1_000);
    arrive();
    expect(store.now()).toBe(START + 1_000);
  });

  it('gives way to the first snapshot, also one of an earlier position, and is live from then on', () => {
    const { store, snapshot, ping } = setup({ kept: kept(1_000) });
    store.start();
    ping(4);
    expect(store.$freshness.get().level, 'a sign of life says nothing of what was kept').toBe('stale');
    snapshot({ stocks: [stock(3)] }, 2);
    expect([store.$stock('peach').get()?.sellable, store.$freshness.get().level]).toEqual([3, 'live']);
    expect(store.position).toEqual({ epoch: EPOCH, offset: 2 });
  });

  it('keeps its age when it is kept again', () => {
    const { store, pass } = setup({ kept: kept(5_000) });
    store.start();
    pass(2_000);
    expect(keepState(store, 'orchard')?.heardAt).toBe(START - 5_000);
    expect(keepState(setup().store, 'orchard')).toBeNull();
  });
});
