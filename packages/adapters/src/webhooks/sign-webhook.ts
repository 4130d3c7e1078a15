import { randomUUID } from 'node:crypto';
import { signStandard } from '../standard/webhook.js';
import { signBase64 } from './signature.js';

/** What a signature of Standard Webhooks covers besides the body. */
export interface SigningOptions {
  /** @default a new UUID */
  id?: string;
  /** When it is sent, ms. @default Date.now() */
  sentAt?: number;
}

/**
 * Signs a body as the named source would: the headers to send with it, or null for a source that is not known.
 *
 * For `stallcast send` and for tests.
 */
export function signWebhook(
  source: string,
  rawBody: Uint8Array,
  secret: string,
  { id = randomUUID(), sentAt = Date.now() }: SigningOptions = {},
): Record<string, string> | null {
  switch (source) {
    case 'woocommerce':
      return { 'x-wc-webhook-signature': signBase64(rawBody, secret), 'x-wc-webhook-delivery-id': id };
    case 'shopify':
      return { 'x-shopify-hmac-sha256': signBase64(rawBody, secret), 'x-shopify-event-id': id };
    case 'standard': {
      const timestamp = String(Math.floor(sentAt / 1_000));
      return {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signStandard(rawBody, secret, id, timestamp),
      };
    }
    default:
      return null;
  }
}
