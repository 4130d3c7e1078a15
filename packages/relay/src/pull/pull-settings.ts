import { Mishap } from '../mishap.js';
import { isLoopbackHost } from './shop-address.js';

/** A shop that the relay asks, with the keys to it. */
export type PullTarget =
  | { source: 'woocommerce'; base: URL; key: string; secret: string }
  | { source: 'shopify'; base: URL; token: string }
  | { source: 'shopify'; base: URL; key: string; secret: string };

/** What to pull, and how often. */
export interface PullSettings {
  targets: PullTarget[];
  intervalMs: number;
}

const DEFAULT_SECONDS = '15';

/**
 * Reads which shops to ask.
 *
 * From the environment alone: a flag stays in the terminal's history and in the list of processes, and these keys open the shop.
 */
export function readPullSettings(env: NodeJS.ProcessEnv): PullSettings {
  const read = (name: string): string | undefined => env[`STALLCAST_PULL_${name}`]?.trim() || undefined;
  const targets = [readWooCommerce(read), readShopify(read)].filter((target) => target !== null);
  return { targets, intervalMs: readSeconds(read('SECONDS') ?? DEFAULT_SECONDS) * 1_000 };
}

/** Everything in the settings that must never be seen. */
export function pullSecrets(settings: PullSettings | undefined): string[] {
  return (settings?.targets ?? []).flatMap((target) => {
    if ('token' in target) return [target.token];
    const { key, secret } = target;
    return [key, secret, Buffer.from(`${key}:${secret}`).toString('base64')];
  });
}

type Read = (name: string) => string | undefined;

function readWooCommerce(read: Read): PullTarget | null {
  const address = read('WOOCOMMERCE');
  if (address === undefined) return null;
  const base = readBase(address);
  if (!base) {
    throw new Mishap(
      'STALLCAST_PULL_WOOCOMMERCE 需要网店的 https 网址，例如 https://shop.example。用 http 的话，WooCommerce 只认 OAuth 1，密钥也会被别人看见：请先给网店装上证书。',
      'STALLCAST_PULL_WOOCOMMERCE takes the shop’s https address, for example https://shop.example. Over plain http WooCommerce wants OAuth 1 and anyone could read along: give the shop a certificate first.',
    );
  }
  const [key, secret] = [read('WOOCOMMERCE_KEY'), read('WOOCOMMERCE_SECRET')];
  if (isHeaderSafe(key) && isHeaderSafe(secret)) return { source: 'woocommerce', base, key, secret };
  throw new Mishap(
    '要从 WooCommerce 取订单，还需要 STALLCAST_PULL_WOOCOMMERCE_KEY 和 STALLCAST_PULL_WOOCOMMERCE_SECRET：在网店后台 设置 → 高级 → REST API 里新建一个只读的密钥。',
    'To pull from WooCommerce, STALLCAST_PULL_WOOCOMMERCE_KEY and STALLCAST_PULL_WOOCOMMERCE_SECRET are needed as well: make a read-only key in the shop under Settings → Advanced → REST API.',
  );
}

function readShopify(read: Read): PullTarget | null {
  const address = read('SHOPIFY');
  if (address === undefined) return null;
  const base = readBase(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
  const isShop = base && (isLoopbackHost(base.hostname) || /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(base.hostname));
  if (!isShop || base.pathname !== '/') {
    throw new Mishap(
      'STALLCAST_PULL_SHOPIFY 需要店铺在 Shopify 的域名，例如 shop.myshopify.com（不是自己的域名）。',
      'STALLCAST_PULL_SHOPIFY takes the shop’s name at Shopify, for example shop.myshopify.com, and not a domain of its own.',
    );
  }
  const [token, key, secret] = [read('SHOPIFY_TOKEN'), read('SHOPIFY_KEY'), read('SHOPIFY_SECRET')];
  if (isHeaderSafe(token)) return { source: 'shopify', base, token };
  if (isHeaderSafe(key) && isHeaderSafe(secret)) return { source: 'shopify', base, key, secret };
  throw new Mishap(
    '要从 Shopify 取订单，还需要 STALLCAST_PULL_SHOPIFY_TOKEN（应用的 Admin API 访问令牌），或 STALLCAST_PULL_SHOPIFY_KEY 和 STALLCAST_PULL_SHOPIFY_SECRET（Dev Dashboard 应用的 client ID 和 secret）。',
    'To pull from Shopify, STALLCAST_PULL_SHOPIFY_TOKEN (an app’s Admin API access token) is needed as well, or STALLCAST_PULL_SHOPIFY_KEY and STALLCAST_PULL_SHOPIFY_SECRET (client id and secret of an app of the Dev Dashboard).',
  );
}

/** A shop’s address, by https unless it is this machine; null for anything else. */
function readBase(text: string): URL | null {
  try {
    const url = new URL(text);
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
    const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    return isSafe && isBare ? url : null;
  } catch {
    return null;
  }
}

/** A key with a line end or a blank in it would not get through a header, and was cut wrong. */
function isHeaderSafe(text: string | undefined): text is string {
  return text !== undefined && /^[\x21-\x7e]{1,512}$/.test(text);
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d{1,4}$/.test(text) && seconds >= 5 && seconds <= 3_600) return seconds;
  throw new Mishap(
    'STALLCAST_PULL_SECONDS 需要 5 到 3600 之间的秒数，例如 15。',
    'STALLCAST_PULL_SECONDS takes a number of seconds from 5 to 3600, for example 15.',
  );
}
