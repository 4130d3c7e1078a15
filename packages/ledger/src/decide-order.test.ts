import { describe, expect, it } from 'vitest';
import { openStall, orderEvent, product, START, stockEvent, yuan } from './stall.fixture.js';

describe('an order event', () => {
  it('puts the order, its stock and its totals in one change', async () => {
    const { accept, changes, do: run, stock, totals } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1'));
    const last = changes[changes.length - 1]!;
    expect(last.puts.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'order shop:1',
      'stock peach',
      'totals main',
      'totals stall',
    ]);
    expect(last.puts.every(({ version }) => version === last.offset)).toBe(true);
    expect(stock()).toMatchObject({ onHand: 10, reserved: 0, sold: 1, sellable: 9, oversold: 0 });
    expect(totals()).toEqual({
      gross: yuan(3_990),
      cancelled: yuan(0),
      refunded: yuan(0),
      net: yuan(3_990),
      paidOrders: 1,
      netOrders: 1,
      units: 1,
      massG: 2_500,
      timeline: { from: new Date(START).toISOString(), stepMs: 300_000, orders: [1], net: [3_990] },
    });
  });

  it('keeps the order with its id, seq, room and mask', async () => {
    const { accept, order, ledger } = await openStall();
    await accept(orderEvent('1', { region: { level: 'province', name: '江苏' } }));
    expect(order('1')).toEqual({
      id: 'shop:1',
      orderId: '1',
      lines: [{ productId: 'peach', qty: 1 }],
      room: 'main',
      status: 'paid',
      buyer: { mask: '王**' },
      region: { level: 'province', name: '江苏' },
      total: yuan(3_990),
      occurredAt: '2026-07-01T11:00:00.000Z',
      seq: ledger.position.offset,
    });
  });

  it.each([
    ['placed', { reserved: 2, sold: 0 }],
    ['paid', { reserved: 0, sold: 2 }],
    ['partially-refunded', { reserved: 0, sold: 2 }],
    ['refunded', { reserved: 0, sold: 2 }],
    ['cancelled', { reserved: 0, sold: 0 }],
  ] as const)('that is %s holds units of goods accordingly', async (status, units) => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    const lines = [{ ref: { id: 'shop-peach' }, qty: 2 }];
    await accept(orderEvent('1', { sourceVersion: 1, lines, status: 'placed' }));
    await accept(orderEvent('1', { sourceVersion: 2, lines, status }));
    expect(stock()).toMatchObject(units);
  });

  it('gives a refunded ticket back and keeps refunded goods', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'visit', onHand: 20 });
    await run('set-stock', { productId: 'peach', onHand: 20 });
    const lines = [
      { ref: { id: 'shop-visit' }, qty: 2 },
      { ref: { id: 'shop-peach' }, qty: 3 },
    ];
    await accept(orderEvent('1', { sourceVersion: 1, lines }));
    expect([stock('visit')?.sellable, stock()?.sellable]).toEqual([18, 17]);
    await accept(orderEvent('1', { sourceVersion: 2, status: 'refunded', lines }));
    expect([stock('visit')?.sellable, stock()?.sellable]).toEqual([20, 17]);
  });

  it('takes each field from the highest version that carries it', async () => {
    const { accept, order } = await openStall();
    await accept({ type: 'order', eventId: 'a', source: 'shop', orderId: '1', sourceVersion: 3, status: 'paid' });
    await accept(orderEvent('1', { sourceVersion: 1, status: 'placed', buyer: { mask: '李*' } }));
    await accept({ type: 'order', eventId: 'b', source: 'shop', orderId: '1', sourceVersion: 2, total: yuan(5_000) });
    expect(order('1')).toMatchObject({
      status: 'paid',
      buyer: { mask: '李*' },
      total: yuan(5_000),
      lines: [{ productId: 'peach', qty: 1 }],
    });
  });

  it('takes the later status of two messages of one version, else the first', async () => {
    const { accept, order } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 5, status: 'paid', total: yuan(2) }));
    await accept(orderEvent('1', { sourceVersion: 5, status: 'placed', total: yuan(1) }));
    expect(order('1')).toMatchObject({ status: 'paid', total: yuan(2) });
    await accept(orderEvent('1', { sourceVersion: 5, status: 'cancelled', eventId: 'c', total: yuan(3) }));
    await accept(orderEvent('1', { sourceVersion: 5, status: 'cancelled', eventId: 'd', total: yuan(4) }));
    expect(order('1')).toMatchObject({ status: 'cancelled', total: yuan(3) });
  });

  it('that says nothing new changes nothing and does not move the log', async () => {
    const { accept, ledger } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 5 }));
    const { position } = ledger;
    expect(await accept(orderEvent('1', { sourceVersion: 4, eventId: 'late' }))).toEqual({
      ok: true,
      position,
      repeated: false,
    });
    expect(ledger.position).toEqual(position);
  });

  it('cancelled before it was placed holds nothing and counts nothing', async () => {
    const { accept, do: run, stock, totals, order } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1', { sourceVersion: 2, status: 'cancelled', reason: 'unpaid-timeout' }));
    await accept(orderEvent('1', { sourceVersion: 1, status: 'placed' }));
    expect(order('1')).toMatchObject({ status: 'cancelled', reason: 'unpaid-timeout' });
    expect(stock()?.sellable).toBe(10);
    expect(totals()).toMatchObject({ gross: yuan(0), cancelled: yuan(0), net: yuan(0), paidOrders: 0, netOrders: 0 });
  });

  it('refunded before the payment is told counts as paid and refunded', async () => {
    const { accept, totals, order } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 2, status: 'refunded' }));
    await accept(orderEvent('1', { sourceVersion: 1, status: 'paid' }));
    expect(order('1')?.status).toBe('refunded');
    expect(totals()).toMatchObject({
      gross: yuan(3_990),
      refunded: yuan(3_990),
      net: yuan(0),
      paidOrders: 1,
      netOrders: 0,
      units: 0,
    });
  });

  it('paid late, after it was cancelled for want of payment, counts and alerts', async () => {
    const { accept, totals, order, alerts } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 1, status: 'placed' }));
    await accept(orderEvent('1', { sourceVersion: 2, status: 'cancelled', reason: 'unpaid-timeout' }));
    await accept(orderEvent('1', { sourceVersion: 3, status: 'paid' }));
    expect(order('1')).toMatchObject({ status: 'paid' });
    expect(order('1')).not.toHaveProperty('reason');
    expect(totals()).toMatchObject({ net: yuan(3_990), netOrders: 1 });
    expect(alerts()).toEqual(['unusual-transition shop:1']);
  });

  it('opened again without payment counts nothing any more', async () => {
    const { accept, do: run, stock, totals, alerts } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1', { sourceVersion: 1 }));
    await accept(orderEvent('1', { sourceVersion: 2, status: 'cancelled' }));
    expect(totals()).toMatchObject({ gross: yuan(3_990), cancelled: yuan(3_990), net: yuan(0), paidOrders: 1 });
    await accept(orderEvent('1', { sourceVersion: 3, status: 'placed' }));
    expect(stock()).toMatchObject({ reserved: 1, sold: 0, sellable: 9 });
    expect(totals()).toMatchObject({ gross: yuan(0), net: yuan(0), paidOrders: 0, netOrders: 0 });
    expect(alerts()).toEqual(['unusual-transition shop:1']);
  });

  it('partly refunded counts less by what was given back', async () => {
    const { accept, totals, order } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 1 }));
    await accept(orderEvent('1', { sourceVersion: 2, status: 'partially-refunded', refunded: yuan(1_000) }));
    expect(order('1')).toMatchObject({ status: 'partially-refunded', refunded: yuan(1_000) });
    expect(totals()).toMatchObject({
      gross: yuan(3_990),
      refunded: yuan(1_000),
      net: yuan(2_990),
      netOrders: 1,
      units: 1,
    });
  });

  it('that is only a note gets its lines and amount later, and no second row', async () => {
    const { accept, state, totals, order } = await openStall();
    await accept({ type: 'order', eventId: 'a', source: 'shop', orderId: '1', sourceVersion: 1, status: 'paid' });
    expect(order('1')).toMatchObject({ lines: [], buyer: { mask: '**' } });
    expect(order('1')).not.toHaveProperty('operatorOnly');
    expect(totals()).toMatchObject({ net: yuan(0), netOrders: 1 });
    const { seq } = order('1')!;
    await accept(orderEvent('1', { sourceVersion: 2 }));
    expect(state().orders).toHaveLength(1);
    expect(order('1')).toMatchObject({ seq, total: yuan(3_990) });
    expect(totals()).toMatchObject({ net: yuan(3_990), netOrders: 1, units: 1 });
  });

  it('adds the amounts of its lines up where it has no total', async () => {
    const { accept, totals } = await openStall();
    const { total: _, ...event } = orderEvent('1', {
      lines: [
        { ref: { id: 'shop-peach' }, qty: 1, amount: yuan(100) },
        { ref: { id: 'shop-visit' }, qty: 1, amount: yuan(23) },
      ],
    });
    await accept(event);
    expect(totals()?.net).toEqual(yuan(123));
  });

  it('of nothing that is listed is for the operator only', async () => {
    const { accept, totals, order, alerts } = await openStall();
    await accept(orderEvent('1', { lines: [{ ref: { id: 'stranger' }, qty: 1 }] }));
    expect(order('1')).toMatchObject({ operatorOnly: 'unlisted', lines: [{ productId: null, qty: 1 }] });
    expect(totals()?.paidOrders).toBe(0);
    expect(alerts()).toEqual(['unlisted-product shop:1']);
  });

  it('of something that is listed and something that is not is shown', async () => {
    const { accept, totals, order, alerts } = await openStall();
    const lines = [
      { ref: { id: 'stranger' }, qty: 5 },
      { ref: { id: 'shop-peach' }, qty: 2 },
    ];
    await accept(orderEvent('1', { lines }));
    expect(order('1')?.lines).toEqual([
      { productId: null, qty: 5 },
      { productId: 'peach', qty: 2 },
    ]);
    expect(totals()).toMatchObject({ units: 2, massG: 5_000, netOrders: 1 });
    expect(alerts()).toEqual([]);
  });

  it('in another currency is for the operator only, and takes stock', async () => {
    const { accept, do: run, stock, totals, order, alerts, state } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1', { total: { minor: 500, currency: 'USD', exponent: 2 } }));
    expect(order('1')?.operatorOnly).toBe('currency');
    expect(stock()?.sellable).toBe(9);
    expect(totals()?.paidOrders).toBe(0);
    expect(alerts()).toEqual(['foreign-currency shop:1']);
    expect(state().alerts?.[0]?.detail).toEqual({ currency: 'USD', expected: 'CNY' });
  });

  it('tells the stall its currency where nothing did before', async () => {
    const { ledger } = await openStall({ currency: undefined as never });
    expect(ledger.snapshot().state.totals.stall).toBeNull();
    await ledger.accept([orderEvent('1', { total: { minor: 700, currency: 'JPY', exponent: 0 } })]);
    expect(ledger.snapshot().state.totals.stall?.net).toEqual({ minor: 700, currency: 'JPY', exponent: 0 });
    expect(ledger.snapshot().state.totals.rooms.north?.net).toEqual({ minor: 0, currency: 'JPY', exponent: 0 });
  });

  it('counts in its own room, and moves there when a message names it', async () => {
    const { accept, totals, order } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 1 }));
    expect([totals('main')?.netOrders, totals('north')?.netOrders]).toEqual([1, 0]);
    await accept(orderEvent('1', { sourceVersion: 1, room: 'north', eventId: 'b', status: 'cancelled' }));
    await accept(orderEvent('1', { sourceVersion: 2, room: 'north', eventId: 'c' }));
    expect(order('1')?.room).toBe('north');
    expect([totals('main')?.netOrders, totals('north')?.netOrders, totals()?.netOrders]).toEqual([0, 1, 1]);
  });

  it('takes its units along to the quota of the room it moves to', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 5 });
    await run('allocate', { productId: 'peach', room: 'north', quantity: 5 });
    await accept(orderEvent('1'));
    expect(stock()?.quotas.map(({ sellable }) => sellable)).toEqual([4, 5]);
    await accept({ type: 'order', eventId: 'b', source: 'shop', orderId: '1', sourceVersion: 0, room: 'north' });
    expect(stock()?.quotas.map(({ sellable }) => sellable)).toEqual([5, 4]);
  });

  it('opens an order again whose product is listed later', async () => {
    const { accept, do: run, order, totals, stock, alerts } = await openStall();
    const lines = [{ ref: { id: 'shop-plum' }, qty: 2 }];
    await accept(orderEvent('1', { lines }));
    expect(order('1')?.operatorOnly).toBe('unlisted');
    expect(alerts()).toEqual(['unlisted-product shop:1']);

    const put = await run('put-product', { product: product('plum') });
    expect(order('1')).toMatchObject({ lines: [{ productId: 'plum', qty: 2 }], total: yuan(3_990) });
    expect(order('1')?.operatorOnly).toBeUndefined();
    expect(alerts()).toEqual([]);
    expect(totals()).toMatchObject({ netOrders: 1, units: 2, massG: 5_000, net: yuan(3_990) });
    expect(stock('plum')).toMatchObject({ sold: 2 });

    await run('undo', { commandId: put });
    expect(order('1')?.operatorOnly).toBe('unlisted');
    expect(totals()).toMatchObject({ netOrders: 0, units: 0 });
  });

  it('opens again only for what the new listing names, and only in its own session', async () => {
    const { accept, do: run, order, changes, stock } = await openStall();
    const of = (id: string) => ({ lines: [{ ref: { id }, qty: 1 }] });
    await accept(orderEvent('1', of('shop-plum')));
    await run('start-session', { session: {} });
    await accept(orderEvent('2', of('shop-pear')));
    await run('put-product', { product: product('plum') });
    expect(changes.at(-1)?.puts.map(({ kind }) => kind)).toEqual(['product']);
    expect(order('2')?.operatorOnly).toBe('unlisted');
    expect(stock('plum')).toBeUndefined();
  });

  it('keeps what a later message said of its lines when the listing is undone', async () => {
    const { accept, do: run, order } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 1, lines: [{ ref: { id: 'shop-plum' }, qty: 2 }] }));
    const put = await run('put-product', { product: product('plum') });
    await accept(orderEvent('1', { sourceVersion: 2, lines: [{ ref: { id: 'shop-peach' }, qty: 1 }] }));
    await run('undo', { commandId: put });
    expect(order('1')?.lines).toEqual([{ productId: 'peach', qty: 1 }]);
  });

  it('for a room that is not there is refused, and the whole delivery with it', async () => {
    const { accept, state, ledger } = await openStall();
    const { position } = ledger;
    const outcome = await accept(orderEvent('1'), orderEvent('2', { room: 'nowhere' }));
    expect(outcome).toMatchObject({ ok: false, refusal: { status: 422, code: 'unknown-room' } });
    expect(state().orders).toEqual([]);
    expect(ledger.position).toEqual(position);
    expect(await accept(orderEvent('1'))).toMatchObject({ ok: true, repeated: false });
  });

  it('gives the first selling room to orders without one', async () => {
    const { accept, do: run, order } = await openStall();
    await run('put-room', { room: { id: 'main', title: 'Main', commerce: false } });
    await accept(orderEvent('1'));
    expect(order('1')?.room).toBe('north');
  });

  it('of an earlier session takes stock, alerts, and is not put', async () => {
    const { accept, do: run, stock, order, alerts, totals, changes } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1', { sourceVersion: 1 }));
    await run('start-session', { session: {} });
    await accept(orderEvent('1', { sourceVersion: 2, status: 'cancelled' }));
    expect(order('1')).toBeUndefined();
    expect(stock()?.sellable).toBe(10);
    expect(totals()?.paidOrders).toBe(0);
    expect(alerts()).toEqual(['late-order shop:1']);
    expect(changes[changes.length - 1]!.puts.map(({ kind }) => kind).sort()).toEqual(['alert', 'stock']);
  });

  it('oversells into an alert that follows the figure and goes with it', async () => {
    const { accept, do: run, stock, alerts, state } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 1 });
    for (const id of ['1', '2', '3']) await accept(orderEvent(id, { sourceVersion: 1 }));
    expect(stock()).toMatchObject({ sellable: 0, oversold: 2 });
    expect(state().alerts).toMatchObject([{ code: 'oversold', subject: 'peach', detail: { units: 2 } }]);
    await accept(orderEvent('3', { sourceVersion: 2, status: 'cancelled' }));
    await accept(orderEvent('2', { sourceVersion: 2, status: 'cancelled' }));
    expect(stock()).toMatchObject({ sellable: 0, oversold: 0 });
    expect(alerts()).toEqual([]);
  });

  it('keeps the newest twenty alerts', async () => {
    const { accept, alerts } = await openStall();
    const lines = [{ ref: { id: 'stranger' }, qty: 1 }];
    for (let i = 0; i < 25; i++) await accept(orderEvent(`${i}`, { lines }));
    expect(alerts()).toHaveLength(20);
    expect(alerts()[19]).toBe('unlisted-product shop:24');
    expect(alerts()[0]).toBe('unlisted-product shop:5');
  });

  it('makes an alert the newest that is raised again', async () => {
    const { accept, alerts } = await openStall();
    const lines = [{ ref: { id: 'stranger' }, qty: 1 }];
    await accept(stockEvent(1, { ref: { id: 'shop-peach' } }));
    for (let i = 0; i < 19; i++) await accept(orderEvent(`${i}`, { lines }));
    await accept(stockEvent(2, { ref: { id: 'shop-peach' } }));
    await accept(orderEvent('last', { lines }));
    expect(alerts()).toContain('stock-from-wrong-side peach');
    expect(alerts()).not.toContain('unlisted-product shop:0');
  });

  it('does not touch a stock that its shop counts', async () => {
    const { accept, stock } = await openStall();
    await accept(orderEvent('1', { lines: [{ ref: { id: 'shop-melon' }, qty: 3 }] }));
    expect(stock('melon')).toBeUndefined();
  });
});

describe('record-order and cancel-order', () => {
  it('writes an order down with its buyer masked', async () => {
    const { do: run, order, totals } = await openStall();
    await run('record-order', {
      order: {
        orderId: 'A1',
        status: 'paid',
        lines: [{ productId: 'peach', qty: 2 }],
        total: yuan(100),
        buyer: { name: '欧阳娜娜' },
      },
    });
    expect(order('A1')).toMatchObject({
      id: 'recorded:A1',
      buyer: { mask: '欧**' },
      lines: [{ productId: 'peach', qty: 2 }],
    });
    expect(JSON.stringify(order('A1'))).not.toContain('阳');
    expect(totals()).toMatchObject({ net: yuan(100), units: 2 });
  });

  it('masks even what was sent as a mask', async () => {
    const { do: run, order } = await openStall();
    const buyer = { mask: '13812345678' };
    await run('record-order', { order: { orderId: 'A1', status: 'paid', lines: [], buyer } });
    expect(order('A1')?.buyer.mask).toBe('**');
  });

  it('recorded again follows what happened since, at the same millisecond too', async () => {
    const { do: run, order, totals } = await openStall();
    const written = { orderId: 'A1', lines: [{ productId: 'peach', qty: 2 }], total: yuan(100) };
    await run('record-order', { order: { ...written, status: 'refunded' } });
    await run('record-order', { order: { ...written, status: 'paid' } });
    expect(order('A1')?.status).toBe('paid');
    expect(totals()?.net).toEqual(yuan(100));
  });

  it('refuses a product or room that is not there', async () => {
    const { refused } = await openStall();
    const order = { orderId: 'A1', status: 'paid', lines: [{ productId: 'plum', qty: 1 }] } as const;
    expect(
      await refused('record-order', { order: { ...order, lines: [{ productId: 'plum', qty: 1 }] } }),
    ).toMatchObject({
      status: 404,
      code: 'unknown-product',
    });
    expect(await refused('record-order', { order: { ...order, lines: [], room: 'nowhere' } })).toMatchObject({
      status: 404,
      code: 'unknown-room',
    });
  });

  it('cancels a shop’s order by either id and gives its units back', async () => {
    const { accept, do: run, order, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 10 });
    await accept(orderEvent('1'), orderEvent('2'));
    await run('cancel-order', { orderId: '1', reason: 'quality' });
    await run('cancel-order', { orderId: 'shop:2', reason: 'weather' });
    expect([order('1'), order('2')]).toMatchObject([
      { status: 'cancelled', reason: 'quality' },
      { status: 'cancelled', reason: 'weather' },
    ]);
    expect(stock()?.sellable).toBe(10);
  });

  it('stands against a late message of what was before, and gives way to a later one', async () => {
    const { accept, do: run, order, wait } = await openStall();
    await accept(orderEvent('1', { sourceVersion: START, status: 'placed' }));
    wait(60_000);
    await run('cancel-order', { orderId: '1', reason: 'buyer' });
    await accept(orderEvent('1', { sourceVersion: START + 30_000, status: 'paid' }));
    expect(order('1')?.status).toBe('cancelled');
    await accept(orderEvent('1', { sourceVersion: START + 90_000, status: 'paid' }));
    expect(order('1')?.status).toBe('paid');
  });

  it('gives way to the next message of a shop that counts versions', async () => {
    const { accept, do: run, order } = await openStall();
    await accept(orderEvent('1', { sourceVersion: 7 }));
    await run('cancel-order', { orderId: '1', reason: 'buyer' });
    await accept(orderEvent('1', { sourceVersion: 9 }));
    expect(order('1')?.status).toBe('paid');
  });

  it('refuses to cancel what is not there, is cancelled already, or could be one of two', async () => {
    const { accept, do: run, refused } = await openStall();
    expect(await refused('cancel-order', { orderId: '1', reason: 'buyer' })).toMatchObject({
      status: 404,
      code: 'unknown-order',
    });
    await accept(orderEvent('1'));
    await run('cancel-order', { orderId: '1', reason: 'buyer' });
    expect(await refused('cancel-order', { orderId: '1', reason: 'buyer' })).toMatchObject({
      status: 409,
      code: 'cancelled-already',
    });
    await run('record-order', { order: { orderId: '1', status: 'paid', lines: [] } });
    expect(await refused('cancel-order', { orderId: '1', reason: 'buyer' })).toMatchObject({
      status: 409,
      code: 'ambiguous-order',
    });
  });
});
