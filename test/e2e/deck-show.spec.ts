import { expect, type Page } from '@playwright/test';
import { OverlayPage } from './overlay-page.js';
import { openStall, test } from './stall.js';

const PHONE = { width: 390, height: 844 };

async function openDeck(page: Page, address: string): Promise<Page> {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  await expect(page.getByText('阳山水蜜桃').first()).toBeVisible();
  return page;
}

test.describe('a deck on a phone', () => {
  test.beforeEach(({ stall: _ }, { project }) => {
    test.skip(project.name !== 'chromium', 'the dock of older engines is walked through in deck.spec');
  });

  test('queues while the relay is dead, and each step is done once when it is back', async ({ context, stall }) => {
    const deck = await openDeck(await context.newPage(), stall.deck());
    const sellable = async () =>
      (await stall.state()).state.stocks.find(({ productId }) => productId === 'peach')?.sellable;
    const takeOne = async () => {
      await deck
        .locator('deck-product-row')
        .getByRole('button', { name: /修改.*阳山水蜜桃/s })
        .click();
      await deck.getByRole('button', { name: '减 1', exact: true }).click();
      await deck.getByRole('radio', { name: '别处已卖' }).check();
      await deck.getByRole('button', { name: /减 1 箱/ }).click();
    };
    const before = (await sellable()) ?? 0;
    await stall.restart('SIGKILL', async () => {
      for (let n = 0; n < 3; n++) await takeOne();
      await expect(deck.getByText('3 步还没送出 · 已存好')).toBeVisible();
    });
    await expect(deck.getByText('步还没送出')).toHaveCount(0);
    await expect.poll(sellable).toBe(before - 3);
    await stall.restart('SIGKILL');
    await deck.reload();
    await expect(deck.getByText('已连接')).toBeVisible();
    await expect.poll(sellable).toBe(before - 3);
  });

  test('two operators at once never sell one piece twice, and each sees what the other did', async ({
    browser,
    stall,
  }) => {
    await stall.command({ type: 'set-stock', productId: 'pepper', onHand: 1 });
    const contexts = [await browser.newContext(), await browser.newContext()];
    const decks = await Promise.all(contexts.map(async (each) => openDeck(await each.newPage(), stall.deck())));
    for (const deck of decks) {
      await expect(
        deck.getByText('最后 1 包').or(deck.getByText('仅剩 1 包')).or(deck.getByText('最后 1 件')).first(),
      ).toBeVisible();
      await deck
        .locator('deck-product-row')
        .getByRole('button', { name: /修改.*青花椒/s })
        .click();
      await deck.getByRole('button', { name: '减 1', exact: true }).click();
      await deck.getByRole('radio', { name: '别处已卖' }).check();
    }
    await Promise.all(decks.map((deck) => deck.getByRole('button', { name: /减 1 包/ }).click()));
    const pepper = async () => (await stall.state()).state.stocks.find(({ productId }) => productId === 'pepper');
    await expect.poll(async () => (await pepper())?.sellable).toBe(0);
    expect(await pepper()).toMatchObject({ oversold: 0 });
    for (const deck of decks) await expect(deck.getByText('已售罄').first()).toBeVisible();
    const refused = await Promise.all(decks.map((deck) => deck.getByText(/减去 1 件会变成负数/).count()));
    expect(refused.filter(Boolean), 'one of the two is told why').toHaveLength(1);
    await Promise.all(contexts.map((each) => each.close()));
  });

  test('runs the show: the next product, an announcement, the keyboard', async ({ page, context, stall }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    const deck = await openDeck(await context.newPage(), stall.deck());
    await deck.getByRole('button', { name: /下一个：青花椒/ }).click();
    await expect(overlay.card).toContainText('青花椒');
    await deck.locator('body').press('3');
    await expect(deck.locator('deck-on-air .title').filter({ hasText: '沙地西瓜' })).toBeVisible();
    await deck.getByRole('button', { name: '场控' }).click();
    await deck.getByRole('button', { name: '休息 5 分钟，马上回来' }).click();
    await deck.getByRole('textbox').first().press('h');
    await deck.getByRole('button', { name: '上画面' }).click();
    await expect(deck.getByText('画面上正在显示')).toBeVisible();
    await expect(deck.getByText('全部已隐藏'), 'a key that is typed hides nothing').toHaveCount(0);
  });

  test('is paired with a key of its own, and stops when that is taken back', async ({ browser, context, stall }) => {
    const desk = await openDeck(await context.newPage(), stall.deck());
    const answer = await fetch(`${stall.origin}/stalls/orchard/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${new URL(stall.deck()).hash.slice(1)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: '小李的手机' }),
    });
    const { key } = (await answer.json()) as { key: string };
    const phone = await browser.newContext();
    const deck = await openDeck(await phone.newPage(), stall.deck().replace(/#.*/, `#${key}`));
    await desk.reload();
    await desk.getByRole('button', { name: '记录' }).click();
    const row = desk.getByRole('listitem').filter({ hasText: '小李的手机' });
    await row.getByRole('button', { name: '收回' }).click();
    await row.getByRole('button', { name: '确定收回' }).click();
    await expect(deck.getByText('这台设备的钥匙已被收回')).toBeVisible();
    await expect(row).toHaveCount(0);
    await phone.close();
  });

  test('lists the overlays, loads one anew, and misses one that dies', async ({ browser, context, stall }) => {
    const deck = await openDeck(await context.newPage(), stall.deck());
    const studio = await browser.newContext();
    const overlay = await studio.newPage();
    await overlay.goto(stall.overlay());
    await deck.getByRole('button', { name: '记录' }).click();
    const row = deck.getByRole('listitem').filter({ hasText: '画面 · 只要商品卡' });
    await expect(row).toContainText('Chromium');
    const loaded = overlay.waitForEvent('load');
    await row.getByRole('button', { name: '重新载入' }).click();
    await loaded;
    await expect(row).toBeVisible();
    // A source that dies says no goodbye.
    const session = await studio.newCDPSession(overlay);
    await Promise.race([
      session.send('Page.crash').catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]);
    await deck.getByRole('button', { name: '商品', exact: true }).click();
    await expect(deck.getByText('画面“只要商品卡”断开了')).toBeVisible();
    await studio.close();
  });
});

test('an empty stall has neither a next product nor a run', async ({ context }) => {
  const stall = await openStall({ example: false });
  try {
    const deck = await context.newPage();
    await deck.setViewportSize(PHONE);
    await deck.goto(stall.deck());
    await expect(deck.getByRole('button', { name: /添加商品/ }).first()).toBeVisible();
    await expect(deck.getByRole('button', { name: /下一个/ })).toHaveCount(0);
  } finally {
    await stall.stop();
  }
});
