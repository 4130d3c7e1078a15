import type { Order } from '@stallcast/protocol';
import { exampleOrder } from '@stallcast/testing';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { advance, nextTickAt } from './order-ticker.model.js';
import { orderRules, paceOf, type TickerLook } from './order-ticker.pace.js';
import { createTicker, type TickerState } from './order-ticker.state.js';

const WALL = Date.parse('2026-07-01T11:00:00.000Z');

type Act =
  | { do: 'order'; status: 'paid' | 'placed' }
  | { do: 'change'; which: number; status: Order['status'] }
  | { do: 'jump' }
  | { do: 'pause'; paused: boolean }
  | { do: 'wait' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('order' as const), status: fc.constantFrom('paid', 'paid', 'placed') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      which: fc.nat(200),
      status: fc.constantFrom('paid', 'cancelled', 'refunded', 'partially-refunded', 'placed'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'jump' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), paused: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ do: 'wait' as const }) },
);

const script = fc.array(fc.tuple(fc.constantFrom(0, 1, 16, 90, 400, 1_300, 5_000), act), { maxLength: 250 });

/** Plays a script as the element would: an event when it happens, a tick when one is due. Calls `look` after each step. */
function play(look: TickerLook, steps: [number, Act][], check: (state: TickerState, now: number) => void) {
  const { shows, stands } = orderRules(new Set(['paid']), null);
  const state = createTicker(paceOf(look, 4), shows, stands);
  const all: Order[] = [];
  let now = 0;
  const kept = () => all.slice(-50);
  const put = (order: Order, before: Order | undefined) => {
    const known = before && kept().includes(before) ? before : undefined;
    if (before) all[all.indexOf(before)] = order;
    else all.push(order);
    advance(state, { type: 'put', arrivals: [{ order, before: known }] }, now);
  };

  for (const [wait, step] of steps) {
    for (let due = nextTickAt(state); due <= now + wait; due = nextTickAt(state)) {
      now = Math.max(now, due);
      advance(state, { type: 'tick', orders: kept(), wall: WALL + now }, now);
      check(state, now);
    }
    now += wait;
    if (step.do === 'order') put(exampleOrder({ seq: all.length + 1, status: step.status }), undefined);
    else if (step.do === 'change') {
      const before = all[all.length - 1 - (step.which % Math.max(1, all.length))];
      if (before) put({ ...before, status: step.status }, before);
    } else if (step.do === 'jump') advance(state, { type: 'jump', orders: kept(), wall: WALL + now }, now);
    else if (step.do === 'pause') advance(state, { type: 'pause', paused: step.paused }, now);
    else advance(state, { type: 'tick', orders: kept(), wall: WALL + now }, now);
    check(state, now);
  }
  return { state, all };
}

const looks = ['toast', 'ticker'] as const;

describe.each(looks)('%s, whatever happens', (look) => {
  it('loses no order and counts none twice', () => {
    fc.assert(
      fc.property(script, (steps) => {
        play(look, steps, ({ tally, waiting, counted }) => {
          const placed = tally.shown + waiting.length + counted + tally.settled + tally.takenBack + tally.dropped;
          if (placed !== tally.arrivals) throw new Error(`${placed} placed of ${tally.arrivals}`);
          if (counted < 0) throw new Error('counted below nothing');
        });
      }),
    );
  });

  it('never reveals faster than its beat', () => {
    const { everyMs } = paceOf(look, 4);
    fc.assert(
      fc.property(script, (steps) => {
        let shown = 0;
        let last = -Infinity;
        play(look, steps, (state, now) => {
          const { tally } = state;
          if (tally.shown - shown > 1) throw new Error('two at once');
          if (tally.shown > shown && now - last < everyMs) throw new Error(`after ${now - last} ms`);
          if (tally.shown > shown) last = now;
          shown = tally.shown;
        });
      }),
    );
  });

  it('waits for few, shows no row twice and none that does not stand, unless struck', () => {
    const pace = paceOf(look, 4);
    fc.assert(
      fc.property(script, (steps) => {
        play(look, steps, (state) => {
          if (state.waiting.length > pace.waiting) throw new Error('too many wait');
          if (state.rows.length > pace.rows) throw new Error('too many rows');
          const ids = [...state.rows.map((row) => row.order.id), ...state.waiting.map(({ id }) => id)];
          if (new Set(ids).size !== ids.length) throw new Error('one order twice');
          if (state.rows.some((row) => row.struckAt === null && !state.stands(row.order)))
            throw new Error('a fallen row');
          if (state.waiting.some((order) => !state.stands(order))) throw new Error('a fallen order waits');
        });
      }),
    );
  });

  it('comes to rest', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const { state, all } = play(look, steps, () => {});
        advance(state, { type: 'pause', paused: false }, 1e7);
        let turns = 0;
        for (let due = nextTickAt(state); due < Infinity; due = nextTickAt(state)) {
          advance(state, { type: 'tick', orders: all.slice(-50), wall: WALL }, Math.max(1e7, due));
          if ((turns += 1) > 100) throw new Error('still busy');
        }
        if (state.counted !== 0 || state.waiting.length > 0) throw new Error('something is left');
      }),
    );
  });
});
