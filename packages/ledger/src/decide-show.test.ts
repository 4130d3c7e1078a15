import { describe, expect, it } from 'vitest';
import { openStall, orderEvent, product, START } from './stall.fixture.js';

describe('feature', () => {
  it('shows one to three products, in the stall or in a room', async () => {
    const { do: run, state } = await openStall();
    await run('feature', { productIds: ['peach', 'melon', 'peach'] });
    await run('feature', { productIds: ['visit'], room: 'north' });
    expect(state().featured).toEqual({ stall: ['peach', 'melon'], rooms: { north: ['visit'] } });
  });

  it('refuses what is not listed and a room that sells nothing', async () => {
    const { refused } = await openStall();
    expect(await refused('feature', { productIds: ['peach', 'plum'] })).toMatchObject({
      status: 404,
      code: 'unknown-product',
    });
    expect(await refused('feature', { productIds: ['peach'], room: 'x' })).toMatchObject({
      status: 404,
      code: 'unknown-room',
    });
    expect(await refused('feature', { productIds: ['peach'], room: 'studio' })).toMatchObject({
      status: 409,
      code: 'room-without-commerce',
    });
  });
});

describe('unfeature', () => {
  it('leaves nothing featured in the stall', async () => {
    const { do: run, state } = await openStall();
    await run('feature', { productIds: ['peach'] });
    await run('unfeature', {});
    expect(state().featured).toEqual({ stall: null, rooms: {} });
  });

  it('hides in a room what the stall features, until the stall features again', async () => {
    const { do: run, state } = await openStall();
    await run('feature', { productIds: ['peach'] });
    await run('unfeature', { room: 'north' });
    expect(state().featured).toEqual({ stall: ['peach'], rooms: { north: [] } });
    await run('feature', { productIds: ['melon'] });
    expect(state().featured).toEqual({ stall: ['melon'], rooms: {} });
  });
});

it('bring-back ends a hold and features the product', async () => {
  const { do: run, state, stock } = await openStall();
  await run('set-stock', { productId: 'peach', onHand: 3 });
  await run('sold-out', { productId: 'peach' });
  await run('bring-back', { productId: 'peach' });
  expect(stock()?.hold).toBe('none');
  expect(state().featured.stall).toEqual(['peach']);
});

it('bring-back refuses a product, and a room, that is not there', async () => {
  const { refused } = await openStall();
  expect(await refused('bring-back', { productId: 'plum' })).toMatchObject({ status: 404, code: 'unknown-product' });
  expect(await refused('bring-back', { productId: 'peach', room: 'x' })).toMatchObject({
    status: 404,
    code: 'unknown-room',
  });
});

describe('next-in-run', () => {
  const planRun = async () => {
    const stall = await openStall();
    for (const [order, id] of ['visit', 'peach', 'melon'].entries()) {
      const found = stall.state().products.find((p) => p.id === id)!;
      await stall.do('put-product', { product: { ...found, run: { order } } });
    }
    await stall.do('put-product', { product: product('unplanned') });
    return stall;
  };

  it('walks the run and begins again after the last', async () => {
    const { do: run, state } = await planRun();
    const shown: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      await run('next-in-run', {});
      shown.push(state().featured.stall);
    }
    expect(shown).toEqual([['visit'], ['peach'], ['melon'], ['visit']]);
  });

  it('passes over what is on hold', async () => {
    const { do: run, state } = await planRun();
    await run('next-in-run', {});
    await run('pause', { productId: 'peach' });
    await run('next-in-run', {});
    expect(state().featured.stall).toEqual(['melon']);
  });

  it('goes on in a room from what the stall features', async () => {
    const { do: run, state } = await planRun();
    await run('feature', { productIds: ['visit', 'peach'] });
    await run('next-in-run', { room: 'north' });
    expect(state().featured).toEqual({ stall: ['visit', 'peach'], rooms: { north: ['melon'] } });
  });

  it('goes by link number where no run is planned', async () => {
    const { do: run, state } = await openStall();
    await run('put-product', { product: product('peach', { linkNo: 2 }) });
    await run('put-product', { product: product('plum', { linkNo: 1 }) });
    await run('next-in-run', {});
    expect(state().featured.stall).toEqual(['plum']);
  });

  it('is refused where there is nothing to show', async () => {
    const { do: run, refused } = await openStall();
    for (const productId of ['peach', 'melon', 'visit']) await run('pause', { productId });
    expect(await refused('next-in-run', {})).toMatchObject({ status: 409, code: 'nothing-in-run' });
  });
});

describe('announce', () => {
  it('says a line in the stall or a room, for as long as told', async () => {
    const { do: run, state } = await openStall();
    await run('announce', { text: '今晚 20:30 抽奖' });
    await run('announce', { text: 'North', room: 'north', ttlMs: 60_000 });
    const at = new Date(START).toISOString();
    expect(state().announcements).toEqual({
      stall: { text: '今晚 20:30 抽奖', at },
      rooms: { north: { text: 'North', at, until: '2026-07-01T11:01:00.000Z' } },
    });
    await run('clear-announcement', {});
    await run('clear-announcement', { room: 'north' });
    expect(state().announcements).toEqual({ stall: null, rooms: {} });
  });
});

describe('message', () => {
  const told = (scope: string, text: string, until?: string) => ({
    id: `message:${scope}`,
    at: new Date(START).toISOString(),
    code: 'message',
    subject: scope,
    detail: { text, ...(until && { until }) },
  });

  it('tells the host of the stall or a room, until the next, a time, or until taken back', async () => {
    const { do: run, state } = await openStall();
    await run('message', { text: '讲完桃子换西瓜' });
    await run('message', { text: 'North: slower', room: 'north', ttlMs: 60_000 });
    expect(state().alerts).toEqual([
      told('stall', '讲完桃子换西瓜'),
      told('north', 'North: slower', '2026-07-01T11:01:00.000Z'),
    ]);
    await run('clear-message', { room: 'north' });
    const next = await run('message', { text: '喝口水' });
    expect(state().alerts).toEqual([told('stall', '喝口水')]);
    await run('undo', { commandId: next });
    expect(state().alerts).toEqual([told('stall', '讲完桃子换西瓜')]);
  });

  it('is kept while alerts come and go', async () => {
    const { accept, do: run, alerts } = await openStall();
    await run('message', { text: '喝口水' });
    for (let i = 0; i < 25; i++) await accept(orderEvent(`${i}`, { lines: [{ ref: { id: 'unlisted' }, qty: 1 }] }));
    expect(alerts()).toContain('message stall');
    expect(alerts()).toHaveLength(21);
  });

  it('goes with its room', async () => {
    const { do: run, state } = await openStall();
    await run('message', { text: 'North', room: 'north' });
    const removed = await run('remove-room', { roomId: 'north' });
    expect(state().alerts).toEqual([]);
    await run('undo', { commandId: removed });
    expect(state().alerts).toEqual([told('north', 'North')]);
  });
});

describe('panic', () => {
  it('takes one room or all off the air and back on', async () => {
    const { do: run, state } = await openStall();
    const panics = () => state().rooms.map(({ panic }) => panic);
    await run('panic', { on: true, room: 'north' });
    expect(panics()).toEqual([false, true, false]);
    await run('panic', { on: true });
    expect(panics()).toEqual([true, true, true]);
    await run('panic', { on: false });
    expect(panics()).toEqual([false, false, false]);
  });
});

it.each(['unfeature', 'next-in-run', 'announce', 'clear-announcement', 'message', 'clear-message', 'panic'] as const)(
  '%s refuses a room that is not there',
  async (type) => {
    const { refused } = await openStall();
    expect(await refused(type, { room: 'x', text: 'x', on: true })).toMatchObject({
      status: 404,
      code: 'unknown-room',
    });
  },
);
