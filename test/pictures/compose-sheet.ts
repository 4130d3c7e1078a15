import type { Page } from '@playwright/test';

/** Lays three pictures on one sheet and saves it: a tall one with two wide ones beside it, or three wide ones above each other. */
export async function composeSheet(page: Page, pictures: readonly Buffer[], path: string): Promise<void> {
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.setContent(`
    <style>
      body { margin: 0; background: #f3efe4; }
      main { display: grid; gap: 16px; padding: 16px; width: max-content; }
      img { display: block; border-radius: 10px; }
      .beside { grid-template: 382px 382px / auto auto; }
      .beside img { height: 382px; }
      .beside img:first-child { grid-row: 1 / 3; height: 780px; }
      .above { gap: 8px; }
      .above img { width: 640px; }
    </style>
    <main>${pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}" />`).join('')}</main>`);
  const isTall = await page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode()));
    const [first] = document.images;
    return first !== undefined && first.naturalHeight > first.naturalWidth;
  });
  const sheet = page.locator('main');
  await sheet.evaluate((element, name) => element.setAttribute('class', name), isTall ? 'beside' : 'above');
  await sheet.screenshot({ path, type: 'jpeg', quality: 85 });
}
