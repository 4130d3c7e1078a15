import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const soldOne = () => test.part('deck-on-air').querySelector<HTMLElement>('.sold-one');
const figures = () => test.part('deck-on-air').querySelector('.figures')?.textContent;

afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

describe('the key for one that was sold elsewhere', () => {
  it('takes one off at one press, and a slip is taken back at another', async () => {
    test = await openTestDeck();
    await expect.poll(figures).toContain('186');
    soldOne()!.click();
    await expect.poll(figures).toContain('185');
    expect(test.commands()).toEqual([
      { type: 'adjust-stock', productId: 'peach', delta: -1, reason: 'sold-elsewhere' },
    ]);
    const undo = () => test.part('deck-notice').querySelector('button');
    await expect.poll(() => undo()?.textContent?.trim()).toBe('撤销');
    undo()!.click();
    await expect.poll(figures).toContain('186');
  });

  it('counts each of many presses', async () => {
    test = await openTestDeck();
    await expect.poll(soldOne).not.toBeNull();
    for (let press = 0; press < 5; press += 1) soldOne()!.click();
    await expect.poll(figures).toContain('181');
  });

  it('is not there for what is paused, or counted by a shop', async () => {
    test = await openTestDeck();
    await expect.poll(soldOne).not.toBeNull();
    test.desk.send('pause', { productId: 'peach' });
    await expect.poll(soldOne).toBeNull();
    test.desk.send('resume', { productId: 'peach' });
    await expect.poll(soldOne).not.toBeNull();
    const product = test.desk.store.$product('peach').get()!;
    const shop = { stockFrom: 'woocommerce', sources: [{ source: 'woocommerce', id: '1' }] };
    test.desk.send('put-product', { product: { ...product, ...shop } });
    await expect.poll(soldOne).toBeNull();
  });

  it.each([390, 320])('is big enough for a thumb at %i px, and says which product it is for', async (width) => {
    await page.viewport(width, 844);
    test = await openTestDeck();
    await expect.poll(soldOne).not.toBeNull();
    const { width: wide, height } = soldOne()!.getBoundingClientRect();
    expect([wide >= 48, height >= 48]).toEqual([true, true]);
    expect(soldOne()!.textContent).toContain('阳山水蜜桃');
  });
});
