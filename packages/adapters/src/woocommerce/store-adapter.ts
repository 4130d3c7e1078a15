import type { Adapter } from '@stallcast/protocol';
import { createAsker } from '../polled/fetch-text.js';
import { polledAdapter, type PolledInternals } from '../polled/polled-adapter.js';
import { readStore } from './read-store.js';
import { parseStoreAddress } from './store-address.js';

/** Which shop, and which of its products. */
export interface StoreAdapterOptions {
  /** As behind `woocommerce:`: `https://shop.example?include=93,22&every=10`. */
  address: string;
  /** @internal For tests. */
  internals?: PolledInternals & { fetch?: typeof fetch; alone?: boolean };
}

/**
 * Reads products, prices and what can be told of the stock from a WooCommerce shop's public Store API.
 *
 * There are no orders: these come by webhook, over a relay. Throws an Error of one sentence for an address that is none.
 */
export function storeAdapter({ address, internals = {} }: StoreAdapterOptions): Adapter {
  const shop = parseStoreAddress(address);
  return polledAdapter(
    {
      name: `woocommerce ${shop.host}`,
      question: internals.alone ? null : `woocommerce ${shop.url}`,
      intervalMs: shop.intervalMs,
      ...(shop.room ? { room: shop.room } : {}),
      open: () => createAsker({ url: shop.url, place: { zh: '商店', en: 'the shop' } }, internals.fetch),
      read: (text) => readStore(text, shop),
    },
    internals,
  );
}
