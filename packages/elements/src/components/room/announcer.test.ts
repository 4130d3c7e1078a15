import { createRoomStore } from '@stallcast/store';
import {
  createFakeAdapter,
  exampleOffer,
  exampleOrder,
  exampleProduct,
  exampleRoom,
  exampleSession,
  exampleState,
  exampleStock,
  exampleTotals,
  put,
  yuan,
} from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';
import { announceEvery } from './start-announcer.js';

const peach = { productId: 'peach' };

/** A room whose clock the test moves, and everything that its listeners were told, with when in s. */
async function setup({ lang = 'en', announce = '', featured = ['peach'], state = {} } = {}) {
  const fake = createFakeAdapter();
  const room = document.createElement('stall-room');
  room.lang = lang;
  room.announce = announce;
  room.store = createRoomStore(fake.adapter);
  fake.snapshot(
    exampleState({
      featured: { stall: featured, rooms: {} },
      stocks: [exampleStock({ ...peach, onHand: 200, sold: 14, sellable: 186 })],
      announcements: { stall: null, rooms: {} },
      ...state,
    }),
  );
  document.body.append(room);
  await room.updateComplete;
  const region = (): Element | null => room.renderRoot.querySelector('[role=status]');
  await vi.dynamicImportSettled();
  const startedAt = performance.now();
  const told: [at: number, text: string][] = [];
  new MutationObserver((records) => {
    const text = region()?.textContent ?? '';
    if (text && records.some(({ target }) => target === region()))
      told.push([(performance.now() - startedAt) / 1000, text]);
  }).observe(room.renderRoot, { childList: true, characterData: true, subtree: true });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const stock = (sellable: number) =>
    fake.change([put('stock', exampleStock({ ...peach, onHand: 200, sold: 200 - sellable, sellable }))]);
  let orders = 0;
  const order = (changes: Parameters<typeof exampleOrder>[0] = {}) => {
    orders += 1;
    fake.change([
      put('order', exampleOrder({ id: `o${orders}`, orderId: `o${orders}`, seq: 1000 + orders, ...changes })),
    ]);
  };
  return { fake, room, region, told, pass, stock, order, texts: () => told.map(([, text]) => text) };
}

describe('the live region of <stall-room>', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    vi.spyOn(window, 'requestIdleCallback').mockImplementation((run) => {
      run({ didTimeout: false, timeRemaining: () => 50 });
      return 0;
    });
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await Promise.resolve();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is polite, out of sight, and says nothing of what a snapshot brings', async () => {
    const { fake, region, told, pass } = await setup();
    expect(region()?.getAttribute('role')).toBe('status');
    expect(region()?.getBoundingClientRect().width).toBe(1);
    fake.snapshot(exampleState({ featured: { stall: ['peach'], rooms: {} }, stocks: [exampleStock({ sellable: 0 })] }));
    await pass(60_000);
    expect(told).toEqual([]);
  });

  it.each([
    ['en', 3, 'Only 3 left'],
    ['en', 1, '1'],
    ['en', 0, 'sold out'],
    ['zh-CN', 3, '仅剩 3'],
    ['zh-CN', 0, '已抢光'],
  ])('in %s tells that %d are left', async (lang, sellable, expected) => {
    const { texts, pass, stock } = await setup({ lang });
    stock(sellable);
    await pass(1000);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain(expected);
  });

  it('tells a price that is opened, and one that changes', async () => {
    const offer = exampleOffer({ ...peach });
    const { fake, texts, pass } = await setup({ state: { offers: [{ ...offer, price: null }] } });
    fake.change([put('offer', { ...offer, price: yuan(3990) })]);
    await pass(11_000);
    fake.change([put('offer', { ...offer, price: yuan(3490) })]);
    await pass(11_000);
    expect(texts()).toEqual([
      expect.stringContaining('the price is out, ¥39.90'),
      expect.stringContaining('now ¥34.90'),
    ]);
  });

  it('counts orders, and says one as one', async () => {
    const { texts, pass, order } = await setup();
    order();
    await pass(10_500);
    for (let i = 0; i < 3; i++) order();
    order({ status: 'placed' });
    await pass(10_500);
    expect(texts()).toEqual(['1 more order', '3 more orders']);
  });

  it('tells what the operator announces, and a goal that is reached', async () => {
    const goal = { id: 'g', scope: 'stall', metric: 'orders', target: 500, title: 'Five hundred' } as const;
    const { fake, texts, pass } = await setup({ state: { session: exampleSession({ goals: [goal] }) } });
    fake.change([
      put('totals', exampleTotals({ netOrders: 500 })),
      put('announcement', { text: 'Free shipping until ten', at: '2026-07-01T11:00:00.000Z' }),
    ]);
    await pass(1000);
    expect(texts()).toEqual(['Announcement: Free shipping until ten. Five hundred: reached']);
  });

  it('tells what comes to be shown, and says that it is a demo', async () => {
    const { fake, texts, pass } = await setup({ lang: 'zh-CN', featured: [] });
    fake.change([put('product', exampleProduct({ synthetic: true })), put('featured', ['peach'])]);
    await pass(1000);
    expect(texts()[0]).toMatch(/^演示。讲解中：/);
  });

  it.each([
    ['', 10],
    ['30', 30],
    ['often', 10],
  ])('announce="%s": in a surge never says two things within %d s, and the last is true', async (announce, s) => {
    const { told, pass, stock, order } = await setup({ announce });
    for (let second = 0; second < 120; second++) {
      order();
      stock(Math.max(0, 186 - 2 * second));
      await pass(1000);
    }
    await pass(60_000);
    const gaps = told.slice(1).map(([at], i) => at - (told[i]?.[0] ?? 0));
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(s);
    const counted = told.map(([, text]) => Number(/(\d+) more/.exec(text)?.[1] ?? 0)).reduce((sum, n) => sum + n);
    expect(counted).toBe(120);
  });

  it('says only what it led to, not what was in between', async () => {
    const { texts, pass, stock } = await setup();
    stock(0);
    stock(186);
    await pass(60_000);
    expect(texts()).toEqual([]);
  });

  it('says nothing while the data is old, and what still holds once it is heard of again', async () => {
    const { fake, texts, pass, stock, order } = await setup();
    order();
    await pass(900);
    stock(0);
    await pass(20_000);
    expect(texts()).toEqual(['1 more order']);
    fake.ping();
    await pass(600);
    expect(texts().slice(1)).toEqual([expect.stringContaining('sold out')]);
  });

  it('says nothing while the room is off the air', async () => {
    const { fake, texts, pass, stock } = await setup();
    fake.change([put('room', exampleRoom({ panic: true }))]);
    stock(0);
    await pass(5_000);
    expect(texts()).toEqual([]);
  });

  it('says nothing of what a hidden page missed', async () => {
    const { texts, pass, stock } = await setup();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    stock(0);
    await pass(20_000);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(20_000);
    expect(texts()).toEqual([]);
  });

  it('ends with its room, and leaves no timer', async () => {
    const { room, region, told, pass, stock } = await setup();
    stock(3);
    room.remove();
    await Promise.resolve();
    expect(region()).toBeNull();
    const before = told.length;
    await pass(60_000);
    expect(told.slice(before).filter(([, text]) => text)).toEqual([]);
  });

  it('comes after the first picture, once', async () => {
    const asked = vi.spyOn(window, 'requestIdleCallback').mockReturnValue(0);
    const { fake, region } = await setup();
    fake.snapshot(exampleState());
    expect(region()).toBeNull();
    expect(asked).toHaveBeenCalledOnce();
    asked.mock.calls[0]![0]({ didTimeout: false, timeRemaining: () => 50 });
    await vi.dynamicImportSettled();
    expect(region()).not.toBeNull();
  });

  it('can be switched off and on', async () => {
    const { room, region } = await setup({ announce: 'off' });
    expect(region()).toBeNull();
    room.announce = '';
    await room.updateComplete;
    await vi.dynamicImportSettled();
    expect(region()).not.toBeNull();
    room.announce = 'off';
    await room.updateComplete;
    expect(region()).toBeNull();
  });

  it('is off in OBS unless a number asks for it', () => {
    vi.stubGlobal('obsstudio', {});
    expect(announceEvery('')).toBeNull();
    expect(announceEvery('15')).toBe(15_000);
    vi.unstubAllGlobals();
    expect(announceEvery('')).toBe(10_000);
    expect(announceEvery('off')).toBeNull();
  });
});
