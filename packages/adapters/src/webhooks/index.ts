import type { WebhookSource } from '@stallcast/protocol';
import { shopifyWebhook } from '../shopify/webhook.js';
import { standardWebhook } from '../standard/webhook.js';
import { wooCommerceWebhook } from '../woocommerce/webhook.js';

export { shopifyWebhook, standardWebhook, wooCommerceWebhook };
export { SYNTHETIC_HEADER } from './event-head.js';
export { signWebhook, type SigningOptions } from './sign-webhook.js';

/** All sources that have a webhook door, by the name in its address. */
export const WEBHOOK_SOURCES: ReadonlyMap<string, WebhookSource> = new Map(
  [wooCommerceWebhook, shopifyWebhook, standardWebhook].map((source) => [source.name, source]),
);
