import { wooCommerceWebhook } from '@stallcast/adapters/webhooks';
import type { ShopLine } from './ask-shop.js';
import type { PullTarget } from './pull-settings.js';
import type { Shop } from './shop.js';
import { wooCommerceOrders } from './woocommerce-orders.js';
import { wooCommerceStocks } from './woocommerce-stock.js';

/** A WooCommerce shop, asked through its REST interface v3. */
export function wooCommerceShop(
  { base, key, secret }: Extract<PullTarget, { source: 'woocommerce' }>,
  line: ShopLine,
  now: () => number,
): Shop {
  const headers = { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` };
  const asking = (signal: AbortSignal) => (path: string) => line.ask({ path, headers }, signal);
  return {
    source: 'woocommerce',
    host: base.host,
    orders: (from, signal) => wooCommerceOrders(asking(signal), from),
    stocks: (products, signal) => wooCommerceStocks(asking(signal), wooCommerceWebhook, products, now),
    close: () => line.close(),
  };
}
