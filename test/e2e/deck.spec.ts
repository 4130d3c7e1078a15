import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { OverlayPage } from './overlay-page.js';
import { openStall, test } from './stall.js';

const openProduct = (deck: Page, title: string) =>
  deck
    .locator('deck-product-row')
    .getByRole('button', { name: new RegExp(`修改.*${title}`, 's') })
    .click();

test.describe('the deck, as a host runs an evening from it', () => {
  for (const [name, width, height] of [
    ['a phone', 390, 844],
    ['a dock in OBS', 300, 700],
  ] as const) {
    test(`on ${name}: what is wished for on the deck comes on air`, async ({ page, context, stall }) => {
      const overlay = new OverlayPage(page);
      await overlay.open(stall.overlay());
      await overlay.showsLeft(186);

      const deck = await context.newPage();
      await deck.setViewportSize({ width, height });
      await deck.goto(stall.deck());
      await expect(deck.getByText('阳山水蜜桃').first()).toBeVisible();
      expect(await deck.evaluate(() => location.hash), 'the key leaves the address').toBe('');
      expect(await deck.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      await openProduct(deck, '阳山水蜜桃');
      await deck.getByRole('button', { name: '减 5', exact: true }).click();
      await deck.getByRole('radio', { name: '损坏' }).check();
      await deck.getByRole('button', { name: /减 5 箱/ }).click();
      await overlay.showsLeft(181);

      await deck.reload();
      await openProduct(deck, '阳山水蜜桃');
      await deck.getByRole('button', { name: /标记售罄/ }).click();
      await expect(overlay.card).toHaveAttribute('state', 'sold-out');
      await deck.reload();
      await openProduct(deck, '阳山水蜜桃');
      await deck.getByRole('button', { name: '恢复销售', exact: true }).click();
      await overlay.showsLeft(181);

      await deck.reload();
      await deck.getByRole('button', { name: '紧急隐藏' }).click();
      await expect(overlay.card).toBeHidden();
    });
  }

  test('has no accessibility violations', async ({ browser, stall }, { project }) => {
    test.skip(project.name !== 'chromium', 'axe looks at the page, not at the engine');
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const deck = await context.newPage();
    await deck.goto(stall.deck());
    await expect(deck.getByText('阳山水蜜桃').first()).toBeVisible();
    expect((await new AxeBuilder({ page: deck }).analyze()).violations).toEqual([]);
    await openProduct(deck, '阳山水蜜桃');
    expect((await new AxeBuilder({ page: deck }).analyze()).violations).toEqual([]);
    await context.close();
  });

  test('an empty real stall offers to add a product, and bears no mark', async ({ page, context }) => {
    const stall = await openStall({ example: false });
    try {
      const overlay = new OverlayPage(page);
      await overlay.open(stall.overlay());
      await expect(page.locator('stall-room')).toBeAttached();
      const deck = await context.newPage();
      await deck.setViewportSize({ width: 390, height: 844 });
      await deck.goto(stall.deck());
      await deck
        .getByRole('button', { name: /添加商品/ })
        .first()
        .click();
      await expect(deck.getByRole('textbox').first()).toBeVisible();
      await expect(overlay.card.locator('.mark.demo')).toHaveCount(0);
    } finally {
      await stall.stop();
    }
  });

  test('a wrong key is told in plain words, and the key is not', async ({ context, stall }) => {
    const deck = await context.newPage();
    await deck.goto(stall.deck().replace(/#.*/, '#not-the-right-key'));
    await expect(deck.locator('body')).toContainText(/钥匙/);
    await expect(deck.locator('body')).not.toContainText('not-the-right-key');
  });
});
