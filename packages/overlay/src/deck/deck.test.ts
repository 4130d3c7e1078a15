import axe from 'axe-core';
import type { Product } from '@stallcast/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { safePicture } from './desk/safe-picture.js';
import { openTestDeck, type TestDeckOptions } from './test-deck.fixture.js';

const PEACH = '阳山水蜜桃 5斤装';
const PEPPER = '青花椒 鲜采 1斤';
const MELON = '沙地西瓜 约8斤';
const NOODLES = '农家玉米面条 4斤';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const open = async (options?: TestDeckOptions) => (test = await openTestDeck(options));
const feature = (title: string) => test.row(title).querySelector<HTMLElement>('.feature')!.click();
const onAir = () => [...test.part('deck-on-air').querySelectorAll('.title')].map((title) => title.textContent?.trim());
const notice = () => test.part('deck-notice').textContent?.replace(/\s+/g, ' ').trim();

/** The form inside a product's sheet. */
const formIn = (sheet: ShadowRoot) => sheet.querySelector('deck-stock-form')!.shadowRoot!;

/** Opens the sheet of a product. */
async function openSheet(title: string): Promise<ShadowRoot> {
  test.row(title).querySelector<HTMLElement>('.open')!.click();
  const sheet = test.part('deck-product-sheet');
  await expect.poll(() => sheet.querySelector('dialog[open] .head')).not.toBeNull();
  return sheet;
}

/** What axe has against the page. */
const find = async () => {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' / ')}`);
};

afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

describe('featuring', () => {
  it('sends what is to be on air, and shows it once the ledger has it', async () => {
    await open();
    test.line.isHeld = true;
    feature(PEPPER);
    await expect
      .poll(() => test.commands())
      .toEqual([{ type: 'feature', productIds: ['peach', 'pepper'], room: 'main' }]);
    expect(onAir()).toEqual([`1号 ${PEACH}`]);
    await expect.poll(() => test.row(PEPPER).querySelector('.feature')?.getAttribute('aria-busy')).toBe('true');

    test.line.isHeld = false;
    await expect.poll(onAir).toEqual([`1号 ${PEACH}`, `2号 ${PEPPER}`]);
    await expect.poll(() => test.row(PEPPER).querySelector('.feature')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('counts a tap that is still under way into the next one', async () => {
    await open();
    feature(PEPPER);
    feature(MELON);
    await expect.poll(onAir).toHaveLength(3);
    expect(test.commands()[1]).toMatchObject({ productIds: ['peach', 'pepper', 'watermelon'] });
  });

  it('refuses a fourth with a sentence, and sends nothing', async () => {
    await open();
    for (const title of [PEPPER, MELON, NOODLES]) feature(title);
    await expect.poll(notice).toContain('最多同时讲解 3 个');
    await expect.poll(onAir).toHaveLength(3);
    expect(test.commands()).toHaveLength(2);
  });

  it('takes the last one off by featuring nothing', async () => {
    await open();
    feature(PEACH);
    await expect.poll(onAir).toEqual([]);
    expect(test.commands()).toEqual([{ type: 'unfeature', room: 'main' }]);
  });
});

describe('stock', () => {
  it('changes by a number and a reason, and not without the reason', async () => {
    await open();
    const sheet = await openSheet(PEACH);
    const form = formIn(sheet);
    test.press(form, '减 5');
    test.press(form, '减 1');
    await expect.poll(() => form.querySelector('.wide')?.textContent?.trim()).toBe('再选一个原因');
    form.querySelector<HTMLElement>('.wide')!.click();
    expect(test.sent).toEqual([]);

    form.querySelectorAll<HTMLElement>('.reasons input')[1]!.click();
    await expect.poll(() => form.querySelector('.wide')?.textContent?.trim()).toBe('减 6 箱 · 损坏');
    form.querySelector<HTMLElement>('.wide')!.click();
    await expect.poll(() => test.row(PEACH).querySelector('.stock')?.textContent?.trim()).toBe('剩 180 箱');
    expect(test.commands()).toEqual([{ type: 'adjust-stock', productId: 'peach', delta: -6, reason: 'damaged' }]);
  });

  it('is set to a number, and to nothing that is none', async () => {
    await open();
    const sheet = formIn(await openSheet(PEACH));
    const field = sheet.querySelector<HTMLInputElement>('#target')!;
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    type('many');
    sheet.querySelector('form')!.requestSubmit();
    expect(test.sent).toEqual([]);
    await expect.poll(() => sheet.querySelector('[role=alert]')?.textContent).toContain('整数');

    type('１２');
    sheet.querySelector('form')!.requestSubmit();
    await expect.poll(() => test.row(PEACH).querySelector('.stock')?.textContent?.trim()).toBe('仅剩 12 箱');
    expect(test.commands()).toEqual([{ type: 'set-stock', productId: 'peach', onHand: 12 }]);
  });

  it('is held as sold out or paused, and resumed', async () => {
    await open();
    const stock = () => test.row(PEACH).querySelector('.stock')?.textContent?.trim();
    const sheet = await openSheet(PEACH);
    const holds = () => [...sheet.querySelectorAll<HTMLElement>('.holds button')];
    holds()[0]!.click();
    await expect.poll(stock).toBe('已售罄');
    test.press(sheet, '恢复销售');
    await expect.poll(() => holds().length).toBe(2);
    holds()[1]!.click();
    await expect.poll(stock).toBe('已暂停');
    expect(test.commands().map(({ type }) => type)).toEqual(['sold-out', 'resume', 'pause']);
  });

  it('of a shop is not changed here, and the sheet says where', async () => {
    await open();
    const product = test.desk.store.$product('peach').get()!;
    const other: Product = {
      ...product,
      id: 'shop',
      title: '店铺管的',
      linkNo: 9,
      stockFrom: 'woocommerce',
      sources: [],
    };
    await test.ledger.command({ id: 'put-shop', type: 'put-product', product: other, synthetic: true });
    await expect.poll(() => test.desk.store.$products.get().length).toBe(7);
    await expect.poll(() => test.row('店铺管的')).toBeTruthy();
    const sheet = await openSheet('店铺管的');
    expect(sheet.querySelector('.from-source')?.textContent).toContain('WooCommerce');
    expect(sheet.querySelector('deck-stock-form')).toBeNull();
  });
});

describe('undo', () => {
  it('takes the latest step back, and brings it again', async () => {
    await open();
    feature(PEPPER);
    await expect.poll(notice).toContain('撤销');
    test.press(test.part('deck-notice'), '撤销');
    await expect.poll(onAir).toEqual([`1号 ${PEACH}`]);
    await expect.poll(notice).toContain('重做');
    test.press(test.part('deck-notice'), '重做');
    await expect.poll(onAir).toHaveLength(2);
    const [first, second, third] = test.sent;
    expect(second).toMatchObject({ type: 'undo', commandId: first?.id });
    expect(third).toMatchObject({ type: 'undo', commandId: second?.id });
  });

  it('says why when the ledger refuses it', async () => {
    await open();
    feature(PEPPER);
    await expect.poll(onAir).toHaveLength(2);
    await test.ledger.command({ id: 'meanwhile', type: 'feature', productIds: ['ginseng'], room: 'main' });
    await expect.poll(onAir).toEqual(['8号 长白山人参礼盒']);
    test.press(test.part('deck-notice'), '撤销');
    await expect
      .poll(() => test.part('deck-history').querySelector('.refusal')?.textContent)
      .toMatch(/\p{Script=Han}/u);
    expect(test.desk.outbox.$commands.get().map(({ stage }) => stage)).toEqual(['done', 'refused']);
  });
});

describe('the panic key', () => {
  const key = () => test.part('deck-panic-key').querySelector('button')!;

  it('hides all at one press', async () => {
    await open();
    key().click();
    await expect.poll(() => test.part('deck-on-air').querySelector('.hidden-note')).not.toBeNull();
    expect(test.commands()).toEqual([{ type: 'panic', on: true, room: 'main' }]);
  });

  it('shows again after a hold of a second, and not after a press', async () => {
    await open();
    key().click();
    await expect.poll(() => key().className).toContain('show');
    key().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    key().dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    key().click();
    expect(test.sent).toHaveLength(1);

    key().dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    await expect.poll(() => test.sent.length, { timeout: 3_000 }).toBe(2);
    expect(test.commands()[1]).toEqual({ type: 'panic', on: false, room: 'main' });
    await expect.poll(() => key().className).toContain('hide');
  });
});

describe('a line that is down', () => {
  it('keeps the step, says so, and sends it with the same id when the line is back', async () => {
    await open();
    test.line.isDown = true;
    feature(PEPPER);
    await expect.poll(() => test.part('deck-status-line').textContent).toContain('1 步还没送出');
    expect(onAir()).toEqual([`1号 ${PEACH}`]);
    test.line.isDown = false;
    test.desk.outbox.retry();
    await expect.poll(onAir).toHaveLength(2);
    expect(new Set(test.sent.map(({ id }) => id)).size).toBe(1);
  });
});

describe('an empty stall', () => {
  it('offers the example where the deck holds the ledger, and else only the first product', async () => {
    await open({ example: false, loadExample: async () => {} });
    expect(test.part('deck-empty-stall').querySelectorAll('button')).toHaveLength(2);
    await test.stop();
    await open({ example: false });
    expect(test.part('deck-empty-stall').querySelectorAll('button')).toHaveLength(1);
  });

  it('gets its first product from the sheet: product, offer and stock', async () => {
    await open({ example: false });
    test.part('deck-empty-stall').querySelector('button')!.click();
    const sheet = test.part('deck-add-sheet');
    await expect.poll(() => sheet.querySelector('dialog[open]')).not.toBeNull();
    sheet.querySelector('form')!.requestSubmit();
    await expect.poll(() => sheet.activeElement?.id).toBe('title');
    expect(test.sent).toEqual([]);

    const fields = { title: '自家柿子', price: '29.9', stock: '30', linkNo: '1', weight: '5' };
    for (const [name, text] of Object.entries(fields)) {
      const field = sheet.querySelector<HTMLInputElement>(`#${name}`)!;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    sheet.querySelector('form')!.requestSubmit();
    await expect.poll(() => test.commands().map(({ type }) => type)).toEqual(['put-product', 'put-offer', 'set-stock']);
    await expect.poll(() => test.row('自家柿子').querySelector('.text')?.textContent).toMatch(/¥29\.90\s*剩 30 件/);
    expect(test.desk.store.$product(test.desk.store.$products.get()[0]!.id).get()?.synthetic).toBeUndefined();
  });
});

describe('the end of the example', () => {
  it('leaves an empty real stall, after a confirmation', async () => {
    await open({ loadExample: async () => {} });
    const part = test.part('deck-end-demo');
    test.press(part, '结束演示');
    expect(part.querySelector<HTMLDialogElement>('dialog')!.open).toBe(true);
    expect(test.sent).toEqual([]);
    test.press(part, '结束演示，开始真的一场');

    await expect.poll(() => test.app.shadowRoot!.querySelector('deck-empty-stall')).not.toBeNull();
    await expect.poll(() => test.app.shadowRoot!.querySelector('.demo')).toBeNull();
    const { session, orders, rooms } = test.ledger.snapshot().state;
    expect([session?.synthetic, orders, rooms[0]?.synthetic]).toEqual([undefined, [], undefined]);
    expect(test.desk.outbox.$commands.get().filter(({ stage }) => stage === 'refused')).toEqual([]);
    expect(test.part('deck-history').textContent).toContain(`删除商品 ${PEACH}`);
    // The example is set up once in a stall's life.
    expect(test.part('deck-empty-stall').querySelectorAll('button')).toHaveLength(1);
  });
});

describe('a stall with several rooms', () => {
  it('is worked for as a whole until a room is chosen', async () => {
    await open();
    await test.ledger.command({ id: 'north', type: 'put-room', room: { id: 'north', title: '北屋', commerce: true } });
    await expect.poll(() => test.part('deck-room-switch').querySelectorAll('a').length).toBe(3);
    const [all, , north] = test.part('deck-room-switch').querySelectorAll('a');
    expect([all?.getAttribute('aria-current'), new URL(north!.href).searchParams.get('room')]).toEqual([
      'page',
      'north',
    ]);
    feature(PEPPER);
    await expect.poll(() => test.commands()).toEqual([{ type: 'feature', productIds: ['peach', 'pepper'] }]);
  });
});

describe('pictures', () => {
  it.each(['javascript:alert(1)', 'http://elsewhere.example/a.png', 'data:text/html,<b>'])(
    'at %s are not loaded',
    async (url) => {
      await open();
      const product = test.desk.store.$product('peach').get()!;
      expect(safePicture({ ...product, media: [{ kind: 'image', url }] })).toBeNull();
      expect(safePicture({ ...product, media: [{ kind: 'image', url }, ...product.media] })).toMatch(
        /none\/peach\.svg$/,
      );
    },
  );
});

describe('titles', () => {
  const HOSTILE = {
    markup: '<img src=x onerror="document.title=1"><script>document.title=1</script>',
    bidi: '\u202e果桃\u2066 桃 \u200f خوخ',
    long: '桃'.repeat(79),
    unbroken: 'peach'.repeat(15),
    emoji: '👩‍🌾🍑'.repeat(12),
  };

  it.each(Object.entries(HOSTILE))('of hostile text (%s) stay text and stay inside', async (_, title) => {
    await page.viewport(300, 640);
    await open();
    const product = test.desk.store.$product('peach').get()!;
    await test.ledger.command({ id: 'hostile', type: 'put-product', product: { ...product, title }, synthetic: true });
    await expect.poll(() => test.desk.store.$product('peach').get()?.title).not.toBe(PEACH);
    const shown = test.desk.store.$product('peach').get()!.title;
    await expect.poll(() => test.row(shown)).toBeTruthy();
    await openSheet(shown);
    feature(PEPPER);
    await expect.poll(onAir).toHaveLength(2);
    expect(test.row(shown).querySelectorAll('script, [onerror]')).toHaveLength(0);
    expect(document.title).not.toBe('1');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(300);
  });
});

describe('accessibility', () => {
  it.each([
    [390, 844, 'zh-CN'],
    [300, 640, 'en'],
    [1366, 768, 'zh-CN'],
  ] as const)('has nothing against the deck at %i px', async (width, height, language) => {
    await page.viewport(width, height);
    await open({ language });
    feature(language === 'en' ? test.desk.store.$product('pepper').get()!.translations!['en']!.title! : PEPPER);
    await expect.poll(onAir).toHaveLength(2);
    for (const tab of ['orders', 'history', 'products'] as const) {
      test.app.tab = tab;
      await test.app.updateComplete;
      expect(await find()).toEqual([]);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  it('has nothing against the sheets, the empty stall, and all hidden', async () => {
    await page.viewport(390, 844);
    await open();
    const sheet = await openSheet(PEACH);
    expect(await find()).toEqual([]);
    sheet.querySelector<HTMLElement>('.close')!.click();
    test.part('deck-panic-key').querySelector('button')!.click();
    await expect.poll(() => test.part('deck-on-air').querySelector('.hidden-note')).not.toBeNull();
    expect(await find()).toEqual([]);
    await test.stop();
    await open({ example: false, loadExample: async () => {} });
    expect(await find()).toEqual([]);
    test.part('deck-empty-stall').querySelector('button')!.click();
    await expect.poll(() => test.part('deck-add-sheet').querySelector('dialog[open]')).not.toBeNull();
    expect(await find()).toEqual([]);
  });

  it.each([390, 300])('has keys of at least 48 px at %i px', async (width) => {
    await page.viewport(width, 844);
    await open();
    const roots = [
      test.app.shadowRoot!,
      test.row(PEACH),
      test.part('deck-on-air'),
      test.part('deck-panic-key'),
      formIn(await openSheet(PEACH)),
      test.part('deck-product-sheet'),
    ];
    const small = roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('button')])
      .filter((key) => key.getClientRects().length > 0)
      .map((key) => ({ key: key.textContent?.trim(), box: key.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 48 || box.width < 48);
    expect(small.map(({ key, box }) => `${key} ${box.width}×${box.height}`)).toEqual([]);
  });
});

describe('by night', () => {
  afterEach(() => cdp().send('Emulation.setEmulatedMedia', { features: [] }));

  it('is as legible', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
    await page.viewport(390, 844);
    await open();
    feature(PEPPER);
    await expect.poll(onAir).toHaveLength(2);
    expect(getComputedStyle(test.app).colorScheme).toBe('dark');
    expect(await find()).toEqual([]);
    await openSheet(PEACH);
    expect(await find()).toEqual([]);
  });
});

describe('language', () => {
  it('changes everything at a press, and back', async () => {
    await open();
    test.press(test.app.shadowRoot!, 'English');
    await expect.poll(onAir).toEqual(['No. 1 Yangshan peaches, 2.5 kg']);
    test.press(test.app.shadowRoot!, '中文');
    await expect.poll(onAir).toEqual([`1号 ${PEACH}`]);
  });
});
