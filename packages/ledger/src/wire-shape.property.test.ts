/* Whatever a ledger is told, what it writes has the published shape, and a page reads it whole. */
import {
  parseFrame,
  viewOfChange,
  viewOfSnapshot,
  type Command,
  type SourceEvent,
  type View,
} from '@stallcast/protocol';
import { commandSchema, frameSchema, sourceEventSchema } from '@stallcast/protocol/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryOf } from '../../protocol/src/schema/arbitrary.fixture.js';
import { offer, openStall, orderEvent, product, START, yuan } from './stall.fixture.js';

const VIEWS: View[] = [{ operator: true }, { operator: false }, { operator: false, room: 'main' }];

/** Names of what is there, where a command names something: most would come to nothing otherwise. */
const THERE: Readonly<Record<string, readonly string[]>> = {
  productId: ['peach', 'melon', 'visit'],
  room: ['main', 'north'],
  roomId: ['north', 'main'],
  scope: ['stall', 'main'],
  currency: ['CNY'],
  orderId: ['1', '2', '3'],
};

function aimed(value: unknown, die: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => aimed(one, die));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const names = Object.hasOwn(THERE, name) ? THERE[name] : undefined;
      return [name, names && die % 8 > 0 ? names[die % names.length] : aimed(field, die)];
    }),
  );
}

const told = fc.array(
  fc
    .tuple(fc.oneof(arbitraryOf(commandSchema), arbitraryOf(sourceEventSchema)), fc.nat(1_000))
    .map(([made, die]) => aimed(made, die)),
  { maxLength: 40, size: 'max' },
);

/** What is wrong with a frame, by the schema and by a page. */
function wrongWith(frame: object): unknown {
  const sent: unknown = JSON.parse(JSON.stringify(frame));
  const result = frameSchema['~standard'].validate(sent);
  if (result instanceof Promise) throw new Error('The schema is expected to answer at once.');
  const { frames, faults } = parseFrame(JSON.stringify(frame));
  const issues = (result.issues ?? []).map(
    ({ message, path }) =>
      `${path?.map((key) => (typeof key === 'object' ? String(key.key) : String(key))).join('.')}: ${message}`,
  );
  return [...issues, ...faults, ...(frames.length === 1 ? [] : ['a page reads no frame'])];
}

it('what a ledger writes has the shape that is published, in every view', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(told, async (inputs) => {
      const stall = await openStall();
      await stall.do('put-offer', { offer: offer('peach') });
      await stall.accept(orderEvent('1'), orderEvent('2', { status: 'placed' }));
      for (const [index, input] of inputs.entries()) {
        const one = input as Command | SourceEvent;
        const outcome =
          'eventId' in one
            ? await stall.accept({ ...one, eventId: `e${index}` })
            : await stall.ledger.command({ ...one, id: `c${index}` });
        if (outcome.ok) taken += 1;
      }
      for (const view of VIEWS) {
        for (const change of stall.changes) {
          expect(wrongWith({ v: 1, type: 'change', ...viewOfChange(change, view) })).toEqual([]);
        }
        expect(
          wrongWith({ v: 1, type: 'snapshot', ...viewOfSnapshot(stall.ledger.snapshot(view.room), view) }),
        ).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
  // Refusals write nothing, and would prove nothing.
  expect(taken).toBeGreaterThan(500);
});

it('an order beyond all measure costs no page its change', async () => {
  const stall = await openStall();
  await stall.do('put-product', { product: product('peach', { net: { value: 1_000_000_000, unit: 'g' } }) });
  await stall.accept(orderEvent('0', { lines: [{ ref: { id: 'shop-melon' }, qty: 3 }] }));
  const before = stall.totals();
  const lines = Array.from({ length: 500 }, () => ({ ref: { id: 'shop-peach' }, qty: 1_000_000 }));
  await stall.accept(orderEvent('1', { lines, total: yuan(1_000_000_000_000) }));
  for (const change of stall.changes) expect(wrongWith({ v: 1, type: 'change', ...change })).toEqual([]);

  // And takes nothing from the exactness of the others.
  await stall.accept(orderEvent('1', { status: 'cancelled', sourceVersion: START + 1 }));
  expect(stall.totals()).toMatchObject({ massG: before?.massG, units: before?.units, net: before?.net });
});
