import type { OrderEvent } from '@stallcast/protocol';
import type { DetailFetcher, OrderDetail } from '../webhooks/order-detail.js';
import { idOf, objectOf, objectsOf, quantityOf, textOf, unixTimeOf } from '../webhooks/read-fields.js';
import { readJson, type JsonObject } from '../webhooks/read-json.js';
import { stripeAmount } from './stripe-amount.js';

export interface StripeDetailOptions {
  /** A secret or restricted key that may read checkout sessions: `sk_…` or `rk_…`. */
  key: string;
  /** @default https://api.stripe.com */
  address?: string;
  /** @default the engine's own */
  fetch?: typeof fetch;
}

/** The most items that one page of Stripe's lists has. */
const PAGE = 100;

/**
 * Asks Stripe what was bought in a checkout: two questions, the session of a payment and then its line items.
 *
 * An order is asked for by the id that its webhook gave it, a payment's or a session's. A payment that no checkout made has no
 * goods, and so no detail.
 */
export function stripeDetail({
  key,
  address = 'https://api.stripe.com',
  fetch: ask = fetch,
}: StripeDetailOptions): DetailFetcher {
  const read = async (path: string, signal: AbortSignal): Promise<JsonObject | null> => {
    const headers = { authorization: `Bearer ${key}` };
    // Stripe sends nobody on: who does so is another, and would choose whom this machine asks.
    const answer = await ask(`${address}/v1/${path}`, { headers, signal, redirect: 'error' });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`Expected an answer from Stripe, got the status ${answer.status}.`);
    return objectOf(readJson(new Uint8Array(await answer.arrayBuffer()))) ?? null;
  };

  return {
    source: 'stripe',
    async fetchDetail(orderId, signal) {
      const id = encodeURIComponent(orderId);
      const session = orderId.startsWith('cs_')
        ? await read(`checkout/sessions/${id}`, signal)
        : (objectsOf((await read(`checkout/sessions?limit=1&payment_intent=${id}`, signal))?.['data'])[0] ?? null);
      const sessionId = idOf(session?.['id']);
      if (!session || sessionId === undefined) return null;
      const items = await read(`checkout/sessions/${encodeURIComponent(sessionId)}/line_items?limit=${PAGE}`, signal);
      if (!items) return null;
      if (items['has_more'] === true) throw new Error(`Expected at most ${PAGE} line items, got more.`);
      return detailOf(session, objectsOf(items['data']));
    },
  };
}

function detailOf(session: JsonObject, items: readonly JsonObject[]): OrderDetail {
  const total = stripeAmount(session['amount_total'], session['currency']);
  return {
    // A session does not tell when it last changed. Its beginning is older than every event, so that no event's word is undone.
    sourceVersion: unixTimeOf(session['created']) ?? 0,
    lines: items.flatMap(lineOf),
    ...(total ? { total } : {}),
  };
}

function lineOf(item: JsonObject): NonNullable<OrderEvent['lines']> {
  const qty = quantityOf(item['quantity']);
  if (qty === undefined) return [];
  const price = objectOf(item['price']);
  const product = price?.['product'];
  const id = textOf(product) || idOf(objectOf(product)?.['id']);
  const variantId = idOf(price?.['id']);
  const amount = stripeAmount(item['amount_total'], item['currency']);
  return [{ ref: { ...(id ? { id } : {}), ...(variantId ? { variantId } : {}) }, qty, ...(amount ? { amount } : {}) }];
}
