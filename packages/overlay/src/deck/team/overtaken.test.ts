import type { Command } from '@stallcast/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;

const notice = () => test.part('deck-notice');
const said = () => notice().textContent?.replace(/\s+/g, ' ') ?? '';
const sellable = () => test.desk.store.$stock('peach').get()?.sellable;
const PEACH: { productId: string } = { productId: 'peach' };

/** Gives a step of this deck that arrives only after somebody else's. */
async function beOvertaken(mine: () => void, theirs: Command): Promise<void> {
  test.line.isHeld = true;
  mine();
  expect(await test.ledger.command(theirs)).toMatchObject({ ok: true });
  test.line.isHeld = false;
}

afterEach(() => test.stop());

describe('two operators at once', () => {
  it.each([
    ['就用现在的', 170],
    ['按我的来', 150],
  ])('the slower one reads who was faster and what stands, and “%s” leads to %i', async (key, stands) => {
    test = await openTestDeck();
    await beOvertaken(() => test.desk.send('set-stock', { ...PEACH, onHand: 150 }), {
      id: 'theirs',
      type: 'set-stock',
      by: '手机2',
      ...PEACH,
      onHand: 170,
    });
    await expect.poll(said).toContain('手机2已经改过了，现在能卖 170');
    await expect.poll(sellable).toBe(170);
    expect(test.part('deck-history').querySelector('.choice')?.textContent).toMatch(/按我的来\s+就用现在的/);

    test.press(notice(), key);
    await expect.poll(sellable).toBe(stands);
    await expect.poll(() => notice().querySelector('.refused')).toBeNull();
  });

  it('is told of it before any good news', async () => {
    test = await openTestDeck();
    test.desk.$notice.set({ text: () => '配对好了', isGood: true });
    await expect.poll(said).toContain('配对好了');
    await beOvertaken(() => test.desk.send('announce', { text: '我' }), { id: 'a', type: 'announce', text: '他' });
    await expect.poll(said).toContain('另一个控台已经改过了，字幕现在是“他”');
    test.press(notice(), '就用现在的');
    await expect.poll(said).toContain('配对好了');
  });

  it('are kept apart where a third is faster again', async () => {
    test = await openTestDeck();
    const theirs = (id: string, by: string, onHand: number): Command => ({
      id,
      type: 'set-stock',
      by,
      ...PEACH,
      onHand,
    });
    await beOvertaken(() => test.desk.send('set-stock', { ...PEACH, onHand: 150 }), theirs('a', '小李', 170));
    await expect.poll(said).toContain('小李已经改过了，现在能卖 170');
    await beOvertaken(() => test.press(notice(), '按我的来'), theirs('b', '小王', 180));
    await expect.poll(said).toContain('小王已经改过了，现在能卖 180');
    expect(test.ledger.snapshot().state.stocks.find(({ productId }) => productId === 'peach')?.sellable).toBe(180);
  });

  it('one’s own presses in a row are no clash, however slow the line', async () => {
    test = await openTestDeck();
    test.line.isHeld = true;
    for (const onHand of [11, 12, 13]) test.desk.send('set-stock', { ...PEACH, onHand });
    const product = test.desk.store.$product('peach').get()!;
    test.desk.send('put-product', { product: { ...product, title: '一' } });
    test.desk.send('put-product', { product: { ...product, title: '二' } });
    test.line.isHeld = false;
    await expect.poll(() => test.desk.outbox.$commands.get().map(({ stage }) => stage)).toEqual(Array(5).fill('done'));
    expect([sellable(), test.desk.store.$product('peach').get()?.title]).toEqual([13, '二']);
  });

  it('are told also of a product and of a flash sale that waited', async () => {
    test = await openTestDeck();
    const product = test.desk.store.$product('peach').get()!;
    await beOvertaken(() => test.desk.send('put-product', { product: { ...product, title: '我的' } }), {
      id: 'theirs',
      type: 'put-product',
      product: { ...product, title: '别人的' },
    });
    await expect.poll(said).toContain('另一个控台已经改过了，商品现在是“别人的”');
    test.press(notice(), '就用现在的');
    const price = { minor: 100, currency: 'CNY', exponent: 2 as const };
    const endsAt = new Date(Date.now() + 600_000).toISOString();
    await beOvertaken(() => test.desk.send('start-flash', { ...PEACH, price, endsAt }), {
      id: 'theirs-too',
      type: 'open-price',
      ...PEACH,
      price: { ...price, minor: 3_100 },
    });
    await expect.poll(said).toContain('价格现在是 ¥31.00');
  });
});

describe('a session', () => {
  const undo = () => {
    const line = test.part('deck-history').querySelector('li');
    test.press(line!, `撤销：${line!.querySelector('.what span')!.textContent!.trim()}`);
  };
  const session = () => test.desk.store.$session.get();
  const lines = () =>
    [...test.part('deck-history').querySelectorAll('li')].map((line) => line.textContent?.replace(/\s+/g, ' ').trim());

  it('that was started is taken back from the history, until an order came', async () => {
    test = await openTestDeck({ example: false });
    await expect.poll(() => session()?.id).toBe('session-1');
    test.desk.send('start-session', { session: {} });
    await expect.poll(lines).toEqual([expect.stringContaining('开始新的一场')]);
    await expect.poll(() => session()?.id).not.toBe('session-1');
    undo();
    await expect.poll(() => session()?.id).toBe('session-1');

    test.desk.send('start-session', { session: {} });
    await expect.poll(() => session()?.id).not.toBe('session-1');
    const order = { orderId: '7', status: 'paid' as const, lines: [{ productId: null, qty: 1 }] };
    await test.ledger.command({ id: 'order', type: 'record-order', order });
    undo();
    await expect.poll(() => lines()[0]).toContain('这一场已经有订单了');
    expect(session()?.id).not.toBe('session-1');
  });

  it('that was ended goes on when that is taken back', async () => {
    test = await openTestDeck({ example: false });
    await expect.poll(() => session()?.id).toBe('session-1');
    test.desk.send('end-session', {});
    await expect.poll(() => session()?.endsAt).toBeTruthy();
    await expect.poll(lines).toEqual([expect.stringContaining('结束了这一场')]);
    undo();
    await expect.poll(() => session()?.endsAt).toBeUndefined();
  });
});
