import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck, type TestDeckOptions } from '../test-deck.fixture.js';

const PEACH = '阳山水蜜桃 5斤装';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const open = async (options?: TestDeckOptions) => (test = await openTestDeck(options));
const shadow = (root: ParentNode, tag: string) => root.querySelector(tag)?.shadowRoot ?? null;
const type = (root: ParentNode, id: string, text: string) => {
  const field = root.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const submit = (root: ParentNode) => root.querySelector('form')!.requestSubmit();
const offer = () => test.desk.store.$offer('peach').get()!;

/** Opens a product's sheet, and one of the forms behind its price. */
async function openSheet(title = PEACH) {
  test.row(title).querySelector<HTMLElement>('.open')!.click();
  const sheet = test.part('deck-product-sheet');
  await expect.poll(() => sheet.querySelector('dialog[open] .head')).not.toBeNull();
  await expect.poll(() => shadow(sheet, 'deck-price-form')?.querySelector('.keys, .kept-back')).toBeTruthy();
  return { sheet, form: shadow(sheet, 'deck-price-form')! };
}
async function openEntry(key: '改价' | '秒杀') {
  const { sheet, form } = await openSheet();
  test.press(form, key);
  const place = () => (key === '秒杀' ? shadow(form, 'deck-flash-form') : form);
  await expect.poll(() => place() && shadow(place()!, 'deck-price-entry')?.querySelector('form')).toBeTruthy();
  return { sheet, form, entry: shadow(place()!, 'deck-price-entry')! };
}
const keyOf = (entry: ShadowRoot) => entry.querySelector('.wide')?.textContent?.trim();
const calm = (entry: ShadowRoot) =>
  entry.querySelector('form')!.dispatchEvent(
    Object.defineProperty(new SubmitEvent('submit', { cancelable: true }), 'timeStamp', {
      value: performance.now() + 1_000,
    }),
  );

afterEach(async () => {
  localStorage.removeItem(`stallcast.floor.${test.desk.stall}.peach`);
  await test.stop();
  await page.viewport(414, 896);
});

describe('a price that is changed', () => {
  it('is shown before and after, goes out at one press where it is near, and gives way to its undo', async () => {
    await open();
    const { sheet, entry } = await openEntry('改价');
    type(entry, 'amount', '36');
    await expect
      .poll(() => [...entry.querySelectorAll('dd')].map((dd) => dd.textContent))
      .toEqual(['¥39.90', '¥36.00']);
    submit(entry);
    await expect.poll(() => offer().price?.minor).toBe(3600);
    expect(test.sent).toHaveLength(1);
    await expect.poll(() => sheet.querySelector('dialog[open]')).toBeNull();
  });

  it('is asked about where the point is in the wrong place, and a trembling thumb does not confirm', async () => {
    await open();
    const { entry } = await openEntry('改价');
    type(entry, 'amount', '3.99');
    submit(entry);
    await expect.poll(() => keyOf(entry)).toBe('没错，就是 ¥3.99');
    expect(entry.querySelector('.doubt')?.textContent).toContain('低 90%');
    submit(entry);
    expect(test.sent).toEqual([]);
    calm(entry);
    await expect.poll(() => offer().price?.minor).toBe(399);
  });

  it('is asked about below the floor', async () => {
    await open();
    localStorage.setItem(`stallcast.floor.${test.desk.stall}.peach`, '38');
    const { entry } = await openEntry('改价');
    type(entry, 'amount', '37');
    await expect.poll(() => entry.querySelector('.doubt')?.textContent).toContain('¥38.00');
    submit(entry);
    await expect.poll(() => keyOf(entry)).toBe('没错，就是 ¥37.00');
    expect(test.sent).toEqual([]);
  });

  it('is asked about anew where somebody else has changed it meanwhile', async () => {
    await open();
    const { entry } = await openEntry('改价');
    type(entry, 'amount', '3.99');
    submit(entry);
    await expect.poll(() => keyOf(entry)).toBe('没错，就是 ¥3.99');
    await test.ledger.command({
      id: 'other',
      type: 'open-price',
      productId: 'peach',
      price: { minor: 4200, currency: 'CNY', exponent: 2 },
    });
    await expect.poll(() => entry.querySelector('.error')?.textContent).toContain('另一个控台');
    expect(keyOf(entry)).toBe('改成 ¥3.99');
  });
});

describe('a flash sale', () => {
  it('starts below the price, for so long and so many, and is ended', async () => {
    await open();
    const { sheet, form, entry } = await openEntry('秒杀');
    const flash = shadow(form, 'deck-flash-form')!;
    test.press(flash, '10 分钟');
    type(flash, 'units', '50');
    type(entry, 'amount', '45');
    submit(entry);
    await expect.poll(() => entry.querySelector('.error')?.textContent).toContain('要比现在的价格低');
    type(entry, 'amount', '29.9');
    submit(entry);
    await expect.poll(() => offer().flash).toMatchObject({ price: { minor: 2990 }, allocated: 50 });
    const { startsAt, endsAt } = offer().flash!;
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBeGreaterThan(590_000);
    await expect.poll(() => sheet.querySelector('dialog[open]')).toBeNull();
    const { form: again } = await openSheet();
    await expect.poll(() => again.querySelector('.runs')?.textContent).toContain('¥29.90');
    test.press(again, '结束秒杀');
    await expect.poll(() => offer().flash).toBeUndefined();
  });
});

describe('a product on hold', () => {
  it('comes back on air at one press', async () => {
    await open();
    await test.ledger.command({ id: 'hold', type: 'sold-out', productId: 'pepper' });
    const { sheet } = await openSheet('青花椒 鲜采 1斤');
    await expect.poll(() => sheet.querySelectorAll('.holds button').length).toBe(2);
    sheet.querySelectorAll<HTMLElement>('.holds button')[1]!.click();
    await expect.poll(() => test.desk.store.$featured.get()).toEqual(['pepper']);
    expect(test.desk.store.$stock('pepper').get()?.hold).toBe('none');
  });
});

describe('several rooms', () => {
  it('are given their part, and more than there is is refused with the ledger’s sentence', async () => {
    await open();
    await test.ledger.command({ id: 'north', type: 'put-room', room: { id: 'north', title: '北屋', commerce: true } });
    const { sheet } = await openSheet();
    await expect.poll(() => shadow(sheet, 'deck-quota-form')?.querySelectorAll('form').length).toBe(2);
    const quota = shadow(sheet, 'deck-quota-form')!;
    const give = (text: string) => {
      const form = quota.querySelectorAll('form')[1]!;
      const field = form.querySelector('input')!;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      form.requestSubmit();
    };
    give('40');
    await expect
      .poll(() => test.desk.store.$stock('peach').get()?.quotas)
      .toMatchObject([{ room: 'north', quantity: 40 }]);
    await expect.poll(() => quota.textContent).toContain('没分的还有 146');
    give('4000');
    await expect.poll(() => test.desk.outbox.$commands.get().at(-1)?.message?.['zh-CN']).toContain('可分配的只有');
  });
});

describe('a presale', () => {
  it('is so many a day, with the day that it promises', async () => {
    await open();
    const { sheet } = await openSheet();
    sheet.querySelector<HTMLElement>('.edit')!.click();
    await expect.poll(() => shadow(sheet, 'deck-presale-form')?.querySelector('form')).toBeTruthy();
    const presale = shadow(sheet, 'deck-presale-form')!;
    submit(presale);
    await expect.poll(() => presale.querySelector('.error')?.textContent).toContain('大于 0');
    type(presale, 'perDay', '60');
    type(presale, 'startsOn', '2099-05-01');
    submit(presale);
    await expect
      .poll(() => test.desk.store.$product('peach').get()?.presale)
      .toEqual({ perDay: 60, startsOn: '2099-05-01' });
    await expect.poll(() => presale.querySelector('.promised')?.textContent).toContain('5月1日');
    test.press(presale, '不做预售了');
    await expect.poll(() => test.desk.store.$product('peach').get()?.presale).toBeUndefined();
  });
});

describe('what two decks change at once', () => {
  const edit = async () => {
    const { sheet } = await openSheet();
    sheet.querySelector<HTMLElement>('.edit')!.click();
    await expect.poll(() => shadow(sheet, 'deck-edit-form')?.querySelector('form')).toBeTruthy();
    return shadow(sheet, 'deck-edit-form')!;
  };
  const elsewhere = (id: string, title: string) =>
    test.ledger.command({
      id,
      type: 'put-product',
      synthetic: true,
      product: { ...test.desk.store.$product('peach').get()!, title },
    });

  it('is joined where it is not the same', async () => {
    await open();
    const form = await edit();
    type(form, 'linkNo', '12');
    await elsewhere('title', '水蜜桃');
    await expect.poll(() => test.desk.store.$product('peach').get()?.title).toBe('水蜜桃');
    submit(form);
    await expect.poll(() => test.desk.store.$product('peach').get()).toMatchObject({ title: '水蜜桃', linkNo: 12 });
  });

  it('is told where it is, and decided by the second press', async () => {
    await open();
    const form = await edit();
    type(form, 'title', '大果');
    await elsewhere('title', '水蜜桃');
    await expect.poll(() => test.desk.store.$product('peach').get()?.title).toBe('水蜜桃');
    submit(form);
    await expect.poll(() => form.querySelector('.error')?.textContent).toContain('另一个控台刚改成“水蜜桃”');
    expect(test.sent).toEqual([]);
    submit(form);
    await expect.poll(() => test.desk.store.$product('peach').get()?.title).toBe('大果');
  });
});

describe('goods that are oversold', () => {
  it('lead to their orders, from which one is cancelled with a reason', async () => {
    await open();
    await test.ledger.command({
      id: 'big',
      type: 'record-order',
      order: { orderId: 'big-1', lines: [{ productId: 'pepper', qty: 12 }], status: 'paid', buyer: { mask: '王*' } },
    });
    await expect.poll(() => test.part('deck-alerts').textContent).toContain('超卖 4');
    test.part('deck-alerts').querySelector<HTMLElement>('button')!.click();
    await expect.poll(() => test.part('deck-alerts').querySelectorAll('.keys button').length).toBe(2);
    test.press(test.part('deck-alerts'), '看这些订单');
    await expect.poll(() => test.part('deck-orders').querySelectorAll('li').length).toBe(1);
    expect(test.app.tab).toBe('orders');
    test.part('deck-orders').querySelector<HTMLElement>('li button')!.click();
    const sheet = () => shadow(test.part('deck-orders'), 'deck-order-sheet')!;
    await expect.poll(() => sheet().querySelector('dialog[open]')).not.toBeNull();
    test.press(sheet(), '超卖');
    await expect.poll(() => test.part('deck-alerts').textContent).toContain('订单取消：青花椒');
    expect(test.commands()).toEqual([
      { type: 'cancel-order', orderId: expect.stringContaining('big-1'), reason: 'oversell' },
    ]);
    expect(test.desk.store.$stock('pepper').get()).toMatchObject({ sellable: 8, oversold: 0 });
    test.press(test.part('deck-alerts'), '知道了');
    await expect.poll(() => test.part('deck-alerts').textContent?.trim()).toBe('');
  });
});

describe('accessibility', () => {
  it.each([
    [390, 'zh-CN'],
    [300, 'en'],
  ] as const)('has nothing against what sells at %i px in %s', async (width, language) => {
    await page.viewport(width, 844);
    await open({ language });
    await test.ledger.command({ id: 'north', type: 'put-room', room: { id: 'north', title: '北屋', commerce: true } });
    const title = language === 'en' ? 'Yangshan peaches, 2.5 kg' : PEACH;
    const { sheet, form } = await openSheet(title);
    const find = async () => {
      const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    };
    const fits = () => expect(sheet.querySelector('dialog')!.scrollWidth).toBeLessThanOrEqual(width);
    expect(await find()).toEqual([]);
    fits();
    for (const index of [0, 1]) {
      form.querySelectorAll<HTMLElement>('.keys button')[index]!.click();
      await expect.poll(() => form.querySelector('deck-price-entry, deck-flash-form')).toBeTruthy();
      expect(await find()).toEqual([]);
      fits();
      const flash = shadow(form, 'deck-flash-form');
      [...(flash ?? form).children].find((child): child is HTMLElement => child.localName === 'button')!.click();
      await expect.poll(() => form.querySelector('.keys')).toBeTruthy();
    }
    sheet.querySelector<HTMLElement>('.edit')!.click();
    await expect.poll(() => shadow(sheet, 'deck-presale-form')?.querySelector('form')).toBeTruthy();
    expect(await find()).toEqual([]);
    fits();
  });
});
