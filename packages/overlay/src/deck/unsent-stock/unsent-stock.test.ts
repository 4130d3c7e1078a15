import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const tile = () => test.part('deck-on-air').querySelector('.figures')?.textContent ?? '';
const row = () => test.row('阳山水蜜桃 5斤装').querySelector('.stock')?.textContent?.trim() ?? '';
const sheet = () => test.part('deck-product-sheet').querySelector('.now')?.textContent ?? '';
const soldOne = () => test.part('deck-on-air').querySelector<HTMLElement>('.sold-one');

afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

it('stands beside the figure while the line is down, and the figure is the ledger’s until it is back', async () => {
  test = await openTestDeck();
  await expect.poll(tile).toContain('186');
  test.line.isDown = true;
  soldOne()!.click();
  soldOne()!.click();
  await expect.poll(tile).toContain('剩 186 箱 · −2 待送出');
  await expect.poll(row).toBe('剩 186 箱 · −2 待送出');
  test.row('阳山水蜜桃 5斤装').querySelector<HTMLElement>('.open')!.click();
  await expect.poll(sheet).toBe('剩 186 箱 · −2 待送出');
  test.line.isDown = false;
  test.desk.outbox.retry();
  await expect.poll(tile).toContain('剩 184 箱');
  await expect.poll(() => tile() + row() + sheet()).not.toContain('待送出');
});

it.each([390, 320])('fits a row of a phone %i px wide, in the longer language', async (width) => {
  await page.viewport(width, 844);
  test = await openTestDeck({ language: 'en' });
  await expect.poll(tile).toContain('186');
  test.line.isDown = true;
  test.desk.send('set-stock', { productId: 'peach', onHand: 1200 });
  test.desk.send('adjust-stock', { productId: 'peach', delta: -150, reason: 'other' });
  const text = [...test.app.shadowRoot!.querySelectorAll('deck-product-row')]
    .find(({ productId }) => productId === 'peach')!
    .shadowRoot!.querySelector('.text')!;
  await expect.poll(() => text.querySelector('.unsent')).not.toBeNull();
  const mark = text.querySelector('.unsent')!;
  mark.getAnimations()[0]!.finish();
  expect(mark.getBoundingClientRect().right).toBeLessThanOrEqual(text.getBoundingClientRect().right);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

it('is not seen for a step that gets through at once', async () => {
  test = await openTestDeck();
  await expect.poll(tile).toContain('186');
  test.line.isHeld = true;
  soldOne()!.click();
  const mark = () => test.part('deck-on-air').querySelector('.unsent');
  await expect.poll(mark).not.toBeNull();
  const [comes] = mark()!.getAnimations();
  comes!.pause();
  expect(getComputedStyle(mark()!).visibility).toBe('hidden');
  comes!.finish();
  expect(getComputedStyle(mark()!).visibility).toBe('visible');
  test.line.isHeld = false;
});
