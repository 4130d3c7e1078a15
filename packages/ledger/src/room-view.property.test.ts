import { createFold, viewOfChange, viewOfSnapshot, type Change, type OrderEvent, type View } from '@stallcast/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { essence, offer, openStall, orderEvent, type TestStall } from './stall.fixture.js';

const ROOMS = ['main', 'north'] as const;

/** More orders than a reader keeps, in two rooms, some of which change rooms; and what else belongs to a room. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ order: fc.nat(89), room: fc.constantFrom(...ROOMS) }) },
  { weight: 1, arbitrary: fc.record({ offerTo: fc.constantFrom(undefined, ...ROOMS) }) },
  { weight: 1, arbitrary: fc.nat(4).map((n) => (n === 0 ? { session: true as const } : { offerTo: undefined })) },
);

const VIEWS: View[] = [
  { room: 'main', operator: false },
  { room: 'north', operator: true },
  { operator: false },
  { operator: true },
];

async function run(stall: TestStall, steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  for (const [i, one] of steps.entries()) {
    if ('order' in one) await stall.accept(orderOf(one.order, one.room));
    else if ('session' in one) await stall.send('start-session', { session: {} });
    else
      await stall.send('put-offer', {
        offer: offer('peach', 100 + i, { id: 'moving', ...(one.offerTo !== undefined && { room: one.offerTo }) }),
      });
  }
}

let versions = 0;

/** A message newer than all before. */
function orderOf(n: number, room: string): OrderEvent {
  return orderEvent(`o${n}`, { sourceVersion: ++versions, room });
}

it('a snapshot of a view at any point, with the rest of its changes, equals the whole', async () => {
  // Sixty orders a room at first, so that both have more than a reader keeps.
  const many = Array.from({ length: 120 }, (_, i) => ({ order: i, room: ROOMS[i % 2]! }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.array(step, { maxLength: 40 }), async (before, after) => {
      const stall = await openStall();
      await run(stall, many);
      await run(stall, before);
      const readers = VIEWS.map((view) => ({ view, fold: createFold() }));
      for (const { view, fold } of readers) fold.snapshot(viewOfSnapshot(stall.ledger.snapshot(view.room), view));
      stall.ledger.subscribe((change: Change) => {
        for (const { view, fold } of readers) expect(fold.change(viewOfChange(change, view))).not.toBe('gap');
      });
      await run(stall, after);
      const late = await stall.open();
      for (const { view, fold } of readers) {
        const whole = createFold();
        whole.snapshot(viewOfSnapshot(stall.ledger.snapshot(view.room), view));
        const seen = fold.state();
        expect(essence(seen)).toEqual(essence(whole.state()));
        // Also when it is read from the storage.
        whole.snapshot(viewOfSnapshot(late.snapshot(view.room), view));
        expect(essence(seen)).toEqual(essence(whole.state()));
        if (view.room !== undefined) expect(seen.orders.every(({ room }) => room === view.room)).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
