import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck, type TestDeckOptions } from '../test-deck.fixture.js';

const PEACH = '阳山水蜜桃 5斤装';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const open = async (options?: TestDeckOptions) => (test = await openTestDeck(options));
const part = (root: ParentNode, tag: string) => root.querySelector(tag)!.shadowRoot!;
const notice = () => test.part('deck-notice').textContent?.replace(/\s+/g, ' ').trim();
const product = (id = 'peach') => test.desk.store.$product(id).get()!;

const find = async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' / ')}`);
};

function type(root: ParentNode, id: string, text: string): void {
  const field = root.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function openSheet(title: string): Promise<ShadowRoot> {
  test.row(title).querySelector<HTMLElement>('.open')!.click();
  const sheet = test.part('deck-product-sheet');
  await expect.poll(() => sheet.querySelector('dialog[open] .head')).not.toBeNull();
  return sheet;
}

/** Opens the form behind the sheet's last key, with its shop part unfolded. */
async function openForm(title: string) {
  const sheet = await openSheet(title);
  sheet.querySelector<HTMLElement>('.edit')!.click();
  await expect.poll(() => sheet.querySelector('deck-edit-form')?.shadowRoot?.querySelector('form')).toBeTruthy();
  const form = part(sheet, 'deck-edit-form');
  await expect.poll(() => form.querySelector('deck-shop-link')?.shadowRoot?.querySelector('details')).toBeTruthy();
  const shop = part(form, 'deck-shop-link');
  shop.querySelector('details')!.open = true;
  return { sheet, form, shop };
}

afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

describe('a product that is changed', () => {
  it('keeps what is not in the form', async () => {
    await open();
    const before = product();
    const offerBefore = test.desk.store.$offer('peach').get()!;
    const { sheet, form } = await openForm(PEACH);
    type(form, 'title', '阳山水蜜桃 大果');
    type(form, 'price', '45');
    type(form, 'linkNo', '11');
    form.querySelector('form')!.requestSubmit();
    await expect.poll(() => product().title).toBe('阳山水蜜桃 大果');
    await expect.poll(() => test.desk.store.$offer('peach').get()?.price?.minor).toBe(4500);
    expect(product()).toEqual({ ...before, title: '阳山水蜜桃 大果', linkNo: 11 });
    expect(test.desk.store.$offer('peach').get()).toMatchObject({
      id: offerBefore.id,
      compareAt: offerBefore.compareAt,
    });
    expect(sheet.querySelector('deck-edit-form')).toBeNull();
  });

  it('is not sent where nothing changed', async () => {
    await open();
    const { sheet, form } = await openForm(PEACH);
    form.querySelector('form')!.requestSubmit();
    await expect.poll(() => sheet.querySelector('deck-edit-form')).toBeNull();
    expect(test.sent).toEqual([]);
  });

  it('shows the ledger’s refusal in its words', async () => {
    await open();
    const { form, shop } = await openForm(PEACH);
    type(shop, 'id', '4711');
    const melon = product('watermelon');
    test.line.isHeld = true;
    form.querySelector('form')!.requestSubmit();
    await expect.poll(() => test.sent.length).toBe(1);
    const sources = [...melon.sources, { source: 'woocommerce', id: '4711' }];
    await test.ledger.command({ id: 'meanwhile', type: 'put-product', product: { ...melon, sources } });
    test.line.isHeld = false;
    await expect.poll(notice).toMatch(/4711 已经对应商品/);
  });
});

describe('a product’s shop', () => {
  it('is named by its id, and counts the stock where it is told to', async () => {
    await open();
    const noodles = '农家玉米面条 4斤';
    const { form, shop } = await openForm(noodles);
    type(shop, 'id', '801');
    await expect.poll(() => shop.querySelectorAll('.counter').length).toBe(2);
    shop.querySelectorAll<HTMLElement>('.counter input')[1]!.click();
    form.querySelector('form')!.requestSubmit();
    await expect.poll(() => product('noodles').stockFrom).toBe('woocommerce');
    expect(product('noodles').sources).toContainEqual({ source: 'woocommerce', id: '801' });
    await expect.poll(() => test.part('deck-product-sheet').querySelector('.from-source')).not.toBeNull();
  });

  it('is refused where another product has that id, by name and at the field', async () => {
    await open();
    const { form, shop } = await openForm('农家玉米面条 4斤');
    type(shop, 'id', product().sources.find(({ source }) => source === 'woocommerce')!.id);
    form.querySelector('form')!.requestSubmit();
    await expect.poll(() => shop.querySelector('#id-note')?.textContent).toContain(PEACH);
    expect(test.sent).toEqual([]);
  });

  it('is given to a new product, whose stock is then not asked for', async () => {
    await open({ example: false });
    test.part('deck-empty-stall').querySelector('button')!.click();
    const sheet = test.part('deck-add-sheet');
    await expect.poll(() => sheet.querySelector('dialog[open]')).not.toBeNull();
    const shop = part(sheet, 'deck-shop-link');
    shop.querySelector('details')!.open = true;
    type(shop, 'id', '93');
    await expect.poll(() => shop.querySelectorAll('.counter').length).toBe(2);
    shop.querySelectorAll<HTMLElement>('.counter input')[1]!.click();
    await expect.poll(() => sheet.querySelector('#stock')).toBeNull();
    type(sheet, 'title', '自家柿子');
    type(sheet, 'price', '29.9');
    sheet.querySelector('form')!.requestSubmit();
    await expect.poll(() => test.commands().map(({ type: name }) => name)).toEqual(['put-product', 'put-offer']);
    expect(test.commands()[0]).toMatchObject({
      product: { sources: [{ source: 'woocommerce', id: '93' }], stockFrom: 'woocommerce' },
    });
  });
});

describe('a price', () => {
  it('is kept back and told, in one offer', async () => {
    await open();
    const sheet = await openSheet(PEACH);
    const form = part(sheet, 'deck-price-form');
    const offers = () => test.ledger.snapshot().state.offers.filter(({ productId }) => productId === 'peach');
    test.press(form, '先不报价');
    await expect.poll(() => form.querySelector('deck-price-entry')?.shadowRoot?.querySelector('#amount')).toBeTruthy();
    const entry = part(form, 'deck-price-entry');
    entry.querySelector('form')!.requestSubmit();
    await expect.poll(() => entry.querySelector('.error')).not.toBeNull();
    type(entry, 'amount', '36');
    await expect.poll(() => entry.querySelector('.wide')?.textContent?.trim()).toBe('开价 ¥36.00');
    entry.querySelector('form')!.requestSubmit();
    await expect.poll(() => offers()).toMatchObject([{ price: { minor: 3600 } }]);
    expect(test.commands()).toMatchObject([
      { type: 'hide-price', productId: 'peach' },
      { type: 'open-price', productId: 'peach', price: { minor: 3600 } },
    ]);
  });
});

describe('on a narrow screen', () => {
  it.each([
    [390, 'zh-CN'],
    [390, 'en'],
    [300, 'zh-CN'],
    [300, 'en'],
  ] as const)('has nothing against the form at %i px in %s, and nothing sticks out', async (width, language) => {
    await page.viewport(width, 844);
    await open({ language });
    const { sheet, shop } = await openForm(language === 'en' ? product().translations!['en']!.title! : PEACH);
    await expect.poll(() => shop.querySelectorAll('.counter').length).toBe(3);
    expect(await find()).toEqual([]);
    expect(sheet.querySelector('dialog')!.scrollWidth).toBeLessThanOrEqual(width);
  });

  it.each([
    ['zh-CN', '已连接'],
    ['en', 'Connected'],
  ] as const)('tells the line in one row at 300 px in %s', async (language, words) => {
    await page.viewport(300, 640);
    await open({ language });
    const line = test.part('deck-status-line').querySelector('.line')!;
    await expect.poll(() => line.textContent).toBe(words);
    expect(line.getBoundingClientRect().height).toBeLessThan(30);
    expect(test.app.shadowRoot!.querySelector('header')!.getBoundingClientRect().height).toBeLessThan(64);
  });
});
