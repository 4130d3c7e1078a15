import { expect } from '@playwright/test';
import { OverlayPage } from './overlay-page.js';
import { test, wooOrder } from './stall.js';

test.describe('a real order reaches the overlay', () => {
  test('a signed WooCommerce order takes stock and is called out; its cancellation gives both back', async ({
    page,
    stall,
  }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);

    expect((await stall.hook('woocommerce', wooOrder(7001), { topic: 'order.created' })).status).toBe(200);
    await overlay.showsLeft(184);
    await overlay.callsOut('王*');
    await expect(overlay.ticker.locator('.qty').filter({ hasText: '2' })).toBeVisible();

    const cancelled = wooOrder(7001, { status: 'cancelled', date_modified_gmt: '2026-07-01T11:05:00' });
    expect((await stall.hook('woocommerce', cancelled)).status).toBe(200);
    await overlay.showsLeft(186);
    await expect(overlay.ticker.locator('.struck').filter({ hasText: '王*' })).toBeVisible();
    await expect(overlay.ticker.locator('.buyer').filter({ hasText: '王*' })).toHaveCount(0);
    expect(overlay.errors).toEqual([]);
  });

  test('the same delivery twice, and the same order again, count once', async ({ page, stall }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    const first = (await (await stall.hook('woocommerce', wooOrder(7002))).json()) as { offset: number };
    await stall.hook('woocommerce', wooOrder(7002));
    expect((await stall.state()).offset).toBe(first.offset);
    await overlay.showsLeft(184);
  });

  test('orders whose ids differ beyond 2^53 stay two', async ({ page, stall }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    for (const id of ['9007199254740993', '9007199254740992']) {
      const body = JSON.stringify(wooOrder(1)).replace('"id":1,', `"id":${id},`);
      expect((await stall.hook('woocommerce', body)).status).toBe(200);
    }
    await overlay.showsLeft(182);
  });

  test('a Shopify order arrives by the same way', async ({ page, stall }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    const order = {
      id: 1,
      admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
      currency: 'CNY',
      financial_status: 'paid',
      test: false,
      created_at: '2026-07-01T19:30:00+08:00',
      updated_at: '2026-07-01T19:30:00+08:00',
      cancelled_at: null,
      total_price: '39.90',
      customer: { first_name: 'Steve', last_name: 'Shipper', email: 'steve@example.com' },
      shipping_address: {
        province: 'Kentucky',
        province_code: 'KY',
        country_code: 'US',
        phone: '555-555-0100',
        address1: '123 Shipping Street',
      },
      line_items: [{ id: 2, product_id: 632910392, variant_id: 808950810, quantity: 1, price: '39.90' }],
      refunds: [],
    };
    expect((await stall.hook('shopify', order)).status).toBe(200);
    await overlay.showsLeft(185);
    await overlay.callsOut('S**');
    await expect(page.locator('body')).not.toContainText('555');
  });

  test('a figure that Shopify owns follows its inventory messages', async ({ page, stall }) => {
    const overlay = new OverlayPage(page);
    const { state } = (await stall.state()) as unknown as { state: { products: { id: string }[] } };
    const peach = state.products.find(({ id }) => id === 'peach');
    expect((await stall.command({ type: 'put-product', product: { ...peach, stockFrom: 'shopify' } })).status).toBe(
      200,
    );
    await overlay.open(stall.overlay());
    const level = (location: number, available: number) => ({
      inventory_item_id: '271878346596884015',
      location_id: location,
      available,
      updated_at: new Date().toISOString(),
      admin_graphql_api_id: `gid://shopify/InventoryLevel/${location}?inventory_item_id=271878346596884015`,
    });
    const raw = (body: object) => JSON.stringify(body).replace('"271878346596884015",', '271878346596884015,');
    await stall.hook('shopify', raw(level(1, 30)), { topic: 'inventory_levels/update' });
    await stall.hook('shopify', raw(level(2, 12)), { topic: 'inventory_levels/update' });
    await overlay.showsLeft(42);
  });

  test('hundreds at once are counted exactly and called out one at a time', async ({ page, stall }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => stall.hook('woocommerce', wooOrder(8000 + index, {}, 1))),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await overlay.showsLeft(126);
    // While one row gives way to the next both are there.
    expect(await overlay.ticker.locator('li.row:not([hidden])').count()).toBeLessThanOrEqual(2);
    await expect(overlay.ticker.locator('.stub').first()).toContainText(/\d+/);
  });
});
