import { afterEach, describe, expect, it } from 'vitest';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const priceOnAir = () => test.part('deck-on-air').querySelector('.figures b')?.textContent;
const priceInRow = () => test.row('阳山水蜜桃 5斤装').querySelector('.price')?.textContent;

afterEach(() => test.stop());

describe('a flash sale that ends while nothing else happens', () => {
  it('leaves no price behind, on air nor in the row', async () => {
    test = await openTestDeck();
    await expect.poll(priceOnAir).toBe('¥39.90');
    const endsAt = new Date(test.desk.store.now() + 1_500).toISOString();
    test.desk.send('start-flash', {
      productId: 'peach',
      price: { minor: 2_990, currency: 'CNY', exponent: 2 },
      endsAt,
    });
    await expect.poll(() => [priceOnAir(), priceInRow()]).toEqual(['¥29.90', '¥29.90']);
    await expect.poll(() => [priceOnAir(), priceInRow()], { timeout: 5_000 }).toEqual(['¥39.90', '¥39.90']);
  });
});

describe('a product on air', () => {
  it('opens at a tap on its name, and leaves the picture only by its cross', async () => {
    test = await openTestDeck();
    const onAir = () => test.part('deck-on-air');
    await expect.poll(() => onAir().querySelector('.open')).not.toBeNull();
    onAir().querySelector<HTMLElement>('.open')!.click();
    await expect.poll(() => test.part('deck-product-sheet').querySelector('dialog')?.open).toBe(true);
    expect(test.commands()).toEqual([]);
    onAir().querySelector<HTMLElement>('.cross')!.click();
    await expect.poll(() => test.commands().map(({ type }) => type)).toEqual(['unfeature']);
  });
});
