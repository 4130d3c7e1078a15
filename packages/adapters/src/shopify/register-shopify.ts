import { registerScheme, type Adapter } from '@stallcast/protocol';
import { storefrontAdapter } from './storefront-adapter.js';
import { parseStorefrontAddress } from './storefront-address.js';

/** Opens what stands behind `shopify:`. */
export function openShopify(address: string): Adapter {
  return storefrontAdapter(parseStorefrontAddress(address));
}

/** Makes `shopify:shop.myshopify.com?handles=peach#PUBLIC_TOKEN` known to this page. */
export function registerShopify(): void {
  registerScheme('shopify', openShopify);
}
