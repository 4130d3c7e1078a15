import { registerScheme, type Adapter } from '@stallcast/protocol';
import { storeAdapter } from './store-adapter.js';

/** Opens what stands behind `woocommerce:`. */
export function openWooCommerce(address: string): Adapter {
  return storeAdapter({ address });
}

/** Makes `woocommerce:https://shop.example?include=93,22` known to this page. */
export function registerWooCommerce(): void {
  registerScheme('woocommerce', openWooCommerce);
}
