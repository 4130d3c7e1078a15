/**
 * Every text and every drawn number of every widget, state and theme, on the plate that it was seen on, over a white, a
 * black and a busy frame. What a screenshot shows counts, not what a sheet promises.
 *
 * A part of it by default: each widget in two themes, each over one frame. All of it, in some minutes:
 * `STALLCAST_CONTRAST=all npx playwright test --config test/playwright.config.ts --project=chromium visual/contrast`.
 */
import { expect, test } from '@playwright/test';
import { THEMES } from '@stallcast/themes';
import { readdirSync } from 'node:fs';
import { dress, openGallery, type Gallery } from './gallery-page.js';
import { seeTexts, unreadable } from './measure-text.js';

const COMPONENTS = new URL('../../packages/elements/src/components/', import.meta.url);
const WIDGETS = readdirSync(COMPONENTS).filter((name) =>
  readdirSync(new URL(`${name}/`, COMPONENTS)).includes(`${name}.states.ts`),
);
const GROUNDS = ['light', 'dark', 'busy'];
const isWhole = process.env['STALLCAST_CONTRAST'] === 'all';
const LANGUAGES = isWhole ? ['zh-CN', 'en'] : ['zh-CN'];

/** A look at a page of 2,000 px takes seconds on a busy machine, and a second one may be needed. */
const LOOKS_MS = 60_000;

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
// Screenshots for a trace would take longer than those that are measured.
test.use({ trace: 'off', contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(isWhole ? 900_000 : 120_000);

for (const [index, widget] of WIDGETS.entries()) {
  for (const language of LANGUAGES) {
    test(`<stall-${widget}> in ${language} is readable, whatever its theme and whatever is behind it`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 2180, height: 1200 });
      await page.goto(`${gallery.address}?widget=${widget}${isWhole ? '&looks' : ''}&lang=${language}`, {
        waitUntil: 'networkidle',
      });
      for (const [number, theme] of Object.keys(THEMES).entries()) {
        if (!isWhole && (index + number) % 3 > 0) continue;
        const grounds = isWhole ? GROUNDS : [GROUNDS[((index + number) % 9) / 3] ?? ''];
        for (const ground of grounds) {
          await dress(page, theme, ground);
          // Rows come and go for some seconds: a text that has left between being found and being seen is looked for again.
          const unread = async () => {
            const texts = await seeTexts(page);
            return texts.length > 0 ? unreadable(texts) : ['no texts in the gallery'];
          };
          await expect.soft.poll(unread, { message: `${theme} over ${ground}`, timeout: LOOKS_MS }).toEqual([]);
        }
      }
    });
  }
}

test('a text that cannot be read is found', async ({ page }) => {
  await page.goto(`${gallery.address}?widget=stock-counter&state=ample`, { waitUntil: 'networkidle' });
  await page.addStyleTag({ content: 'body { --stall-color-text: #f0e2c8 }' });
  await dress(page, 'orchard', 'dark');
  expect(unreadable(await seeTexts(page)).join('\n')).toContain('还有: of the colour of its ground');

  await page.addStyleTag({ content: 'body { --stall-color-text: #b09a80 }' });
  expect(unreadable(await seeTexts(page)).join('\n')).toMatch(/还有: 2\.[0-9]{2} of 4\.5/);

  // A plate that lets the picture through is one that text may be lost on.
  await page.addStyleTag({
    content: 'body { --stall-color-text: #2b2014; --stall-color-plate: rgb(255 245 227 / 0.1) }',
  });
  await dress(page, 'orchard', 'dark');
  expect(unreadable(await seeTexts(page))).not.toEqual([]);
});
