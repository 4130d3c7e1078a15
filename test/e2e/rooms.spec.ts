import { expect, type Page } from '@playwright/test';
import { test } from './stall.js';

const LAPTOP = { width: 1366, height: 768 };

test.beforeEach(({ stall: _ }, { project }) => {
  test.skip(project.name !== 'chromium', 'a host opens rooms on a phone or a laptop');
});

/** The tag's link for a room, as the host drags it. */
async function linkFor(studio: Page, room: string): Promise<string> {
  await studio.getByRole('group', { name: '给哪个直播间？' }).getByRole('button', { name: room }).click();
  const tag = studio.locator('studio-steps .ticket a').first();
  await expect(tag).toHaveAttribute('href', new RegExp(`layer-name=[^&]*${encodeURIComponent(room)}`));
  return (await tag.getAttribute('href')) ?? '';
}

test('a second room is opened on the deck, is given its part of the stock, and has a picture of its own', async ({
  page: deck,
  context,
  stall,
}) => {
  await deck.setViewportSize(LAPTOP);
  await deck.goto(stall.deck());
  await deck.getByRole('button', { name: '再开一个直播间' }).click();
  const sheet = deck.getByRole('dialog', { name: '再开一个直播间' });
  await sheet.getByRole('textbox', { name: '名字' }).fill('二号直播间');
  await sheet.getByRole('button', { name: '再开一个直播间' }).click();
  await expect(deck.getByRole('link', { name: '进入二号直播间' })).toBeVisible();

  await deck
    .locator('deck-product-row')
    .getByRole('button', { name: /修改.*阳山水蜜桃/s })
    .click();
  await deck.getByRole('textbox', { name: '分给 二号直播间 多少' }).fill('37');
  await deck.getByRole('textbox', { name: '分给 二号直播间 多少' }).press('Enter');
  await expect(deck.getByText(/还剩 37|37 \/ 37/).first()).toBeVisible();

  const studio = await context.newPage();
  await studio.setViewportSize(LAPTOP);
  await studio.goto(stall.studio());
  const links = [await linkFor(studio, '果园直播间'), await linkFor(studio, '二号直播间')];

  const { stocks } = (await stall.state()).state;
  const all = stocks.find(({ productId }) => productId === 'peach')?.sellable ?? 0;
  for (const [index, figure] of [all - 37, 37].entries()) {
    const overlay = await context.newPage();
    await overlay.goto(links[index] ?? '');
    const card = overlay.locator('stall-product-card').first();
    await expect.poll(() => card.ariaSnapshot()).toContain(`还有 ${figure} 箱`);
    await overlay.close();
  }
});
