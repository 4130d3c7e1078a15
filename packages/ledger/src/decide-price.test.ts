import { describe, expect, it } from 'vitest';
import { offer, openStall, START, yuan } from './stall.fixture.js';

const IN_AN_HOUR = new Date(START + 3_600_000).toISOString();

async function openPricedStall() {
  const stall = await openStall();
  await stall.do('put-offer', { offer: offer('peach', 3_990, { compareAt: { price: yuan(4_990), basis: 'usual' } }) });
  return stall;
}

describe('hide-price and open-price', () => {
  it('keep the price back and give it', async () => {
    const { do: run, offer } = await openPricedStall();
    await run('hide-price', { productId: 'peach' });
    expect(offer()).toMatchObject({ price: null, compareAt: { basis: 'usual' } });
    await run('open-price', { productId: 'peach', price: yuan(2_990) });
    expect(offer()).toMatchObject({ price: yuan(2_990) });
  });

  it('take the flash price off with the price', async () => {
    const { do: run, offer } = await openPricedStall();
    await run('start-flash', { productId: 'peach', price: yuan(1_990), endsAt: IN_AN_HOUR });
    await run('hide-price', { productId: 'peach' });
    expect(offer()).not.toHaveProperty('flash');
    expect(JSON.stringify(offer())).not.toContain('1990');
  });

  it('make an offer where there is none', async () => {
    const { do: run, offer } = await openStall();
    await run('hide-price', { productId: 'melon' });
    expect(offer('melon')).toEqual({ id: 'melon', productId: 'melon', price: null });
    await run('open-price', { productId: 'peach', price: yuan(1) });
    expect(offer('peach')).toEqual({ id: 'peach', productId: 'peach', price: yuan(1) });
  });

  it('give a room an offer of its own after the stall’s', async () => {
    const { do: run, offer } = await openPricedStall();
    await run('hide-price', { productId: 'peach', room: 'north' });
    expect(offer('peach', 'north')).toEqual({
      id: 'peach@north',
      productId: 'peach',
      room: 'north',
      price: null,
      compareAt: { price: yuan(4_990), basis: 'usual' },
    });
    expect(offer()?.price).toEqual(yuan(3_990));
    await run('open-price', { productId: 'peach', room: 'north', price: yuan(5) });
    expect(offer('peach', 'north')).toMatchObject({ id: 'peach@north', price: yuan(5) });
  });
});

describe('a flash sale', () => {
  it('runs from now to its deadline', async () => {
    const { do: run, offer } = await openPricedStall();
    await run('start-flash', { productId: 'peach', price: yuan(1_990), endsAt: IN_AN_HOUR, allocated: 50 });
    expect(offer()?.flash).toEqual({
      price: yuan(1_990),
      startsAt: new Date(START).toISOString(),
      endsAt: IN_AN_HOUR,
      allocated: 50,
    });
    await run('end-flash', { productId: 'peach' });
    expect(offer()).not.toHaveProperty('flash');
  });

  it('keeps its deadline, and makes way when it is over', async () => {
    const { do: run, refused, wait, offer } = await openPricedStall();
    const flash = { productId: 'peach', price: yuan(1_990), endsAt: IN_AN_HOUR };
    await run('start-flash', flash);
    expect(await refused('start-flash', { ...flash, endsAt: '2026-07-01T23:00:00Z' })).toMatchObject({
      status: 409,
      code: 'flash-running',
    });
    wait(3_600_000);
    await run('start-flash', { ...flash, endsAt: '2026-07-01T23:00:00Z' });
    expect(offer()?.flash?.endsAt).toBe('2026-07-01T23:00:00Z');
  });

  it('is refused in the past, without a price, in another currency, and its end where there is none', async () => {
    const { do: run, refused } = await openPricedStall();
    const flash = { productId: 'peach', price: yuan(1_990), endsAt: new Date(START).toISOString() };
    expect(await refused('start-flash', flash)).toMatchObject({ status: 422, code: 'flash-in-the-past' });
    const dollars = { minor: 500, currency: 'USD', exponent: 2 } as const;
    expect(await refused('start-flash', { ...flash, price: dollars })).toMatchObject({
      status: 409,
      code: 'foreign-currency',
    });
    expect(await refused('end-flash', { productId: 'peach' })).toMatchObject({ status: 409, code: 'no-flash' });
    await run('hide-price', { productId: 'peach' });
    expect(await refused('start-flash', { ...flash, endsAt: IN_AN_HOUR })).toMatchObject({
      status: 409,
      code: 'price-hidden',
    });
  });
});

it.each(['hide-price', 'open-price', 'start-flash', 'end-flash'] as const)(
  '%s refuses a product or a room that is not there',
  async (type) => {
    const { refused } = await openStall();
    const fields = { price: yuan(1), endsAt: IN_AN_HOUR };
    expect(await refused(type, { ...fields, productId: 'plum' })).toMatchObject({
      status: 404,
      code: 'unknown-product',
    });
    expect(await refused(type, { ...fields, productId: 'peach', room: 'x' })).toMatchObject({
      status: 404,
      code: 'unknown-room',
    });
  },
);
