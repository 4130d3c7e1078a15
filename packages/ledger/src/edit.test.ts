import type { CommandFields, CommandType } from '@stallcast/protocol';
import { COMMAND_TYPES } from '@stallcast/protocol/schema';
import { describe, expect, it } from 'vitest';
import { KEPT_UNDOS } from './edit.js';
import { essence, offer, openStall, orderEvent, product, START, yuan, type TestStall } from './stall.fixture.js';

/** A stall in which every command finds something to do. */
async function openBusyStall(): Promise<TestStall> {
  const stall = await openStall();
  const { accept, do: run } = stall;
  await run('put-offer', { offer: offer('peach') });
  await run('put-offer', { offer: offer('peach', 3_490, { id: 'n', room: 'north' }) });
  await run('set-stock', { productId: 'peach', onHand: 10 });
  await run('feature', { productIds: ['peach', 'melon'] });
  await run('feature', { productIds: ['peach'], room: 'north' });
  await run('announce', { text: 'before', room: 'north' });
  await run('message', { text: 'before' });
  await run('start-flash', { productId: 'peach', room: 'north', price: yuan(5), endsAt: IN_AN_HOUR });
  await run('allocate', { productId: 'peach', room: 'north', quantity: 3 });
  await run('sold-out', { productId: 'melon' });
  await run('set-goal', { goal: { id: 'g', metric: 'orders', target: 10, scope: 'stall' } });
  await accept(orderEvent('1', { room: 'north', status: 'placed' }), orderEvent('2'));
  return stall;
}

const ORDER = { orderId: '9', lines: [{ productId: 'peach', qty: 1 }], status: 'paid' as const, total: yuan(3_990) };
const IN_AN_HOUR = new Date(START + 3_600_000).toISOString();

const UNDOABLE: { [T in CommandType]?: CommandFields[T] } = {
  'put-room': { room: { id: 'main', title: 'Else', commerce: false, panic: true } },
  'remove-room': { roomId: 'north' },
  'put-product': { product: product('peach', { title: 'else', stockFrom: 'shop' }) },
  'remove-product': { productId: 'peach' },
  'put-offer': { offer: offer('peach', 1, { id: 'else' }) },
  feature: { productIds: ['visit'] },
  unfeature: { room: 'north' },
  'hide-price': { productId: 'peach', room: 'main' },
  'open-price': { productId: 'peach', price: yuan(5) },
  'start-flash': { productId: 'peach', price: yuan(5), endsAt: IN_AN_HOUR },
  'end-flash': { productId: 'peach', room: 'north' },
  'set-stock': { productId: 'peach', onHand: 99, basis: 'manual' },
  'adjust-stock': { productId: 'peach', delta: -4, reason: 'damaged' },
  'sold-out': { productId: 'peach' },
  pause: { productId: 'peach' },
  resume: { productId: 'melon' },
  'bring-back': { productId: 'melon' },
  allocate: { productId: 'peach', room: 'main', quantity: 2 },
  'set-goal': { goal: { id: 'g', metric: 'units', target: 5, scope: 'stall' } },
  announce: { text: 'else', room: 'north' },
  'clear-announcement': { room: 'north' },
  message: { text: 'else' },
  'clear-message': {},
  'next-in-run': {},
  panic: { on: true },
  'start-session': { session: { title: 'else' } },
  'end-session': {},
};

/** What has another way back: the opposite key, or an order's next status. */
const WAY_BACK: { [T in CommandType]?: [there: CommandFields[T], back: CommandType, fields: object] } = {
  'record-order': [{ order: ORDER }, 'cancel-order', { orderId: 'recorded:9', reason: 'other' }],
  'cancel-order': [{ orderId: 'recorded:8', reason: 'other' }, 'record-order', { order: { ...ORDER, orderId: '8' } }],
};

describe('every command', () => {
  it('can be undone, undo among them, or has another way back', () => {
    expect(new Set([...Object.keys(UNDOABLE), ...Object.keys(WAY_BACK), 'undo'])).toEqual(new Set(COMMAND_TYPES));
  });

  it.each(Object.entries(WAY_BACK) as [CommandType, [CommandFields[CommandType], CommandType, object]][])(
    '%s: what it counts for is taken back by another command',
    async (type, [there, back, fields]) => {
      const { do: run, totals, stock } = await openBusyStall();
      await run('record-order', { order: { ...ORDER, orderId: '8' } });
      const before = [totals()?.net, totals()?.units, stock()?.sellable];
      await run(type, there as never);
      expect([totals()?.net, totals()?.units, stock()?.sellable]).not.toEqual(before);
      await run(back, fields as never);
      expect([totals()?.net, totals()?.units, stock()?.sellable]).toEqual(before);
    },
  );
});

describe('undo', () => {
  it.each(Object.entries(UNDOABLE) as [CommandType, CommandFields[CommandType]][])(
    'takes %s back, and its undo does it again',
    async (type, fields) => {
      const { do: run, state, ledger } = await openBusyStall();
      const before = essence(state());
      const command = await run(type, fields);
      const after = essence(state());
      expect(after).not.toEqual(before);

      const undo = await run('undo', { commandId: command });
      expect(essence(state())).toEqual(before);
      const redo = await run('undo', { commandId: undo });
      expect(essence(state())).toEqual(after);
      await run('undo', { commandId: redo });
      expect(essence(state())).toEqual(before);
      // And so does the log, for whoever reads it from the start.
      expect((await ledger.changesAfter({ ...ledger.position, offset: 0 }))?.length).toBe(ledger.position.offset);
    },
  );

  it('takes a series back from its end', async () => {
    const { do: run, state } = await openStall();
    const a = await run('announce', { text: 'a' });
    const b = await run('announce', { text: 'b' });
    const c = await run('announce', { text: 'c' });
    await run('undo', { commandId: c });
    await run('undo', { commandId: b });
    expect(state().announcements.stall?.text).toBe('a');
    await run('undo', { commandId: a });
    expect(state().announcements.stall).toBeNull();
  });

  it('is refused where the value was changed again since', async () => {
    const { do: run, refused } = await openStall();
    const a = await run('announce', { text: 'a' });
    await run('announce', { text: 'b' });
    expect(await refused('undo', { commandId: a })).toMatchObject({ status: 409, code: 'overwritten' });
  });

  it('is refused a second time, for orders, and for what is not there', async () => {
    const { accept, do: run, refused } = await openStall();
    const a = await run('announce', { text: 'a' });
    await run('undo', { commandId: a });
    expect(await refused('undo', { commandId: a })).toMatchObject({ status: 409, code: 'undone-already' });
    await accept(orderEvent('1'));
    const cancelled = await run('cancel-order', { orderId: '1', reason: 'buyer' });
    expect(await refused('undo', { commandId: cancelled })).toMatchObject({ status: 409, code: 'order-not-undone' });
    expect(await refused('undo', { commandId: 'nothing' })).toMatchObject({ status: 404, code: 'unknown-command' });
  });

  it('of a refused command finds nothing', async () => {
    const { send, refused } = await openStall();
    await send('pause', { productId: 'plum' }, 'c');
    expect(await refused('undo', { commandId: 'c' })).toMatchObject({ status: 404 });
  });

  it('takes an adjustment back by its difference, whatever was adjusted and sold since', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    const damaged = await run('adjust-stock', { productId: 'peach', delta: -3, reason: 'damaged' });
    await run('adjust-stock', { productId: 'peach', delta: 5, reason: 'restock' });
    await accept(orderEvent('1'));
    await run('undo', { commandId: damaged });
    expect(stock()).toMatchObject({ onHand: 15, sellable: 14 });
  });

  it('of an adjustment is refused after a new count, and works again when that count is undone', async () => {
    const { do: run, stock, refused } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    const damaged = await run('adjust-stock', { productId: 'peach', delta: -3, reason: 'damaged' });
    const counted = await run('set-stock', { productId: 'peach', onHand: 100 });
    expect(await refused('undo', { commandId: damaged })).toMatchObject({ status: 409, code: 'overwritten' });
    await run('undo', { commandId: counted });
    await run('undo', { commandId: damaged });
    expect(stock()?.sellable).toBe(10);
  });

  it('of an adjustment happens once, also after it was done again', async () => {
    const { do: run, stock, refused } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    const damaged = await run('adjust-stock', { productId: 'peach', delta: -3, reason: 'damaged' });
    const undo = await run('undo', { commandId: damaged });
    const redo = await run('undo', { commandId: undo });
    await run('undo', { commandId: redo });
    expect(await refused('undo', { commandId: damaged })).toMatchObject({ status: 409, code: 'undone-already' });
    expect(stock()?.sellable).toBe(10);
  });

  it('of a room’s title leaves its panic', async () => {
    const { do: run, state } = await openStall();
    const renamed = await run('put-room', { room: { id: 'main', title: 'Orchard', commerce: true } });
    await run('panic', { on: true });
    await run('undo', { commandId: renamed });
    expect(state().rooms[0]).toMatchObject({ title: '直播间', panic: true });
  });

  it('of a count is refused while an adjustment stands on it', async () => {
    const { do: run, stock, refused } = await openStall();
    const counted = await run('set-stock', { productId: 'peach', onHand: 10 });
    const more = await run('adjust-stock', { productId: 'peach', delta: 3, reason: 'restock' });
    expect(await refused('undo', { commandId: counted })).toMatchObject({ code: 'overwritten' });
    await run('undo', { commandId: more });
    await run('undo', { commandId: counted });
    expect(stock()).toBeUndefined();
  });

  it('of an adjustment that would leave less than none is refused', async () => {
    const { do: run, refused } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 0 });
    const more = await run('adjust-stock', { productId: 'peach', delta: 3, reason: 'restock' });
    await run('adjust-stock', { productId: 'peach', delta: -2, reason: 'damaged' });
    expect(await refused('undo', { commandId: more })).toMatchObject({ code: 'overwritten' });
  });

  it('of a count leaves the orders that came since', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    const wrong = await run('set-stock', { productId: 'peach', onHand: 100 });
    await accept(orderEvent('1'));
    await run('undo', { commandId: wrong });
    expect(stock()).toMatchObject({ sellable: 9, sold: 1 });
  });

  it('does not take away a product or a room that something rests on', async () => {
    const { do: run, refused } = await openStall();
    const listed = await run('put-product', { product: product('plum') });
    await run('put-offer', { offer: offer('plum') });
    expect(await refused('undo', { commandId: listed })).toMatchObject({ code: 'overwritten' });
    const room = await run('put-room', { room: { id: 'south', title: 'South', commerce: true } });
    await run('announce', { text: 'x', room: 'south' });
    expect(await refused('undo', { commandId: room })).toMatchObject({ code: 'overwritten' });
  });

  it('does not feature again what is not listed any more', async () => {
    const { do: run, state } = await openStall();
    await run('feature', { productIds: ['peach', 'melon'] });
    const other = await run('feature', { productIds: ['visit'] });
    await run('remove-product', { productId: 'peach' });
    await run('undo', { commandId: other });
    expect(state().featured.stall).toEqual(['melon']);
  });

  it('reaches back as far as is kept', async () => {
    const { do: run, refused, ledger } = await openStall();
    const first = await run('announce', { text: 'first', room: 'north' });
    const second = await run('announce', { text: 'second', room: 'main' });
    for (let i = 0; i < KEPT_UNDOS - 1; i++) await ledger.command({ id: `a${i}`, type: 'announce', text: `${i}` });
    expect(await refused('undo', { commandId: first })).toMatchObject({ status: 404 });
    await run('undo', { commandId: second });
  });
});
