/** What the widgets are where the system sets its own colours, as high contrast does, and where less motion was asked for. */
import { expect, test } from '@playwright/test';
import { dress, openGallery, type Gallery } from './gallery-page.js';
import { seeTexts, unreadable } from './measure-text.js';

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
test.use({ trace: 'off' });

const WIDGETS = 'product-card,stock-counter,order-ticker';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every text is readable in the system's ${colorScheme} colours, and plates have an edge`, async ({ page }) => {
    await page.setViewportSize({ width: 2180, height: 1200 });
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const states = 'ample,low,sold-out,flash,quiet,list';
    await page.goto(`${gallery.address}?widget=${WIDGETS}&state=${states}`, { waitUntil: 'networkidle' });
    for (const theme of ['newyear', 'batik']) {
      await dress(page, theme, '');
      expect(unreadable(await seeTexts(page)), theme).toEqual([]);
    }
    const edge = await page
      .locator('stall-product-card .board')
      .first()
      .evaluate((board) => {
        const { borderTopWidth, borderImageSource, backgroundImage } = getComputedStyle(board, '::after');
        return { borderTopWidth, borderImageSource, backgroundImage };
      });
    expect(edge).toEqual({ borderTopWidth: '2px', borderImageSource: 'none', backgroundImage: 'none' });
  });
}

test('nothing moves where less motion was asked for: each change is one cut', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const played: Keyframe[] = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (keyframes, options) {
      played.push(...(keyframes as Keyframe[]));
      return animate.call(this, keyframes, options);
    };
    Object.assign(window, { played });
  });
  await page.goto(`${gallery.address}?widget=order-ticker&state=toast,surge,cancelled,rows&theme=orchard`, {
    waitUntil: 'networkidle',
  });
  await expect(page.locator('stall-order-ticker .row').first()).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { played: Keyframe[] }).played)).toEqual([]);
});
