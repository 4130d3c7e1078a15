import { createMemoryStorage, openLedger } from '@stallcast/ledger';
import { parseFrame, type Change, type Snapshot } from '@stallcast/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asSynthetic, exampleOrder, exampleState, exampleStock } from './example-state.js';
import { createFakeAdapter, type FakeAdapterOptions } from './fake-adapter.js';
import { put, removal } from './put.js';

function setup(options?: FakeAdapterOptions) {
  const fake = createFakeAdapter({ now: () => 0, ...options });
  const heard: [string, unknown?][] = [];
  const start = () =>
    fake.adapter.start({
      snapshot: (snapshot) => heard.push(['snapshot', snapshot]),
      change: (change) => heard.push(['change', change]),
      alive: (position, at) => heard.push(['alive', [position.offset, at]]),
      fault: (error) => heard.push(['fault', error.code]),
    });
  return { fake, heard, start, kinds: () => heard.map(([kind]) => kind) };
}

describe('createFakeAdapter', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says nothing before the first snapshot', () => {
    const { start, heard } = setup();
    start();
    expect(heard).toEqual([]);
  });

  it('delivers a snapshot that was given before the start', () => {
    const { fake, start, heard } = setup();
    fake.snapshot();
    start();
    expect(heard).toEqual([['snapshot', expect.objectContaining({ offset: 1, state: exampleState() })]]);
  });

  it('numbers changes and their puts one after the other', () => {
    const { fake, start, heard } = setup();
    start();
    fake.snapshot();
    fake.change([put('stock', exampleStock({ sellable: 3 })), removal('order', 'woocommerce:9001')]);
    const change = heard[1]?.[1] as Change;
    expect([change.prev, change.offset, change.puts.map(({ version }) => version)]).toEqual([1, 2, [2, 2]]);
  });

  it('tells a later start the state that has come of it all, in one snapshot', () => {
    const { fake, start, heard } = setup();
    start()();
    fake.snapshot();
    fake.change([put('order', exampleOrder()), put('featured', ['pepper'], 'main')]);
    heard.length = 0;
    start();
    const snapshot = heard[0]?.[1] as Snapshot;
    expect(heard).toHaveLength(1);
    expect([snapshot.offset, snapshot.state.orders.length, snapshot.state.featured.rooms]).toEqual([
      2,
      1,
      { main: ['pepper'] },
    ]);
  });

  it('loses what is called while it is silent, and comes back with a snapshot', () => {
    const { fake, start, kinds } = setup();
    start();
    fake.snapshot();
    fake.silence();
    fake.change([put('order', exampleOrder())]);
    fake.ping();
    fake.resume();
    expect(kinds()).toEqual(['snapshot', 'snapshot']);
  });

  it('delivers nothing after the stop', () => {
    const { fake, start, heard } = setup({ pingEveryMs: 10 });
    start()();
    fake.snapshot();
    fake.ping();
    fake.fault();
    expect([heard, fake.running, fake.starts]).toEqual([[], false, 1]);
  });

  it('pings by itself only where told to', () => {
    vi.useFakeTimers();
    const { fake, start, heard } = setup({ pingEveryMs: 5_000 });
    fake.snapshot();
    const stop = start();
    vi.advanceTimersByTime(10_000);
    stop();
    expect(heard.slice(1)).toEqual(Array(2).fill(['alive', [1, '1970-01-01T00:00:00.000Z']]));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('asSynthetic', () => {
  it('marks every value that a widget can show', () => {
    const text = JSON.stringify(asSynthetic(exampleState({ orders: [exampleOrder()] })));
    const { products, stocks, orders, session, totals } = JSON.parse(text) as ReturnType<typeof exampleState>;
    for (const value of [...products, ...stocks, ...orders, session, totals.stall, totals.rooms['main']]) {
      expect(value).toMatchObject({ synthetic: true });
    }
  });
});

describe('exampleState', () => {
  it('is made of values that a ledger and a page take', async () => {
    const { products, offers, stocks } = exampleState();
    const ledger = await openLedger({ stall: 'orchard', storage: createMemoryStorage() });
    const commands = [
      ...products.map((product) => ({ id: `p-${product.id}`, type: 'put-product', product })),
      ...offers.map((offer) => ({ id: `o-${offer.id}`, type: 'put-offer', offer })),
    ];
    for (const command of commands) expect(await ledger.command(command)).toMatchObject({ ok: true });

    const state = exampleState({ orders: [exampleOrder()] });
    const text = JSON.stringify({ v: 1, type: 'snapshot', ...ledger.snapshot(), state });
    expect(parseFrame(text)).toMatchObject({ faults: [], frames: [{ state }] });
    expect(stocks.map(({ sellable }) => sellable)).toEqual([186, 8, 96, 64, 120, 28]);
  });
});
