import { expect, it } from 'vitest';
import type { ShopAnswer } from './ask-shop.js';
import { PAGE_ROWS, wooCommerceOrders } from './woocommerce-orders.js';

const EVENING = '2026-07-01T11:00:00';

/** A shop whose pages are made up as they are asked for, from the first id on that `firstOf` gives. */
async function walk(firstOf: (question: number) => number, rows = PAGE_ROWS): Promise<{ asked: number; why: string }> {
  let asked = 0;
  const get = (): Promise<ShopAnswer> => {
    const first = firstOf((asked += 1));
    const body = Array.from({ length: rows }, (_, n) => ({ id: first + n, date_modified_gmt: EVENING }));
    return Promise.resolve({ body: Buffer.from(JSON.stringify(body)), header: () => '200', shopTime: null });
  };
  const pages = wooCommerceOrders(get, () => Date.parse(`${EVENING}Z`));
  try {
    for await (const page of pages) expect(page.rows.length).toBeLessThanOrEqual(rows);
    return { asked, why: '' };
  } catch (error) {
    return { asked, why: String(error) };
  }
}

it('a shop that answers every question with one page is left alone soon', async () => {
  const { asked, why } = await walk(() => 1);
  expect(why).toContain('does not end');
  expect(asked).toBeLessThanOrEqual(12);
});

it('a shop whose pages never end is left alone after 500', async () => {
  const { asked, why } = await walk((question) => question * PAGE_ROWS);
  expect(why).toContain('does not end');
  expect(asked).toBe(500);
});

it('pages by number that share all rows but one are read on', async () => {
  const { asked } = await walk((question) => Math.min(question, 40));
  expect(asked).toBeGreaterThan(40);
});
