import { registerScheme, type Adapter, type OpenAdapter } from '@stallcast/protocol';
import { AddressError, onDemandAdapter } from './on-demand-adapter.js';

/** Where the code of each scheme is. */
const SCHEMES: Readonly<Record<string, () => Promise<OpenAdapter>>> = {
  table: async () => (await import('../table/register-table.js')).openTable,
  shopify: async () => (await import('../shopify/register-shopify.js')).openShopify,
  woocommerce: async () => (await import('../woocommerce/register-woocommerce.js')).openWooCommerce,
  obs: async () => (await import('../obs/register-obs.js')).openObs,
};

/** Makes `table:`, `shopify:`, `woocommerce:` and `obs:` known to this page; their code comes when one of them is opened. */
export function registerOnDemand(): void {
  for (const [scheme, load] of Object.entries(SCHEMES)) {
    registerScheme(scheme, (address): Adapter => onDemandAdapter(scheme, async () => open(await load(), address)));
  }
}

function open(openAdapter: OpenAdapter, address: string): Adapter {
  try {
    return openAdapter(address);
  } catch (error) {
    throw new AddressError(error instanceof Error ? error.message : String(error));
  }
}
