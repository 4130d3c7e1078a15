import type { Browser, BrowserContext, Page } from '@playwright/test';
import { ringAround } from './ring.js';

const PHONE = { width: 390, height: 700 };

const WORDS = {
  'zh-CN': {
    fresh: '从空白开始',
    save: '保存，可以卖了',
    feature: '讲解',
    undo: '撤销',
    fields: { 商品名: '阳山水蜜桃 5斤装', '价格（元）': '39.90', 现在能卖多少: '120' },
  },
  en: {
    fresh: 'Start empty',
    save: 'Save and sell',
    feature: 'Feature',
    undo: 'Undo',
    fields: { Name: 'Yangshan peaches, 2.5 kg', 'Price (yuan)': '39.90', 'How many can be sold now': '120' },
  },
} as const;

/** The pages of the pack, from the empty deck to the first product in the picture. */
export async function shootPack(
  browser: Browser,
  language: 'zh-CN' | 'en',
  pathOf: (what: string) => string,
): Promise<void> {
  const words = WORDS[language];
  // One context: what the deck keeps, the overlay reads.
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
  const shoot = async (page: Page, what: string): Promise<void> => {
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    await page.screenshot({ path: pathOf(what), type: 'jpeg', quality: 80 });
  };
  try {
    const deck = await context.newPage();
    await deck.goto(`http://absolute/deck.html?lang=${language}`);
    const fresh = deck.getByRole('button', { name: words.fresh });
    await fresh.waitFor();
    let clear = await ringAround(fresh);
    await shoot(deck, 'empty');
    await clear();

    await fresh.click();
    for (const [label, value] of Object.entries(words.fields)) {
      await deck.getByLabel(label, { exact: false }).first().fill(value);
    }
    await deck
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'peach.png', mimeType: 'image/png', buffer: await peachPhoto(context) });
    await deck.locator('deck-add-sheet img').first().waitFor();
    const save = deck.getByRole('button', { name: words.save });
    await save.scrollIntoViewIfNeeded();
    clear = await ringAround(save);
    await shoot(deck, 'product');
    await clear();

    await save.click();
    const feature = deck.locator('deck-product-row').getByRole('button', { name: words.feature }).last();
    await feature.waitFor();
    await deck.getByRole('button', { name: words.undo }).waitFor();
    clear = await ringAround(feature);
    await shoot(deck, 'feature');
    await clear();

    await feature.click();
    const air = await context.newPage();
    await air.setViewportSize({ width: 1080, height: 1920 });
    await air.goto(`http://absolute/overlay.html?lang=${language}`);
    await air.addStyleTag({ content: ':root { background: url(./pictures/backdrop.svg) 50% 28% / cover fixed }' });
    await air.locator('stall-product-card .board').first().waitFor();
    await air.setViewportSize({ width: 540, height: 969 });
    await shoot(air, 'air');
  } finally {
    await context.close();
  }
}

/** The pack's drawing of a peach, as a photo that a host has. */
async function peachPhoto(context: BrowserContext): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 480, height: 480 });
  await page.goto('http://absolute/pictures/peach.svg');
  const photo = await page.screenshot();
  await page.close();
  return photo;
}
