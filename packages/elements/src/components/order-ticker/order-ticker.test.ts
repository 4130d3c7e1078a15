import type { Order, StallState } from '@stallcast/protocol';
import { createRoomStore, type Clock } from '@stallcast/store';
import {
  asSynthetic,
  createFakeAdapter,
  exampleOrder,
  exampleRoom,
  exampleSession,
  exampleState,
  exampleStock,
  put,
} from '@stallcast/testing';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import './define.js';
import { ORDER_TICKER_STATES } from './order-ticker.states.js';

const AT = Date.parse('2026-07-01T11:00:00.000Z');

interface Given {
  state?: Partial<StallState> | null;
  attributes?: Record<string, string>;
  lang?: string;
}

async function setup({ state = {}, attributes = {}, lang = 'zh-CN' }: Given = {}) {
  let passed = 0;
  const started = performance.now();
  const time = () => performance.now() - started + passed;
  const clock: Clock = {
    wall: () => AT + time(),
    monotonic: time,
    setTimeout: () => 0,
    clearTimeout: () => {},
  };
  const fake = createFakeAdapter({ now: () => AT + time() });
  if (state) fake.snapshot(exampleState(state));
  const store = createRoomStore(fake.adapter, { clock });
  const room = document.createElement('stall-room');
  const ticker = document.createElement('stall-order-ticker');
  for (const [name, value] of Object.entries(attributes)) ticker.setAttribute(name, value);
  room.lang = lang;
  room.store = store;
  room.append(ticker);
  document.body.append(room);
  await room.updateComplete;
  await ticker.updateComplete;
  const find = (selector: string) => ticker.renderRoot.querySelector<HTMLElement>(selector);
  return {
    fake,
    store,
    room,
    ticker,
    find,
    text: () => find('.toast, .slip')?.innerText.replace(/\s+/g, ' ').trim() ?? '',
    rows: () =>
      [...ticker.renderRoot.querySelectorAll<HTMLElement>('.rows .row:not([hidden], [aria-hidden=true])')].map((row) =>
        row.innerText.replace(/\s+/g, ' '),
      ),
    order: (...orders: Order[]) => orders.forEach((order) => fake.change([put('order', order)])),
    pass: (ms: number) => {
      passed += ms;
      store.refresh();
    },
    moving: () => (ticker.renderRoot as ShadowRoot).getAnimations().length,
  };
}

const order = (seq: number, overrides: Partial<Order> = {}) =>
  exampleOrder({
    seq,
    region: { level: 'province', name: '浙江' },
    lines: [{ productId: 'peach', qty: 2 }],
    ...overrides,
  });
const cancelled = (seq: number, overrides: Partial<Order> = {}) => order(seq, { status: 'cancelled', ...overrides });
const showSource = (visible: boolean) =>
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));

async function frames(count: number) {
  for (let at = 0; at < count; at += 1) await new Promise(requestAnimationFrame);
}

describe('<stall-order-ticker>', () => {
  afterEach(() => {
    showSource(true);
    document.body.replaceChildren();
  });

  it('shows nothing before the first snapshot, nor while there is no order', async () => {
    const { fake, find } = await setup({ state: null });
    expect(find('.toast')).toBeNull();
    fake.snapshot();
    await expect.poll(() => fake.running).toBe(true);
    expect(find('.toast')).toBeNull();
  });

  it('shows a paid order at once: who, from where, how many', async () => {
    const { text, order: give } = await setup();
    give(order(1));
    await expect.poll(text).toBe('单 王** 浙江 刚刚拍下 2 箱');
  });

  it('says it in English where English is spoken', async () => {
    const { text, order: give } = await setup({ lang: 'en' });
    give(order(1));
    await expect.poll(text).toBe('王** Zhejiang just bought 2');
  });

  it('shows no order that is not paid, unless told to', async () => {
    const strict = await setup();
    strict.order(order(1, { status: 'placed' }));
    await strict.ticker.updateComplete;
    expect(strict.find('.toast')).toBeNull();

    const open = await setup({ attributes: { statuses: 'placed paid' } });
    open.order(order(1, { status: 'placed' }));
    await expect.poll(open.text).toContain('刚刚拍下');
  });

  it('counts exactly what comes faster than it can be read', async () => {
    const { text, order: give } = await setup();
    for (let seq = 1; seq <= 38; seq += 1) give(order(seq));
    await expect.poll(text).toContain('+37 单');
    give(cancelled(20));
    await expect.poll(text).toContain('+36 单');
  });

  it('counts exactly what comes in one merged change, however much', async () => {
    const { fake, text } = await setup();
    fake.change(Array.from({ length: 120 }, (_, index) => put('order', order(index + 1))));
    await expect.poll(text).toContain('+119 单');
  });

  it('strikes a cancelled order that is on screen, and tells the stock that came back', async () => {
    const { fake, text, find, order: give } = await setup();
    give(order(1));
    await expect.poll(text).toContain('刚刚拍下');
    fake.change([put('order', cancelled(1)), put('stock', exampleStock({ sellable: 186 }))]);
    await expect.poll(text).toBe('单 王** 浙江 已取消 库存 +2');
    expect(find('s.who')?.innerText).toContain('王**');
    await expect.poll(() => find('.toast'), { timeout: 4_000 }).toBeNull();
  });

  it('tells no stock that did not come back', async () => {
    const { fake, text, order: give } = await setup();
    give(order(1));
    fake.change([put('order', cancelled(1)), put('stock', exampleStock({ sellable: 0, oversold: 4 }))]);
    await expect.poll(text).toBe('单 王** 浙江 已取消');
  });

  it('patches the row when the detail comes later, and shows no second one', async () => {
    const { text, order: give, ticker } = await setup({ attributes: { 'with-amount': '' } });
    const { total: _, ...notice } = order(1, { lines: [] });
    give(notice);
    await expect.poll(text).toBe('单 王** 浙江 刚刚拍下');
    give(order(1));
    await expect.poll(text).toBe('单 王** 浙江 刚刚拍下 2 箱 ¥39.90');
    expect(ticker.renderRoot.querySelectorAll('.row')).toHaveLength(1);
  });

  it('is quiet with the last order and its age', async () => {
    const { text } = await setup({ state: { orders: [order(1, { occurredAt: '2026-07-01T10:57:30.000Z' })] } });
    expect(text()).toBe('单 王** 浙江 拍下 2 箱 2 分钟前');
  });

  it('moves nothing for a snapshot, and shows no order of it anew', async () => {
    const { fake, text, moving, order: give } = await setup();
    give(order(1));
    await expect.poll(text).toContain('王**');
    await expect.poll(moving).toBe(0);
    fake.snapshot(exampleState({ orders: [order(1), order(2, { buyer: { mask: '李*' } })] }));
    await expect.poll(text).toContain('李*');
    expect(moving()).toBe(0);
    give(order(2, { buyer: { mask: '李*' } }), order(1));
    await new Promise(requestAnimationFrame);
    expect(text()).toBe('单 李* 浙江 刚刚拍下 2 箱');
  });

  it('shows no toast twice when history is resumed after a break', async () => {
    const { fake, text, order: give } = await setup();
    give(order(1));
    await expect.poll(text).toContain('王**');
    fake.silence();
    give(order(2, { buyer: { mask: '李*' } }));
    fake.resume();
    await expect.poll(text).toContain('李*');
    expect(text()).not.toContain('+');
  });

  it('reveals nothing while its data is old, says so, and goes on by itself', async () => {
    const { fake, text, pass, order: give } = await setup();
    give(order(1));
    await expect.poll(text).toContain('王**');
    pass(12_000);
    await expect.poll(text).toContain('数据 12 秒前');
    fake.ping();
    await expect.poll(text).not.toContain('数据');
  });

  it('does nothing while the source is hidden, and plays nothing over when it is shown', async () => {
    const { text, order: give, moving, ticker } = await setup();
    give(order(1));
    await expect.poll(text).toContain('王**');
    await expect.poll(moving).toBe(0);
    showSource(false);
    const shown = (ticker.renderRoot as ShadowRoot).innerHTML;
    for (let seq = 2; seq <= 300; seq += 1) give(order(seq, { buyer: { mask: `${seq}*` } }));
    await frames(3);
    expect((ticker.renderRoot as ShadowRoot).innerHTML).toBe(shown);

    showSource(true);
    await expect.poll(text).toBe('单 300* 浙江 刚刚拍下 2 箱');
    expect(moving()).toBe(0);
  });

  it('does not go on with a motion that was hidden half-way', async () => {
    const { order: give, moving, find } = await setup();
    give(order(1));
    await expect.poll(moving).toBe(1);
    await expect.poll(moving, { timeout: 4_000 }).toBe(0);
    give(order(2));
    await expect.poll(moving, { interval: 5, timeout: 4_000 }).toBeGreaterThan(0);
    showSource(false);
    showSource(true);
    await frames(3);
    expect(moving()).toBe(0);
    expect(find('.ghosts')?.childElementCount).toBe(0);
  });

  it('takes nothing in while the room is off the air, and plays nothing over afterwards', async () => {
    const { fake, room, ticker, text, order: give, moving } = await setup();
    give(order(1));
    await expect.poll(text).toContain('王**');
    await expect.poll(moving).toBe(0);
    fake.change([put('room', exampleRoom({ panic: true }))]);
    await frames(2);
    const shown = (ticker.renderRoot as ShadowRoot).innerHTML;
    for (let seq = 2; seq <= 40; seq += 1) give(order(seq, { buyer: { mask: `${seq}*` } }));
    await frames(3);
    expect(room.panic).toBe(true);
    expect((ticker.renderRoot as ShadowRoot).innerHTML).toBe(shown);

    fake.change([put('room', exampleRoom())]);
    await expect.poll(text).toBe('单 40* 浙江 刚刚拍下 2 箱');
    expect(moving()).toBe(0);
  });

  it('moves when there is something new', async () => {
    const { moving, order: give } = await setup();
    give(order(1));
    await expect.poll(moving).toBe(1);
    await expect.poll(moving).toBe(0);
  });

  it('shows nothing where the room sells nothing', async () => {
    const { find, order: give, ticker } = await setup({ state: { rooms: [exampleRoom({ commerce: false })] } });
    give(order(1));
    await ticker.updateComplete;
    expect(find('.toast')).toBeNull();
  });

  it('shows no order for the operator alone', async () => {
    const { find, order: give, ticker } = await setup();
    give(order(1, { operatorOnly: 'unlisted', lines: [{ productId: null, qty: 1 }] }));
    await ticker.updateComplete;
    expect(find('.toast')).toBeNull();
  });

  it('marks what is synthetic, by the order or by the session, whatever a theme says', async () => {
    const style = document.createElement('style');
    style.textContent =
      'stall-order-ticker, body { visibility: hidden; opacity: 1; text-indent: -999px; color: transparent; font-size: 0 }';
    document.body.append(style);
    const one = await setup();
    one.order(order(1, { synthetic: true }));
    await expect.poll(() => one.find('.mark.demo')?.innerText).toBe('演示');
    const mark = one.find('.mark.demo') as HTMLElement;
    expect(getComputedStyle(mark)).toMatchObject({ visibility: 'visible', fontSize: '28px', textIndent: '0px' });

    const other = await setup({
      state: { ...asSynthetic(exampleState()), session: exampleSession({ synthetic: true }) },
    });
    other.order(order(1));
    await expect.poll(() => other.find('.mark.demo')?.innerText).toBe('演示');
  });

  it('runs rows in, newest first, in a pool that never grows', async () => {
    const { rows, ticker, order: give } = await setup({ attributes: { look: 'ticker', rows: '3' } });
    for (let seq = 1; seq <= 5; seq += 1) {
      give(order(seq, { buyer: { mask: `${seq}*` } }));
      await expect.poll(() => rows()[0]).toContain(`${seq}*`);
    }
    expect(rows()).toHaveLength(3);
    expect(ticker.renderRoot.querySelectorAll('li')).toHaveLength(4);
  });

  it('lists the newest orders with their ages', async () => {
    const orders = [order(1, { occurredAt: '2026-07-01T10:51:00.000Z' }), order(2)];
    const { rows } = await setup({ state: { orders }, attributes: { look: 'list' } });
    expect(rows()).toEqual(['王** 浙江 拍下 2 箱 刚刚', '王** 浙江 拍下 2 箱 9 分钟前']);
  });

  it('takes markup in a name for text', async () => {
    const { text, ticker, order: give } = await setup();
    give(order(1, { buyer: { mask: '<img src=x>' }, region: { level: 'country', name: '<b>x</b>' } }));
    await expect.poll(text).toContain('<img src=x> <b>x</b>');
    expect(ticker.renderRoot.querySelector('img')).toBeNull();
  });

  it('keeps to its width and to one line with a name of ten thousand characters', async () => {
    const { find, room, order: give } = await setup();
    room.style.cssText = 'display: block; width: 640px';
    give(order(1, { buyer: { mask: '欧'.repeat(10_000) }, region: { level: 'province', name: '远'.repeat(10_000) } }));
    await expect.poll(() => find('.toast')).not.toBeNull();
    const box = (find('.toast') as HTMLElement).getBoundingClientRect();
    expect(box.width).toBeLessThanOrEqual(640);
    expect(box.height).toBe(72);
    expect((find('.qty') as HTMLElement).getBoundingClientRect().right).toBeLessThan(box.right);
  });

  it('leaves no copy and no animation behind', async () => {
    const { ticker, moving, order: give, find } = await setup();
    give(order(1));
    await expect.poll(() => find('.row')).not.toBeNull();
    await expect.poll(moving).toBe(0);
    const nodes = ticker.renderRoot.querySelectorAll('*').length;
    give(order(2));
    await expect.poll(() => find('.row')).not.toBeNull();
    await expect.poll(moving, { timeout: 4_000 }).toBe(0);
    expect(find('.ghosts')?.childElementCount).toBe(0);
    expect(ticker.renderRoot.querySelectorAll('*').length).toBe(nodes);
  });

  it.each(ORDER_TICKER_STATES.map((state) => [state.name, state] as const))(
    'has nothing against accessibility in state %s',
    async (_, { stall, attributes, live, silentMs }) => {
      const { ticker, fake, pass } = await setup({ state: null, attributes: { ...attributes } });
      if (stall) fake.snapshot(stall);
      for (const each of live ?? []) fake.change([put('order', each)]);
      if (silentMs) pass(silentMs);
      await ticker.updateComplete;
      await new Promise(requestAnimationFrame);
      const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );
});
