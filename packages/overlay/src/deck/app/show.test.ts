import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck, type TestDeckOptions } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const open = async (options?: TestDeckOptions) => {
  test = await openTestDeck(options);
  test.app.tab = 'show';
  await test.app.updateComplete;
};
const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const announce = () => test.part('deck-announce');
const nextKey = () => test.part('deck-next-key').querySelector('button')!;

afterEach(async () => {
  for (const reader of ['audience', 'host']) localStorage.removeItem(`stallcast.phrases.${reader}.zh-CN`);
  await test.stop();
  await page.viewport(414, 896);
});

describe('an announcement', () => {
  it('goes on air as it was typed, is shown once the ledger has it, and is taken down', async () => {
    await open();
    type(announce().querySelector('textarea')!, '休息一会儿');
    await expect.poll(() => announce().querySelector('.primary')?.textContent?.trim()).toBe('上画面');
    test.press(announce(), '上画面');
    expect(test.commands()).toEqual([{ type: 'announce', text: '休息一会儿', ttlMs: 300_000, room: 'main' }]);
    await expect.poll(() => announce().querySelector('.said span')?.textContent).toBe('休息一会儿');
    test.press(announce(), '撤下公告');
    await expect.poll(() => announce().querySelector('.said')).toBeNull();
    expect(test.ledger.snapshot().state.announcements.rooms).toEqual({});
  });

  it('of the whole stall is taken down where it was said', async () => {
    await open();
    await test.ledger.command({ id: 'said', type: 'announce', text: '全场' });
    await expect.poll(() => announce().querySelector('.said span')?.textContent).toBe('全场');
    test.press(announce(), '撤下公告');
    await expect.poll(() => announce().querySelector('.said')).toBeNull();
  });

  it('is warned of while one types, with the reason, and sent all the same', async () => {
    await open();
    type(announce().querySelector('textarea')!, '全网最低价');
    await expect.poll(() => announce().querySelector('.claims')?.textContent).toContain('依据');
    expect(announce().querySelector('textarea')!.value).toBe('全网最低价');
    test.press(announce(), '上画面');
    expect(test.sent).toHaveLength(1);
  });

  it('is a phrase at a press, and a phrase of one’s own stays in this browser', async () => {
    await open();
    test.press(announce(), '休息 5 分钟，马上回来');
    await expect.poll(() => announce().querySelector('textarea')!.value).toBe('休息 5 分钟，马上回来');
    type(announce().querySelector('textarea')!, '今天的桃早上刚摘');
    await expect.poll(() => announce().textContent).toContain('存为常用语');
    [...announce().querySelectorAll('button')].find((key) => key.textContent?.includes('存为常用语'))!.click();
    await expect.poll(() => announce().querySelector('.phrases button')?.textContent).toBe('今天的桃早上刚摘');
    test.press(announce(), '整理');
    await expect.poll(() => announce().querySelectorAll('.phrases .danger').length).toBe(6);
    test.press(announce(), '删掉常用语：今天的桃早上刚摘');
    await expect.poll(() => announce().querySelectorAll('.phrases li').length).toBe(5);
  });

  it('to the host goes to the prompter alone', async () => {
    await open();
    test.press(announce(), '给主播看');
    await expect.poll(() => announce().querySelector('label')?.textContent).toContain('提词器');
    type(announce().querySelector('textarea')!, '喝口水');
    await expect.poll(() => announce().querySelector('.primary')?.textContent?.trim()).toBe('给主播');
    test.press(announce(), '给主播');
    await expect.poll(() => announce().querySelector('.said.host span')?.textContent).toBe('喝口水');
    expect(test.ledger.snapshot().state.announcements).toEqual({ stall: null, rooms: {} });
  });
});

describe('the run', () => {
  it('tells what comes next, and the key features just that', async () => {
    await open();
    await expect.poll(() => nextKey().textContent).toContain('下一个：青花椒');
    nextKey().click();
    await expect.poll(() => test.desk.store.$featured.get()).toEqual(['pepper']);
    await expect.poll(() => nextKey().textContent).toContain('下一个：沙地西瓜');
  });

  it('skips nothing at a double press', async () => {
    await open();
    test.line.isHeld = true;
    nextKey().click();
    await expect.poll(() => nextKey().getAttribute('aria-busy')).toBe('true');
    nextKey().click();
    test.line.isHeld = false;
    await expect.poll(() => test.desk.store.$featured.get()).toEqual(['pepper']);
    expect(test.sent).toHaveLength(1);
  });

  it('is put in order with keys', async () => {
    await open();
    const run = test.part('deck-run');
    test.press(run, '排顺序');
    await expect.poll(() => run.querySelectorAll('li button').length).toBe(18);
    test.press(run, '推后：阳山水蜜桃 5斤装');
    await expect.poll(() => run.querySelector('li .title')?.textContent).toContain('青花椒');
    await expect.poll(() => nextKey().textContent).toContain('下一个：沙地西瓜');
  });
});

describe('the goal', () => {
  it('is raised at a press, changed by typing, and told when a refund takes it back', async () => {
    await open();
    const goal = test.part('deck-goal');
    test.press(goal, '加到 ¥15,000');
    await expect.poll(() => goal.querySelector('.goal b')?.textContent).toContain('/ ¥15,000');
    test.press(goal, '改目标');
    await expect.poll(() => goal.querySelector('form')).not.toBeNull();
    test.press(goal, '订单数');
    type(goal.querySelector('input')!, '0');
    goal.querySelector('form')!.requestSubmit();
    await expect.poll(() => goal.querySelector('.error')?.textContent).toContain('大于 0');
    const { netOrders } = test.ledger.snapshot().state.totals.stall!;
    type(goal.querySelector('input')!, String(netOrders));
    goal.querySelector('form')!.requestSubmit();
    await expect.poll(() => goal.querySelector('[role=status]')?.textContent?.trim()).toBe('达到了');

    const { orderId } = test.ledger.snapshot().state.orders.find(({ status }) => status === 'paid')!;
    await test.ledger.command({ id: 'cancel', type: 'cancel-order', orderId, reason: 'buyer' });
    await expect.poll(() => goal.querySelector('.fell')?.textContent?.trim()).toBe('有退款或取消，又差 1 单');
  });
});

describe('accessibility', () => {
  it.each([
    [390, 844, 'zh-CN'],
    [300, 640, 'en'],
    [1366, 768, 'zh-CN'],
  ] as const)(
    'has nothing against the show at %i px, and its keys are no smaller than a thumb',
    async (width, height, language) => {
      await page.viewport(width, height);
      await open({ language });
      await test.ledger.command({ id: 'said', type: 'announce', text: '全场' });
      const run = test.part('deck-run');
      run.querySelector<HTMLElement>('.heading button')!.click();
      test.part('deck-goal').querySelector<HTMLElement>('.heading button')!.click();
      await expect.poll(() => test.part('deck-goal').querySelector('form')).not.toBeNull();
      const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      const small = [announce(), run, test.part('deck-goal'), test.part('deck-next-key')]
        .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button')])
        .map((key) => ({ key: key.textContent?.trim(), box: key.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 48 || box.width < 44);
      expect(small).toEqual([]);
    },
  );
});
