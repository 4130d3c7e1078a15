import type { Adapter } from '@stallcast/protocol';
import type { Answer } from '../polled/answer.js';
import { createAsker, type Asker } from '../polled/fetch-text.js';
import { polledAdapter, type PolledInternals } from '../polled/polled-adapter.js';
import { readStorefront } from './read-storefront.js';
import { API_VERSION, type StorefrontAddress } from './storefront-address.js';
import { storefrontQuery } from './storefront-query.js';

/** Which products of which shop; see `StorefrontAddress`. */
export interface StorefrontAdapterOptions extends Partial<Omit<StorefrontAddress, 'shop'>> {
  shop: string;
  /** @internal For tests. */
  internals?: PolledInternals & { fetch?: typeof fetch; alone?: boolean };
}

/**
 * Reads products, prices and stock of a Shopify shop by its public Storefront interface.
 *
 * There are no orders: these come by webhook, over a relay.
 */
export function storefrontAdapter({ internals = {}, ...options }: StorefrontAdapterOptions): Adapter {
  const address: StorefrontAddress = {
    token: '',
    version: API_VERSION,
    ids: [],
    handles: [],
    collection: '',
    country: '',
    language: '',
    intervalMs: 10_000,
    feature: [],
    ...options,
  };
  const { shop, token, version, intervalMs, room } = address;
  const body = JSON.stringify(storefrontQuery(address));
  const question = {
    url: `https://${shop}/api/${version}/graphql.json`,
    method: 'POST' as const,
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { 'X-Shopify-Storefront-Access-Token': token } : {}),
    },
    body,
    place: { zh: ` Shopify 商店`, en: 'the Shopify shop' },
  };
  return polledAdapter(
    {
      name: `shopify ${shop}`,
      question: internals.alone ? null : `${question.url} ${token} ${body}`,
      intervalMs,
      ...(room ? { room } : {}),
      open: () => slowingDown(createAsker(question, internals.fetch)),
      read: (text) => readStorefront(text, address),
    },
    internals,
  );
}

/** Shopify says with an answer that all is well, in it that it was too much: that is a failure, and is waited for. */
function slowingDown(ask: Asker): Asker {
  return async (signal): Promise<Answer> => {
    const answer = await ask(signal);
    if (answer.kind !== 'text' || !/"code"\s*:\s*"THROTTLED"/.test(answer.text)) return answer;
    return {
      kind: 'failed',
      code: 'busy',
      message:
        'Shopify 说问得太多，过一会儿再问。 / Expected products of Shopify, got that it was too much: it is asked again later.',
      retryAfterMs: 20_000,
    };
  };
}
