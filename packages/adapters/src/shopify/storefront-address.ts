import { listOf, readPollSettings, type PollSettings } from '../polled/poll-settings.js';

/** Which products of which shop. */
export interface StorefrontAddress extends PollSettings {
  /** `shop.myshopify.com`, or the shop's own domain. */
  shop: string;
  /** The public token of the Storefront interface; empty: no stock figures. */
  token: string;
  /** The interface's version. */
  version: string;
  ids: string[];
  handles: string[];
  collection: string;
  /** ISO 3166: which market's prices. */
  country: string;
  /** Shopify's name of a language, such as `ZH_CN`. */
  language: string;
}

/** The version of the interface that the queries were written for. */
export const API_VERSION = '2026-07';
const EVERY_S = 10;
/** As many can be asked for at once. */
const MAX_PRODUCTS = 100;

/**
 * Reads what stands behind `shopify:`, as in `shop.myshopify.com?handles=peach,ginseng&every=10#PUBLIC_TOKEN`.
 *
 * Throws an Error of one sentence that does not repeat the token.
 */
export function parseStorefrontAddress(address: string): StorefrontAddress {
  const [, host = '', query = '', token = ''] =
    /^(?:https:\/\/)?([a-z0-9][a-z0-9.-]*\.[a-z]{2,})\/?(?:\?([^#]*))?(?:#(.*))?$/is.exec(address.trim()) ?? [];
  if (host === '') {
    throw new Error(
      '“shopify:”后面要写商店域名，比如 shopify:shop.myshopify.com#公开令牌。 / Expected a shop after "shopify:", such as "shopify:shop.myshopify.com#PUBLIC_TOKEN", got something else.',
    );
  }
  if (/^(?:shp[a-z]{2}_|Bearer)/i.test(token) || !/^[\w-]{0,128}$/.test(token)) {
    throw new Error(
      '这是后台令牌，不能放进网页：用 Storefront API 的公开令牌。 / Expected the public token of the Storefront interface, got another kind, which must not be in a page: take the public one.',
    );
  }
  const settings = new URLSearchParams(query);
  const version = settings.get('version') ?? API_VERSION;
  const [ids, handles] = [listOf(settings.get('ids')), listOf(settings.get('handles'))];
  const [country, language] = [settings.get('country') ?? '', settings.get('language') ?? ''];
  const areWords =
    /^(?:\d{4}-\d{2}|unstable)$/.test(version) && /^[A-Z]{0,2}$/.test(country) && /^[A-Z_]{0,8}$/.test(language);
  if (!areWords || !ids.every((id) => /^\d{1,20}$/.test(id)) || ids.length + handles.length > MAX_PRODUCTS) {
    throw new Error(
      `检查 ids（数字）、version（如 ${API_VERSION}）、country（如 CN）和 language（如 ZH_CN），商品最多 ${MAX_PRODUCTS} 件。 / ` +
        `Expected numbers for "ids", "version" as ${API_VERSION}, "country" as CN, "language" as ZH_CN and at most ${MAX_PRODUCTS} products, got something else.`,
    );
  }
  return {
    shop: host.toLowerCase(),
    token,
    version,
    ids,
    handles,
    collection: settings.get('collection') ?? '',
    country,
    language,
    ...readPollSettings(settings, EVERY_S),
  };
}
