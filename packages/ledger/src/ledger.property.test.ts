import {
  createFold,
  type Command,
  type OrderEvent,
  type OrderStatus,
  type Product,
  type Snapshot,
} from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, operatorOnlyOf, statusOf } from './order-record.js';
import { loadModel, type Model } from './model.js';
import type { OrderRecord, Sums } from './records.js';
import { essence, openStall, offer, product, START, stockEvent, yuan, type TestStall } from './stall.fixture.js';
import { stateOf } from './state.js';
import { NO_SUMS } from './sums.js';
import { sumsKey } from './totals.js';

const STATUSES: OrderStatus[] = ['placed', 'paid', 'partially-refunded', 'refunded', 'cancelled'];
const THINGS = ['shop-peach', 'shop-visit', 'shop-melon', 'stranger'];

/** Messages of one order, each of another version, so that no tie is left to the order of arrival. */
const orderMessages = (orderId: string): fc.Arbitrary<OrderEvent[]> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
    .chain((versions) => fc.tuple(...versions.map((version) => orderMessage(orderId, version))));

const orderMessage = (orderId: string, sourceVersion: number): fc.Arbitrary<OrderEvent> =>
  fc
    .record(
      {
        status: fc.constantFrom(...STATUSES),
        reason: fc.constantFrom('buyer' as const, 'oversell' as const),
        lines: fc.array(
          fc.record({ ref: fc.record({ id: fc.constantFrom(...THINGS) }), qty: fc.integer({ min: 1, max: 5 }) }),
          { minLength: 1, maxLength: 3 },
        ),
        total: fc.record({
          minor: fc.integer({ min: 0, max: 10_000 }),
          currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
          exponent: fc.constant(2 as const),
        }),
        refunded: fc.integer({ min: 0, max: 10_000 }).map(yuan),
        room: fc.constantFrom('main', 'north'),
        region: fc.constant({ level: 'province' as const, name: '江苏' }),
      },
      { requiredKeys: [] },
    )
    .map((fields) => ({
      type: 'order',
      source: 'shop',
      orderId,
      sourceVersion,
      eventId: `${orderId}/${sourceVersion}`,
      ...fields,
      ...(fields.region && { occurredAt: new Date(START).toISOString() }),
    }));

const messages = fc
  .integer({ min: 1, max: 5 })
  .chain((orders) => fc.tuple(...Array.from({ length: orders }, (_, i) => orderMessages(`o${i}`))))
  .map((lists) => lists.flat());

/** A set of messages, and the same in another order with some of them repeated. */
const disorder = messages.chain((events) =>
  fc.record({
    events: fc.constant(events),
    shuffled: fc
      .subarray(events)
      .chain((repeats) => fc.shuffledSubarray([...events, ...repeats], { minLength: events.length + repeats.length })),
  }),
);

async function openCountedStall(): Promise<TestStall> {
  const stall = await openStall();
  await stall.do('set-stock', { productId: 'peach', onHand: 20 });
  await stall.do('set-stock', { productId: 'visit', onHand: 5 });
  return stall;
}

/** The model behind a ledger, as its storage tells it. */
async function modelOf({ storage }: TestStall): Promise<Model> {
  return storage.step(null, [], ({ head, documents }) => ({ writes: null, result: loadModel(head!, documents!) }));
}

describe('order events', () => {
  it('in any order and with repeats end in the same orders, stocks and totals', async () => {
    await fc.assert(
      fc.asyncProperty(disorder, async ({ events, shuffled }) => {
        const [one, other] = await Promise.all([openCountedStall(), openCountedStall()]);
        for (const event of events) await one.accept(event);
        for (const event of shuffled) await other.accept(event);
        expect(outcomeOf(one)).toEqual(outcomeOf(other));
      }),
      { numRuns: 150 },
    );
  });

  it('total as a plain recount of the orders does', async () => {
    await fc.assert(
      fc.asyncProperty(disorder, async ({ shuffled }) => {
        const stall = await openCountedStall();
        for (const event of shuffled) await stall.accept(event);
        const model = await modelOf(stall);
        const session = model.tables.session.get('session-1')!;
        for (const scope of ['stall', 'main', 'north']) {
          const records = [...model.tables.order.values()].filter(
            ({ fields }) => scope === 'stall' || fields.room!.value === scope,
          );
          const counted = records
            .filter((record) => operatorOnlyOf(record, session) === undefined)
            .map(recount)
            .reduce((a, b) => plus(a, b), { ...NO_SUMS });
          expect(model.tables.sums.get(sumsKey('session-1', scope)) ?? NO_SUMS).toEqual(counted);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keep what can be sold and what is oversold apart', async () => {
    await fc.assert(
      fc.asyncProperty(disorder, async ({ shuffled }) => {
        const stall = await openCountedStall();
        for (const event of shuffled) {
          await stall.accept(event);
          for (const { onHand, reserved, sold, sellable, oversold } of stall.state().stocks) {
            expect(sellable).toBe(Math.max(0, onHand! - reserved! - sold!));
            expect(oversold).toBe(Math.max(0, reserved! + sold! - onHand!));
            expect(Math.min(reserved!, sold!)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

const PRODUCTS = ['peach', 'melon', 'visit', 'plum'];
const productId = fc.constantFrom(...PRODUCTS);
/** Undefined, as the whole stall, leaves the field out. */
const room = fc.constantFrom(undefined, undefined, 'north', 'studio');

/** Any wish of an operator, sensible or not; `undo` names one of the earlier commands. */
const command: fc.Arbitrary<(id: string) => Command> = fc
  .oneof(
    fc.record({ type: fc.constantFrom('pause', 'resume', 'sold-out', 'remove-product'), productId }),
    fc.record({ type: fc.constantFrom('hide-price', 'bring-back', 'end-flash'), productId, room }),
    fc.record({ type: fc.constantFrom('unfeature', 'next-in-run', 'clear-announcement', 'end-session'), room }),
    fc.record({ type: fc.constant('set-stock'), productId, onHand: fc.integer({ min: 0, max: 50 }) }),
    fc.record({
      type: fc.constant('adjust-stock'),
      productId,
      delta: fc.constantFrom(-7, -1, 2, 9),
      reason: fc.constant('other'),
    }),
    fc.record({ type: fc.constant('feature'), room, productIds: fc.array(productId, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('open-price'),
      productId,
      room,
      price: fc.integer({ min: 0, max: 9_999 }).map(yuan),
    }),
    fc.record({
      type: fc.constant('start-flash'),
      productId,
      price: fc.constant(yuan(1)),
      endsAt: fc.constant('2026-07-01T12:00:00Z'),
    }),
    fc.record({
      type: fc.constant('put-product'),
      // It lists what orders have named as a stranger until then.
      product: fc
        .constantFrom<Partial<Product>>({}, { stockFrom: 'shop' }, { presale: { perDay: 2 } }, { sources: [] })
        .map((own) => product('plum', { sources: [{ source: 'shop', id: 'stranger' }], ...own })),
    }),
    fc.record({ type: fc.constant('put-offer'), offer: productId.map((id) => offer(id, 100, { id: `${id}-own` })) }),
    fc.record({
      type: fc.constant('put-room'),
      room: fc.boolean().map((commerce) => ({ id: 'north', title: 'N', commerce })),
    }),
    fc.record({ type: fc.constant('remove-room'), roomId: fc.constantFrom('north', 'studio', 'main') }),
    fc.record({
      type: fc.constant('allocate'),
      productId,
      room: fc.constantFrom('main', 'north'),
      quantity: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({ type: fc.constant('announce'), room, text: fc.constantFrom('a', 'b') }),
    fc.record({ type: fc.constant('panic'), room, on: fc.boolean() }),
    fc.record({ type: fc.constant('start-session'), session: fc.constantFrom({}, { synthetic: true }) }),
    fc.record({
      type: fc.constant('cancel-order'),
      orderId: fc.constantFrom('o0', 'o1'),
      reason: fc.constant('buyer'),
    }),
    fc.record({ type: fc.constant('undo'), commandId: fc.integer({ min: 0, max: 30 }).map((i) => `c${i}`) }),
  )
  .map((fields) => (id: string) => ({ ...fields, id }) as unknown as Command); // sensible or not, on purpose

/** An evening: commands and messages as they come. */
const evening = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: command.map((make) => ({ make })) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 0, max: 2 })
        .chain((i) => fc.integer({ min: 1, max: 30 }).chain((v) => orderMessage(`o${i}`, v)))
        .map((event) => ({ event })),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: -3, max: 9 }).map((n) => ({ event: stockEvent(n, { sourceVersion: n + 10 }) })),
    },
  ),
  { maxLength: 30 },
);

describe('an evening of commands and messages', () => {
  it('folds from its log to the snapshot, and the storage tells the same', async () => {
    await fc.assert(
      fc.asyncProperty(evening, async (steps) => {
        const stall = await openStall();
        const { ledger } = stall;
        const late = createFold();
        late.snapshot(ledger.snapshot());
        ledger.subscribe((change) => late.change(change));
        for (const [i, step] of steps.entries()) {
          if ('make' in step) await ledger.command(step.make(`c${i}`));
          else await ledger.accept([step.event]);
        }

        const log = await ledger.changesAfter({ ...ledger.position, offset: 0 });
        const fold = createFold();
        fold.snapshot(emptySnapshot(ledger.position.epoch));
        for (const change of log ?? []) expect(fold.change(change)).not.toBe('gap');
        const expected = essence(ledger.snapshot().state);
        expect(essence({ ...fold.state(), alerts: fold.all('alert') })).toEqual(expected);
        expect(essence({ ...late.state(), alerts: late.all('alert') })).toEqual(expected);
        expect(essence(stateOf(await modelOf(stall)))).toEqual(expected);
        expect(log?.map(({ offset }) => offset)).toEqual(log?.map((_, i) => i + 1));
      }),
      { numRuns: 200 },
    );
  });

  it('is as before right after any command is undone', async () => {
    await fc.assert(
      fc.asyncProperty(evening, command, async (steps, make) => {
        const { ledger, state } = await openStall();
        for (const [i, step] of steps.entries()) {
          if ('make' in step) await ledger.command(step.make(`c${i}`));
          else await ledger.accept([step.event]);
        }
        const before = essence(state());
        const last = make('last');
        const outcome = await ledger.command(last);
        if (!outcome.ok) {
          expect(essence(state())).toEqual(before);
          return;
        }
        const after = essence(state());
        const undone = await ledger.command({ id: 'undo', type: 'undo', commandId: 'last' });
        if (last.type === 'cancel-order') {
          expect(undone).toMatchObject({ ok: false, refusal: { code: 'order-not-undone' } });
          return;
        }
        expect(undone).toMatchObject({ ok: true });
        expect(essence(state())).toEqual(before);
        expect(await ledger.command({ id: 'redo', type: 'undo', commandId: 'undo' })).toMatchObject({ ok: true });
        expect(essence(state())).toEqual(after);
      }),
      { numRuns: 400 },
    );
  });
});

/** What must not depend on the order of arrival. */
function outcomeOf({ state }: TestStall): unknown {
  const { orders, stocks, totals } = state();
  return {
    orders: orders
      .map(({ seq: _, occurredAt, ...order }) => ({ ...order, occurredAt: occurredAt.slice(0, 10) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    stocks: stocks.map(({ observedAt: _, ...stock }) => stock),
    totals,
  };
}

/** Counts one order as one would by hand. */
function recount(record: OrderRecord): Sums {
  const status = statusOf(record);
  if (!record.everPaid || status === 'placed') return { ...NO_SUMS };
  const gross = amountOf(record)?.minor ?? 0;
  const lines = (record.fields.lines?.value ?? []).filter(({ productId: id }) => id !== null);
  const pieces = lines.reduce((sum, { qty }) => sum + qty, 0);
  const grams = lines.reduce((sum, { qty, productId: id }) => sum + (id === 'visit' ? 0 : qty * 2_500), 0);
  const kept = { paidOrders: 1, netOrders: 1, units: pieces, massG: grams };
  const gone = { paidOrders: 1, netOrders: 0, units: 0, massG: 0 };
  switch (status) {
    case 'paid':
      return { gross, cancelled: 0, refunded: 0, ...kept };
    case 'partially-refunded':
      return { gross, cancelled: 0, refunded: Math.min(gross, record.fields.refunded?.value.minor ?? 0), ...kept };
    case 'refunded':
      return { gross, cancelled: 0, refunded: gross, ...gone };
    case 'cancelled':
      return { gross, cancelled: gross, refunded: 0, ...gone };
  }
}

function plus(a: Sums, b: Sums): Sums {
  return Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Sums]]),
  ) as unknown as Sums;
}

function emptySnapshot(epoch: string): Snapshot {
  const none = { stall: null, rooms: {} };
  return {
    stall: 'peaches',
    epoch,
    offset: 0,
    at: '',
    state: {
      session: null,
      rooms: [],
      products: [],
      offers: [],
      stocks: [],
      orders: [],
      totals: none,
      featured: none,
      announcements: none,
    },
  };
}
