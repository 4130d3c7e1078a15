import { putProduct, putRoom, setStock, tell, times, told, yuan } from './ingredients.js';
import type { Scenario } from './scenario.js';

/** The sixty orders of S2, placed and then paid or cancelled; every tenth message twice, every seventh a dozen places late. */
function burst() {
  const messages = Array.from({ length: 60 }, (_, i) => [
    told(`${i}`, { product: 'peach', status: 'placed', version: 1 }),
    told(`${i}`, { product: 'peach', status: i % 7 === 0 ? 'cancelled' : 'paid', version: 2 }),
  ]).flat();
  return [...messages, ...messages.filter((_, i) => i % 10 === 0)]
    .map((event, i) => ({ event, place: i % 7 === 0 ? i + 12.5 : i }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => ({ events: [event] }));
}

const MINUTE = 60_000;
const endOf = (day: string) => `2026-07-${day}T23:59:59+08:00`;
const visit = (day: string) => putProduct(`visit-${day}`, { kind: 'ticket', net: { value: 1, unit: 'slot' } });

/**
 * The situations that a stall's ledger has to come through.
 *
 * S5, S12 and S14 are about pure functions and S15 and S17 about words on a screen: they are played where those are.
 */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'S1',
    title: '420 boxes go in 55 minutes and reach zero once',
    steps: [
      putProduct('peach'),
      setStock('peach', 420),
      ...times(419, (i) => [{ wait: 7_857 }, tell(`${i}`, { product: 'peach' })]),
      { holds: { stocks: { peach: { sellable: 1, sold: 419 } } } },
      tell('419', { product: 'peach' }),
      { holds: { stocks: { peach: { sellable: 0, sold: 420, oversold: 0 } } } },
      // The shop says it all once more.
      { events: Array.from({ length: 420 }, (_, i) => told(`${i}`, { product: 'peach' })) },
    ],
    end: {
      stocks: { peach: { onHand: 420, sellable: 0, sold: 420, oversold: 0 } },
      totals: { stall: { paidOrders: 420, netOrders: 420, units: 420, net: yuan(420 * 3_990) } },
      orderCount: 50,
      alerts: [],
    },
  },
  {
    id: 'S2',
    title: 'a burst of 60 orders with repeats and disorder totals as its sorted log',
    steps: [putProduct('peach'), setStock('peach', 100), ...burst()],
    end: {
      stocks: { peach: { sellable: 49, sold: 51, reserved: 0 } },
      totals: { stall: { netOrders: 51, units: 51, net: yuan(51 * 3_990) } },
    },
  },
  {
    id: 'S3',
    title: '200 jars, 260 paid, 60 cancelled for want of capacity',
    steps: [
      putProduct('cabbage'),
      setStock('cabbage', 200),
      ...times(260, (i) => tell(`${i}`, { product: 'cabbage', total: 2_200 })),
      { holds: { stocks: { cabbage: { sellable: 0, oversold: 60 } }, alerts: ['oversold cabbage'] } },
      ...times(60, (i) =>
        tell(`${200 + i}`, { product: 'cabbage', total: 2_200, status: 'cancelled', reason: 'capacity', version: 2 }),
      ),
    ],
    end: {
      stocks: { cabbage: { sellable: 0, oversold: 0, sold: 200 } },
      orders: { '259': { status: 'cancelled', reason: 'capacity' } },
      totals: {
        stall: {
          gross: yuan(260 * 2_200),
          cancelled: yuan(60 * 2_200),
          net: yuan(200 * 2_200),
          paidOrders: 260,
          netOrders: 200,
          units: 200,
        },
      },
      alerts: [],
    },
  },
  {
    id: 'S4',
    title: 'a presale of 120 jars a day promises day 3 after 300, and another when the capacity changes',
    steps: [
      putProduct('cabbage', { presale: { perDay: 120, startsOn: '2026-07-02' } }),
      {
        holds: {
          stocks: { cabbage: { policy: 'presale', capacity: { perDay: 120, queue: 0, promisedBy: endOf('02') } } },
        },
      },
      tell('1', { product: 'cabbage', qty: 200 }),
      tell('2', { product: 'cabbage', qty: 100, status: 'placed' }),
      {
        holds: { stocks: { cabbage: { oversold: 0, capacity: { perDay: 120, queue: 300, promisedBy: endOf('04') } } } },
      },
      putProduct('cabbage', { presale: { perDay: 60, startsOn: '2026-07-02' } }),
      { holds: { stocks: { cabbage: { capacity: { perDay: 60, queue: 300, promisedBy: endOf('07') } } } } },
      // Sixty were made, and one order is given up.
      { command: { type: 'adjust-stock', productId: 'cabbage', delta: 60, reason: 'restock' } },
      tell('2', { product: 'cabbage', qty: 100, status: 'cancelled', version: 2 }),
    ],
    end: {
      stocks: { cabbage: { policy: 'presale', capacity: { perDay: 60, queue: 140, promisedBy: endOf('04') } } },
      alerts: [],
    },
  },
  {
    id: 'S6',
    title: 'a goal of ten thousand yuan is reached and falls back after a refund',
    steps: [
      putProduct('peach'),
      {
        command: {
          type: 'set-goal',
          goal: { id: 'tonight', metric: 'net-amount', target: 1_000_000, scope: 'stall' },
        },
      },
      tell('1', { product: 'peach', total: 900_000 }),
      tell('2', { product: 'peach', total: 150_000 }),
      { holds: { totals: { stall: { net: yuan(1_050_000) } } } },
      tell('1', {
        product: 'peach',
        total: 900_000,
        status: 'partially-refunded',
        refunded: yuan(100_000),
        version: 2,
      }),
    ],
    end: {
      totals: { stall: { net: yuan(950_000), refunded: yuan(100_000) } },
      session: { goals: [{ id: 'tonight', metric: 'net-amount', target: 1_000_000, scope: 'stall' }] },
    },
  },
  {
    id: 'S7',
    title: 'of four rooms three sell, two from one pool and one from its quota, and nothing is sold twice',
    steps: [
      putRoom('north'),
      putRoom('south'),
      putRoom('tea-house', false),
      putProduct('cabbage'),
      setStock('cabbage', 100),
      { command: { type: 'allocate', productId: 'cabbage', room: 'south', quantity: 30 } },
      ...times(20, (i) => tell(`m${i}`, { product: 'cabbage', room: i % 2 ? 'main' : 'north' })),
      ...times(30, (i) => tell(`s${i}`, { product: 'cabbage', room: 'south' })),
      { holds: { stocks: { cabbage: { sellable: 50, quotas: [{ room: 'south', quantity: 30, sellable: 0 }] } } } },
      // A late cancellation gives back to the room that had sold; an order that moves takes its unit along.
      tell('s7', { product: 'cabbage', room: 'south', status: 'cancelled', version: 2 }),
      { holds: { stocks: { cabbage: { sellable: 51, quotas: [{ room: 'south', quantity: 30, sellable: 1 }] } } } },
      tell('s8', { product: 'cabbage', room: 'north', version: 2 }),
    ],
    end: {
      sellingRooms: ['main', 'north', 'south'],
      stocks: {
        cabbage: { onHand: 100, sellable: 51, oversold: 0, quotas: [{ room: 'south', quantity: 30, sellable: 2 }] },
      },
      totals: {
        stall: { netOrders: 49 },
        main: { netOrders: 10 },
        north: { netOrders: 11 },
        south: { netOrders: 28 },
        'tea-house': { netOrders: 0 },
      },
    },
  },
  {
    id: 'S8',
    title: 'an inspection fails a lot: its product is paused everywhere, and only the operator brings it back',
    steps: [
      putRoom('north'),
      putProduct('peach'),
      setStock('peach', 40),
      { command: { type: 'feature', productIds: ['peach'] } },
      { wait: 70 * MINUTE },
      { command: { type: 'pause', productId: 'peach' } },
      { holds: { stocks: { peach: { hold: 'paused', sellable: 40 } } } },
      // What was under way still comes in, and is counted.
      tell('1', { product: 'peach' }),
    ],
    end: { stocks: { peach: { hold: 'paused', sellable: 39, sold: 1 } }, orders: { '1': { status: 'paid' } } },
  },
  {
    id: 'S9',
    title: 'twenty slots a day for three days; a refund frees its slot',
    steps: [
      ...['01', '02', '03'].flatMap((day) => [visit(day), setStock(`visit-${day}`, 20)]),
      tell('1', { product: 'visit-01', qty: 2, total: 20_000 }),
      tell('2', { product: 'visit-02', qty: 20, total: 200_000 }),
      {
        holds: { stocks: { 'visit-01': { sellable: 18 }, 'visit-02': { sellable: 0 }, 'visit-03': { sellable: 20 } } },
      },
      tell('1', { product: 'visit-01', qty: 2, total: 20_000, status: 'refunded', version: 2 }),
    ],
    end: {
      stocks: { 'visit-01': { sellable: 20 }, 'visit-02': { sellable: 0, oversold: 0 }, 'visit-03': { sellable: 20 } },
      totals: { stall: { netOrders: 1, refunded: yuan(20_000) } },
    },
  },
  {
    id: 'S10',
    title: 'the server is away for 90 seconds, and 37 events that come twice count once',
    steps: [
      putProduct('peach'),
      setStock('peach', 100),
      ...times(37, (i) => tell(`${i}`, { product: 'peach' })),
      { restart: true },
      { wait: 90_000 },
      { events: Array.from({ length: 37 }, (_, i) => told(`${i}`, { product: 'peach' })) },
    ],
    end: {
      stocks: { peach: { sellable: 63, sold: 37 } },
      totals: { stall: { netOrders: 37 } },
      orderCount: 37,
    },
  },
  {
    id: 'S11',
    title: 'orders whose ids differ in the last two digits stay two',
    steps: [
      putProduct('peach'),
      tell('820982911946154508', { product: 'peach' }),
      tell('820982911946154519', { product: 'peach' }),
    ],
    end: {
      orderCount: 2,
      orders: {
        '820982911946154508': { id: 'scenario-shop:820982911946154508' },
        '820982911946154519': { id: 'scenario-shop:820982911946154519' },
      },
    },
  },
  {
    id: 'S13',
    title: 'an order of 23:59:58 that is paid after midnight belongs to the session',
    steps: [
      putProduct('peach'),
      { wait: 5 * 60 * MINUTE - 2_000 },
      tell('1', { product: 'peach', status: 'placed', occurredAt: '2026-07-01T23:59:58+08:00' }),
      { wait: 5_000 },
      tell('1', { product: 'peach', version: 2, occurredAt: '2026-07-01T23:59:58+08:00' }),
    ],
    end: {
      session: { id: 'evening' },
      orders: { '1': { status: 'paid', occurredAt: '2026-07-01T23:59:58+08:00' } },
      totals: { stall: { netOrders: 1 } },
    },
  },
  {
    id: 'S16',
    title: 'a price that is hidden, opened and hidden in the middle of a flash leaves nothing stale',
    steps: [
      putProduct('peach'),
      { command: { type: 'hide-price', productId: 'peach' } },
      { holds: { offers: { peach: { price: null, flash: null } } } },
      { command: { type: 'open-price', productId: 'peach', price: yuan(3_990) } },
      {
        command: { type: 'start-flash', productId: 'peach', price: yuan(990), endsAt: '2026-07-01T12:00:00.000Z' },
      },
      {
        holds: {
          offers: {
            peach: {
              price: yuan(3_990),
              flash: { price: yuan(990), startsAt: '2026-07-01T11:00:00.000Z', endsAt: '2026-07-01T12:00:00.000Z' },
            },
          },
        },
      },
      { command: { type: 'hide-price', productId: 'peach' } },
      { holds: { offers: { peach: { price: null, flash: null } } } },
      { command: { type: 'open-price', productId: 'peach', price: yuan(2_990) } },
    ],
    end: { offers: { peach: { price: yuan(2_990), flash: null } } },
  },
  {
    id: 'S18',
    title: 'a message that only notifies, and its detail four seconds later, are one order',
    steps: [
      putProduct('peach'),
      tell('1', { product: 'peach', total: null }),
      { holds: { orderCount: 1, totals: { stall: { netOrders: 1, net: yuan(0) } } } },
      { wait: 4_000 },
      tell('1', { product: 'peach', total: 3_990, version: 2 }),
    ],
    end: {
      orderCount: 1,
      orders: { '1': { total: yuan(3_990) } },
      totals: { stall: { netOrders: 1, net: yuan(3_990) } },
    },
  },
];
