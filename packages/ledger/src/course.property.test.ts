import type { OrderEvent, OrderStatus, Totals } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_STEPS } from './course.js';
import { openStall, orderEvent, START, yuan } from './stall.fixture.js';

const MINUTE = 60_000;

/** What a shop tells of one of a few orders, and for how long nothing happens after it. */
const told = fc.record({
  order: fc.nat(9),
  status: fc.constantFrom<OrderStatus>('placed', 'paid', 'partially-refunded', 'refunded', 'cancelled'),
  room: fc.constantFrom('main', 'north'),
  minor: fc.integer({ min: 0, max: 100_000 }),
  /** From before the session to after what can be. */
  occurred: fc.integer({ min: -60, max: 3_000 }),
  version: fc.nat(5),
  waitMinutes: fc.oneof(fc.nat(12), fc.nat(600)),
});

describe('the timeline of totals', () => {
  it('sums up to them, in few steps, and is the same from the orders alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(told, { maxLength: 25 }), async (messages) => {
        const stall = await openStall();
        for (const [index, { order, status, room, minor, occurred, version, waitMinutes }] of messages.entries()) {
          const event: Partial<OrderEvent> = {
            eventId: `${index}`,
            status,
            room,
            total: yuan(minor),
            refunded: yuan(Math.floor(minor / 3)),
            occurredAt: new Date(START + occurred * MINUTE).toISOString(),
            sourceVersion: START + version,
          };
          await stall.accept(orderEvent(`o${order}`, event));
          stall.wait(waitMinutes * MINUTE);
        }
        const last = stall.changes.flatMap(({ puts }) => puts).filter(({ kind }) => kind === 'totals');
        const again = await stall.open();
        for (const scope of ['stall', 'main', 'north']) {
          const totals = stall.totals(scope)!;
          expectSums(totals);
          const { stall: all, rooms } = again.snapshot().state.totals;
          expect(scope === 'stall' ? all : rooms[scope], 'as made from the orders alone').toEqual(totals);
          const put = last.filter(({ id }) => id === scope).pop();
          if (put) expect(put.value, 'as put last').toEqual(totals);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('begins with steps of five minutes and doubles them as the evening grows', async () => {
    const { accept, wait, totals } = await openStall();
    await accept(orderEvent('1'));
    expect(totals()!.timeline).toEqual({
      from: new Date(START).toISOString(),
      stepMs: 5 * MINUTE,
      orders: [1],
      net: [3_990],
    });
    wait(119 * MINUTE);
    const at = (minutes: number) => ({ occurredAt: new Date(START + minutes * MINUTE).toISOString() });
    await accept(orderEvent('2', at(119)));
    expect(totals()!.timeline!.orders).toHaveLength(24);
    wait(MINUTE);
    await accept(orderEvent('3', at(120)));
    expect(totals()!.timeline).toMatchObject({ stepMs: 10 * MINUTE, orders: [1, ...Array<number>(10).fill(0), 1, 1] });
  });

  it('has an order where it was placed, and takes back there what is given back later', async () => {
    const { accept, wait, totals } = await openStall();
    await accept(orderEvent('1'));
    wait(30 * MINUTE);
    await accept(orderEvent('2', { occurredAt: new Date(START + 30 * MINUTE).toISOString() }));
    await accept(orderEvent('1', { status: 'refunded', sourceVersion: START + 1 }));
    expect(totals()!.timeline).toMatchObject({ orders: [0, 0, 0, 0, 0, 0, 1], net: [0, 0, 0, 0, 0, 0, 3_990] });
  });

  it('is right where another page has written since, and the first thing then changes an order', async () => {
    const { accept, storage } = await openStall();
    const other = await openStall({ storage });
    await accept(orderEvent('1'), orderEvent('2'));
    await other.accept(orderEvent('1', { status: 'refunded', sourceVersion: START + 1 }));
    expect(other.totals()!.timeline).toMatchObject({ orders: [1], net: [3_990] });
  });

  it('is put again where an order turns out to be of another time', async () => {
    const { accept, wait, changes } = await openStall();
    wait(30 * MINUTE);
    await accept(orderEvent('1'));
    await accept(
      orderEvent('1', {
        sourceVersion: START + 1,
        occurredAt: new Date(START + 6 * MINUTE).toISOString(),
        eventId: 'later',
      }),
    );
    const puts = changes[changes.length - 1]!.puts.filter(({ kind }) => kind === 'totals');
    expect(puts).toMatchObject([
      { id: 'stall', value: { timeline: { orders: [0, 1] } } },
      { id: 'main', value: { timeline: { orders: [0, 1] } } },
    ]);
  });

  it('takes no order for later than it was seen, whatever the shop’s clock says', async () => {
    const { accept, totals } = await openStall();
    await accept(orderEvent('1', { occurredAt: '9999-12-31T00:00:00.000Z' }));
    expect(totals()!.timeline).toMatchObject({ stepMs: 5 * MINUTE, orders: [1] });
  });

  it('begins again with the next session', async () => {
    const { accept, do: run, totals } = await openStall();
    await accept(orderEvent('1'));
    await run('start-session', { session: {} });
    expect(totals()!.timeline).toMatchObject({ orders: [], net: [] });
  });
});

function expectSums({ netOrders, net, timeline }: Totals): void {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  expect(sum(timeline!.orders)).toBe(netOrders);
  expect(sum(timeline!.net)).toBe(net.minor);
  expect(timeline!.orders.length).toBeLessThanOrEqual(MAX_STEPS);
  expect(timeline!.net).toHaveLength(timeline!.orders.length);
  expect(timeline!.stepMs % (5 * MINUTE)).toBe(0);
}
