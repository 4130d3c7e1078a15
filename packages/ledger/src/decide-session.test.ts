import { describe, expect, it } from 'vitest';
import { offer, openStall, orderEvent, START, stockEvent, yuan } from './stall.fixture.js';

describe('start-session', () => {
  it('begins with no orders and totals of zero, and keeps stock, time zone and currency', async () => {
    const { accept, do: run, state, stock, totals, ledger, wait } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1'));
    wait(3_600_000);
    await run('start-session', { session: { title: '二场' } });
    expect(state().session).toEqual({
      id: `session-${ledger.position.offset}`,
      tz: 'Asia/Shanghai',
      currency: 'CNY',
      title: '二场',
      startsAt: new Date(START + 3_600_000).toISOString(),
      sinceSeq: ledger.position.offset,
      goals: [],
    });
    expect(state().orders).toEqual([]);
    expect(totals()).toMatchObject({ net: yuan(0), paidOrders: 0 });
    expect(totals('main')).toMatchObject({ net: yuan(0), paidOrders: 0 });
    expect(stock()).toMatchObject({ sellable: 9, sold: 1 });
  });

  it('takes what is given, but its place in the log', async () => {
    const { do: run, state, ledger } = await openStall();
    const goals = [{ id: 'g', metric: 'orders', target: 300, scope: 'stall' } as const];
    await run('start-session', { session: { id: 'friday', goals, sinceSeq: 1, startsAt: '2026-07-02T11:00:00Z' } });
    expect(state().session).toMatchObject({
      id: 'friday',
      goals,
      sinceSeq: ledger.position.offset,
      startsAt: '2026-07-02T11:00:00Z',
    });
  });

  it('refuses an id of before, and a currency in which nothing is offered', async () => {
    const { do: run, refused } = await openStall();
    await run('start-session', { session: { id: 'friday' } });
    await run('start-session', { session: { id: 'saturday' } });
    expect(await refused('start-session', { session: { id: 'friday' } })).toMatchObject({
      status: 409,
      code: 'session-known',
    });
    await run('put-offer', { offer: offer('peach') });
    expect(await refused('start-session', { session: { currency: 'USD' } })).toMatchObject({
      status: 409,
      code: 'foreign-currency',
    });
  });

  it('may change the currency while nothing is offered', async () => {
    const { do: run, totals } = await openStall();
    await run('start-session', { session: { currency: 'JPY' } });
    expect(totals()?.net).toEqual({ minor: 0, currency: 'JPY', exponent: 0 });
  });
});

describe('end-session', () => {
  it('marks the end, and late orders still count', async () => {
    const { accept, do: run, state, totals, refused, wait } = await openStall();
    wait(1_000);
    await run('end-session', {});
    expect(state().session?.endsAt).toBe('2026-07-01T11:00:01.000Z');
    await accept(orderEvent('1'));
    expect(totals()?.netOrders).toBe(1);
    expect(await refused('end-session', {})).toMatchObject({ status: 409, code: 'session-ended' });
  });
});

describe('set-goal', () => {
  it('sets and replaces a goal, in its own scope or the named room', async () => {
    const { do: run, state } = await openStall();
    const goal = { id: 'g', metric: 'net-amount', target: 1_000_000, scope: 'stall' } as const;
    await run('set-goal', { goal });
    await run('set-goal', { goal: { ...goal, id: 'h' }, room: 'north' });
    await run('set-goal', { goal: { ...goal, target: 2 } });
    expect(state().session?.goals).toEqual([
      { ...goal, target: 2 },
      { ...goal, id: 'h', scope: 'north' },
    ]);
  });

  it('refuses a scope that is not there', async () => {
    const { refused } = await openStall();
    const goal = { id: 'g', metric: 'orders', target: 1, scope: 'x' } as const;
    expect(await refused('set-goal', { goal })).toMatchObject({ status: 404, code: 'unknown-room' });
  });
});

it.each(['start-session', 'end-session'] as const)('%s refuses a room that is not there', async (type) => {
  const { refused } = await openStall();
  expect(await refused(type, { room: 'x', session: {} })).toMatchObject({ status: 404, code: 'unknown-room' });
});

describe('synthetic and real', () => {
  const synthetic = { synthetic: true } as const;

  it('are kept apart: a real session takes nothing synthetic', async () => {
    const { accept, ledger } = await openStall();
    expect(await accept(orderEvent('1', synthetic))).toMatchObject({
      ok: false,
      refusal: { status: 409, code: 'synthetic-in-real-session' },
    });
    expect(await ledger.command({ id: 'c', type: 'announce', text: 'x', synthetic: true })).toMatchObject({
      ok: false,
      refusal: { status: 409, code: 'synthetic-in-real-session' },
    });
  });

  it('marks everything of a synthetic session, also what came without the mark', async () => {
    const { accept, do: run, changes, state, order, stock, totals } = await openStall({ synthetic: true });
    await run('set-stock', { productId: 'peach', onHand: 1 });
    await run('announce', { text: 'x' });
    await accept(orderEvent('1'), orderEvent('2'), stockEvent(3));
    expect([order('1'), stock(), stock('melon'), totals(), totals('north')]).toMatchObject(Array(5).fill(synthetic));
    expect(state()).toMatchObject({ session: synthetic, announcements: { stall: synthetic }, alerts: [synthetic] });
    const marked = ['order', 'stock', 'totals', 'announcement', 'alert', 'session'];
    const bare = changes.flatMap(({ puts }) =>
      puts.filter((put) => marked.includes(put.kind) && put.value && !('synthetic' in put.value)),
    );
    expect(bare).toEqual([]);
  });

  it('have stocks of their own, so that a rehearsal sells nothing', async () => {
    const { accept, changes, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await run('start-session', { session: synthetic });
    expect(stock()).toBeUndefined();
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await accept(orderEvent('1', { ...synthetic, sourceVersion: 1 }));
    expect(stock()).toMatchObject({ sellable: 4, synthetic: true });
    await run('start-session', { session: {} });
    expect(stock()).toMatchObject({ sellable: 10, sold: 0 });
    expect(stock()).not.toHaveProperty('synthetic');
    // What becomes of the rehearsal's order touches the rehearsal's stock only.
    await accept(orderEvent('1', { sourceVersion: 2, status: 'cancelled' }));
    expect(stock()).toMatchObject({ sellable: 10, sold: 0 });
    expect(changes[changes.length - 1]?.puts.map(({ kind }) => kind)).toEqual(['alert']);
  });

  it('mark a product that was put so, and leave the others', async () => {
    const { ledger, state } = await openStall({ synthetic: true });
    await ledger.command({ id: 'c', type: 'put-product', synthetic: true, product: state().products[0]! });
    expect(state().products.map(({ synthetic: mark }) => mark)).toEqual([true, undefined, undefined]);
  });

  it('takes synthetic announcements down when a real session starts', async () => {
    const { do: run, state } = await openStall({ synthetic: true });
    await run('announce', { text: 'rehearsal' });
    await run('start-session', { session: {} });
    expect(state().announcements.stall).toBeNull();
  });

  it('takes synthetic messages to the host down when a real session starts', async () => {
    const { do: run, state } = await openStall({ synthetic: true });
    await run('message', { text: 'rehearsal' });
    await run('start-session', { session: {} });
    expect(state().alerts).toEqual([]);
  });

  it('keep their seller to themselves', async () => {
    const { do: run, state } = await openStall();
    await run('start-session', { session: { seller: { name: '阳山桃农合作社', licence: '93320206MA1' } } });
    await run('start-session', { session: {} });
    expect(state().session?.seller).toEqual({ name: '阳山桃农合作社', licence: '93320206MA1' });
    await run('start-session', { session: synthetic });
    expect(state().session).not.toHaveProperty('seller');
  });
});
