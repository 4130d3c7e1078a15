import { describe, expect, it } from 'vitest';
import { essence, openStall, orderEvent, yuan } from './stall.fixture.js';

const GOAL = { id: 'g', metric: 'orders' as const, target: 10, scope: 'stall' };

describe('the start of a session, taken back', () => {
  it('brings back the session before: its orders, totals, goals and end', async () => {
    const { accept, do: run, state, totals } = await openStall();
    await accept(orderEvent('1'), orderEvent('2', { room: 'north' }));
    await run('set-goal', { goal: GOAL });
    await run('end-session', {});
    const before = essence(state());
    const started = await run('start-session', { session: { title: 'by mistake' } });
    expect(totals()).toMatchObject({ netOrders: 0, net: yuan(0) });
    const back = await run('undo', { commandId: started });
    expect(essence(state())).toEqual(before);
    expect(totals()).toMatchObject({ netOrders: 2, net: yuan(7_980) });
    // Its goal and its end are from before the mistake, and stand in nobody's way.
    await run('undo', { commandId: back });
    expect(state().session?.title).toBe('by mistake');
  });

  it('counts what became meanwhile of the orders before it', async () => {
    const { accept, do: run, totals, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1'), orderEvent('2'));
    const started = await run('start-session', { session: {} });
    await accept(orderEvent('1', { status: 'cancelled', sourceVersion: Date.parse('2026-07-01T12:00:00Z') }));
    await run('undo', { commandId: started });
    expect([totals()?.netOrders, totals()?.net, stock()?.sellable]).toEqual([1, yuan(3_990), 9]);
    expect(totals()?.timeline?.net.reduce((sum, net) => sum + net, 0)).toBe(3_990);
  });

  it('is refused once an order came in it, whichever way it is taken', async () => {
    const { accept, do: run, refused, order } = await openStall();
    const started = await run('start-session', { session: {} });
    const back = await run('undo', { commandId: started });
    await accept(orderEvent('1'));
    // Here the order is one of the session before, which would be left.
    expect(await refused('undo', { commandId: back })).toMatchObject({ status: 409, code: 'session-has-orders' });
    const again = await run('start-session', { session: {} });
    await accept(orderEvent('2'));
    const refusal = await refused('undo', { commandId: again });
    expect(refusal).toMatchObject({ status: 409, code: 'session-has-orders' });
    expect(refusal.message['zh-CN']).toContain('这一场已经有订单了');
    expect(order('2')?.status).toBe('paid');
  });

  it('is refused once it has a goal or an end of its own, and done when those are undone', async () => {
    const { do: run, refused, state } = await openStall();
    await run('set-goal', { goal: GOAL });
    const first = state().session;
    const started = await run('start-session', { session: { goals: [{ ...GOAL, target: 5 }] } });
    for (const step of [() => run('set-goal', { goal: { ...GOAL, target: 9 } }), () => run('end-session', {})]) {
      const later = await step();
      expect(await refused('undo', { commandId: started })).toMatchObject({ status: 409, code: 'session-has-steps' });
      await run('undo', { commandId: later });
    }
    await run('undo', { commandId: started });
    expect(state().session).toEqual(first);
  });

  it('leads from a real session back to the example with its own stock, and there again', async () => {
    const { do: run, stock, state } = await openStall({ synthetic: true });
    await run('set-stock', { productId: 'peach', onHand: 5 });
    const started = await run('start-session', { session: {} });
    await run('set-stock', { productId: 'peach', onHand: 400 });
    const back = await run('undo', { commandId: started });
    expect([stock()?.sellable, state().session?.synthetic]).toEqual([5, true]);
    await run('undo', { commandId: back });
    expect([stock()?.sellable, state().session?.synthetic]).toEqual([400, undefined]);
  });
});

describe('the end of a session, taken back', () => {
  it('lets it go on with the orders that came between', async () => {
    const { accept, do: run, state, totals } = await openStall();
    const ended = await run('end-session', {});
    await accept(orderEvent('1'));
    await run('undo', { commandId: ended });
    expect(state().session?.endsAt).toBeUndefined();
    expect(totals()?.netOrders).toBe(1);
  });

  it('is refused while another session is on', async () => {
    const { do: run, refused, state } = await openStall();
    const ended = await run('end-session', {});
    const started = await run('start-session', { session: {} });
    const refusal = await refused('undo', { commandId: ended });
    expect(refusal).toMatchObject({ status: 409, code: 'session-over' });
    expect(refusal.message['zh-CN']).toContain('已经开始了新的一场');
    await run('undo', { commandId: started });
    await run('undo', { commandId: ended });
    expect(state().session?.endsAt).toBeUndefined();
  });
});
