import { readPollSettings, type PollSettings } from '../polled/poll-settings.js';

/** Which products of which shop. */
export interface StoreAddress extends PollSettings {
  /** Where the products are read, with the query that chooses them. */
  url: string;
  /** The shop's host, for people. */
  host: string;
  /** Ids in the order of the links. */
  include: string[];
}

const EVERY_S = 10;
/** The Store API gives out no more at once. */
const MAX_PRODUCTS = 100;
/** What is passed on to the shop, as its interface names it. */
const PASSED = ['include', 'category', 'tag', 'type', 'search', 'orderby', 'order', 'per_page'];

/**
 * Reads what stands behind `woocommerce:`, as in `https://shop.example?include=93,22&every=10`.
 *
 * Throws an Error of one sentence.
 */
export function parseStoreAddress(
  address: string,
  base = globalThis.location?.href as string | undefined,
): StoreAddress {
  let url: URL | null = null;
  try {
    url = new URL(address.trim() || 'none:', base);
  } catch {
    // No address at all is told like a wrong one.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || /^c[ks]_/.test(url.hash.slice(1))) {
    throw new Error(
      '“woocommerce:”后面要写商店网址，比如 woocommerce:https://shop.example，不要写密钥。 / Expected a shop after "woocommerce:", such as "woocommerce:https://shop.example", without any key, got something else.',
    );
  }
  const settings = new URLSearchParams(url.search);
  const include = (settings.get('include') ?? '')
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter(Boolean);
  if (!include.every((id) => /^\d{1,18}$/.test(id)) || include.length > MAX_PRODUCTS) {
    throw new Error(
      `include 要写商品编号，用逗号隔开，最多 ${MAX_PRODUCTS} 个。 / Expected at most ${MAX_PRODUCTS} product ids for "include", with commas, got something else.`,
    );
  }
  const query = new URLSearchParams({
    per_page: String(MAX_PRODUCTS),
    ...(include.length > 0 ? { orderby: 'include' } : {}),
  });
  for (const name of PASSED) {
    const value = name === 'include' ? include.join(',') : settings.get(name);
    if (value) query.set(name, value);
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/wp-json(?:\/.*)?$/, '');
  return {
    url: `${url.origin}${path}/wp-json/wc/store/v1/products?${query.toString()}`,
    host: url.host,
    include,
    ...readPollSettings(settings, EVERY_S),
  };
}
