import { describe, expect, it } from 'vitest';
import { offer, openStall, orderEvent, product, yuan } from './stall.fixture.js';

describe('rooms', () => {
  it('are put, changed and kept in their order', async () => {
    const { do: run, state } = await openStall();
    await run('put-room', { room: { id: 'main', title: 'Orchard', commerce: true } });
    expect(state().rooms.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'main Orchard',
      'north North',
      'studio Studio',
    ]);
  });

  it('keep their panic through a change that does not name it', async () => {
    const { do: run, state } = await openStall();
    await run('panic', { on: true });
    await run('put-room', { room: { id: 'main', title: 'Orchard', commerce: true } });
    expect(state().rooms.map(({ panic }) => panic)).toEqual([true, true, true]);
    await run('put-room', { room: { id: 'main', title: 'Orchard', commerce: true, panic: false } });
    expect(state().rooms.map(({ panic }) => panic)).toEqual([false, true, true]);
  });

  it('go with what they have of their own', async () => {
    const { accept, do: run, state, stock, totals } = await openStall();
    await accept(orderEvent('1', { room: 'north' }));
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await run('put-offer', { offer: offer('peach', 100, { id: 'n', room: 'north' }) });
    await run('feature', { productIds: ['peach'], room: 'north' });
    await run('announce', { text: 'hello', room: 'north' });
    await run('allocate', { productId: 'peach', room: 'north', quantity: 2 });
    await run('remove-room', { roomId: 'north' });
    expect(state()).toMatchObject({ offers: [], featured: { rooms: {} }, announcements: { rooms: {} } });
    expect(state().totals.rooms).not.toHaveProperty('north');
    expect(stock()?.quotas).toEqual([]);
    expect(totals()?.netOrders).toBe(1);
  });

  it('are refused to go where they are not, or are the last', async () => {
    const { do: run, refused } = await openStall();
    expect(await refused('remove-room', { roomId: 'nowhere' })).toMatchObject({ status: 404, code: 'unknown-room' });
    await run('remove-room', { roomId: 'north' });
    await run('remove-room', { roomId: 'studio' });
    expect(await refused('remove-room', { roomId: 'main' })).toMatchObject({ status: 409, code: 'last-room' });
  });
});

describe('products', () => {
  it('are put whole', async () => {
    const { do: run, state } = await openStall();
    await run('put-product', { product: product('peach', { title: '水蜜桃', linkNo: 1 }) });
    expect(state().products[0]).toEqual(product('peach', { title: '水蜜桃', linkNo: 1 }));
  });

  it('show no stock before there is a figure', async () => {
    const { state } = await openStall();
    expect(state().stocks).toEqual([]);
  });

  it('go with their offers and out of what is featured, and find their stock when they return', async () => {
    const { do: run, state, stock } = await openStall();
    await run('put-offer', { offer: offer('peach') });
    await run('set-stock', { productId: 'peach', onHand: 5 });
    await run('feature', { productIds: ['peach', 'melon'] });
    await run('feature', { productIds: ['peach'], room: 'north' });
    await run('remove-product', { productId: 'peach' });
    expect(state()).toMatchObject({ offers: [], stocks: [], featured: { stall: ['melon'], rooms: {} } });
    await run('put-product', { product: product('peach') });
    expect(stock()?.sellable).toBe(5);
  });

  it('are refused the shop’s product of another, and to go where they are not', async () => {
    const { refused } = await openStall();
    const twin = product('twin', { sources: [{ source: 'shop', id: 'shop-peach' }] });
    expect(await refused('put-product', { product: twin })).toMatchObject({
      status: 409,
      code: 'source-taken',
      message: {
        en: 'The product "peach" is already listed as shop shop-peach: take that source away from one of the two.',
      },
    });
    expect(await refused('remove-product', { productId: 'plum' })).toMatchObject({
      status: 404,
      code: 'unknown-product',
    });
  });
});

describe('put-offer', () => {
  it('puts a price for the stall and one for a room', async () => {
    const { do: run, state } = await openStall();
    await run('put-offer', { offer: offer('peach', 3_990) });
    await run('put-offer', { offer: offer('peach', 3_490, { id: 'n', room: 'north' }) });
    expect(state().offers.map(({ price, room }) => [price?.minor, room])).toEqual([
      [3_990, undefined],
      [3_490, 'north'],
    ]);
  });

  it('makes an earlier offer of the same place go', async () => {
    const { do: run, state } = await openStall();
    await run('put-offer', { offer: offer('peach', 3_990) });
    await run('put-offer', { offer: offer('peach', 2_990, { id: 'better' }) });
    expect(state().offers).toEqual([offer('peach', 2_990, { id: 'better' })]);
  });

  it('tells the stall its currency where nothing did before', async () => {
    const { do: run, totals } = await openStall({ currency: undefined as never });
    expect(totals()).toBeNull();
    await run('put-offer', { offer: offer('peach') });
    expect(totals()?.net).toEqual(yuan(0));
  });

  it('refuses a stranger, another room, another currency and a flash without time', async () => {
    const { refused } = await openStall();
    expect(await refused('put-offer', { offer: offer('plum') })).toMatchObject({
      status: 404,
      code: 'unknown-product',
    });
    expect(await refused('put-offer', { offer: offer('peach', 1, { room: 'x' }) })).toMatchObject({
      code: 'unknown-room',
    });
    const dollars = { minor: 500, currency: 'USD', exponent: 2 } as const;
    expect(await refused('put-offer', { offer: { ...offer('peach'), price: dollars } })).toMatchObject({
      status: 409,
      code: 'foreign-currency',
      message: { en: expect.stringContaining('CNY') as string },
    });
    const mixed = offer('peach', 100, { compareAt: { price: dollars, basis: 'list' } });
    expect(await refused('put-offer', { offer: mixed })).toMatchObject({ code: 'foreign-currency' });
    const at = '2026-07-01T12:00:00.000Z';
    const flash = { price: yuan(1), startsAt: at, endsAt: at };
    expect(await refused('put-offer', { offer: offer('peach', 100, { flash }) })).toMatchObject({
      status: 422,
      code: 'flash-without-time',
    });
  });
});
