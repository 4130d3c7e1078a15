import { expect, type Page } from '@playwright/test';
import { OverlayPage } from './overlay-page.js';
import { test, wooOrder } from './stall.js';

/** Puts CSS into the page as OBS does: once it has loaded, as the last style of the head. */
async function pasteIntoCssBox(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.querySelector('head')?.append(style);
  }, css);
}

for (const [name, width, height] of [
  ['portrait', 1080, 1920],
  ['landscape', 1920, 1080],
] as const) {
  test(`the overlay in ${name}: all three widgets inside the canvas, on a transparent page`, async ({
    page,
    stall,
  }) => {
    await page.setViewportSize({ width, height });
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    await stall.hook('woocommerce', wooOrder(7201));
    await overlay.callsOut('王*');
    for (const tag of ['stall-product-card', 'stall-stock-counter', 'stall-order-ticker']) {
      const box = await page.locator(tag).first().boundingBox();
      if (!box) throw new Error(`${tag} has no box`);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  });
}

test('variables that are set on body after load restyle the widgets', async ({ page, stall }) => {
  const overlay = new OverlayPage(page);
  await overlay.open(stall.overlay());
  await overlay.showsLeft(186);
  await pasteIntoCssBox(
    page,
    'body { background-color: rgba(0,0,0,0); margin: 0px auto; overflow: hidden; --stall-color-value: rgb(1, 2, 3); }',
  );
  await expect(overlay.card.locator('.price').first()).toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('the mark of the example stall is there, and no variable takes it off', async ({ page, stall }) => {
  const overlay = new OverlayPage(page);
  await overlay.open(stall.overlay());
  await overlay.showsLeft(186);
  const mark = overlay.card.locator('.mark.demo');
  await expect(mark).toBeVisible();
  await pasteIntoCssBox(
    page,
    'body { color: transparent; font-size: 0; --stall-font-size-note: 0; } * { visibility: visible } stall-product-card::part(tab) { display: none }',
  );
  await expect(mark).toBeVisible();
  await expect(mark).toHaveCSS('background-color', 'rgb(255, 217, 61)');
});

test('the page speaks English where it is asked to', async ({ page, stall }) => {
  const overlay = new OverlayPage(page);
  await overlay.open(stall.overlay({ lang: 'en' }));
  await overlay.showsLeft(186);
  await expect(overlay.card.locator('.mark.demo')).toHaveText('DEMO');
});

test('panic takes everything off the air, and its end brings it back', async ({ page, stall }) => {
  const overlay = new OverlayPage(page);
  await overlay.open(stall.overlay());
  await overlay.showsLeft(186);
  await stall.command({ type: 'panic', on: true });
  await expect(overlay.card).toBeHidden();
  await expect(overlay.ticker).toBeHidden();
  await stall.command({ type: 'panic', on: false });
  await expect(overlay.card).toBeVisible();
});
