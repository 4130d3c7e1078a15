import { noData } from './answer-faults.js';
import type { ShopLine } from './ask-shop.js';
import type { PullTarget } from './pull-settings.js';

/** A token that ends is asked for anew so long before its end, ms. */
const EARLY_MS = 5 * 60_000;

/** The token with which Shopify is asked. */
export interface ShopifyToken {
  get(signal: AbortSignal): Promise<string>;
  /** It was refused: the next one is asked for anew. */
  drop(): void;
}

/**
 * Gives the token, fetching it where it is not given.
 *
 * An app made in Shopify's Dev Dashboard has none that lasts: it changes its id and secret for one that lasts a day.
 */
export function shopifyToken(
  target: Extract<PullTarget, { source: 'shopify' }>,
  line: ShopLine,
  now: () => number,
): ShopifyToken {
  if ('token' in target) return { get: () => Promise.resolve(target.token), drop: () => {} };

  let kept: { token: string; until: number } | null = null;
  return {
    async get(signal) {
      if (kept && now() < kept.until) return kept.token;
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: target.key,
        client_secret: target.secret,
      });
      const { body } = await line.ask({ path: '/admin/oauth/access_token', headers: {}, form }, signal);
      const { access_token: token, expires_in: seconds } = read(body);
      if (typeof token !== 'string' || !/^[\x21-\x7e]{1,512}$/.test(token)) throw noData();
      kept = { token, until: now() + (typeof seconds === 'number' ? seconds * 1_000 : 0) - EARLY_MS };
      return token;
    },
    drop: () => void (kept = null),
  };
}

function read(body: Buffer): { access_token?: unknown; expires_in?: unknown } {
  try {
    return JSON.parse(body.toString('utf8')) as { access_token?: unknown };
  } catch {
    throw noData();
  }
}
