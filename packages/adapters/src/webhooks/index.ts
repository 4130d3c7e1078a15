import type { WebhookSource } from '@stallcast/protocol';
import { doudianWebhook } from '../doudian/webhook.js';
import { douyinLifeWebhook } from '../douyin-life/webhook.js';
import { kuaishouWebhook } from '../kuaishou/webhook.js';
import { shopifyWebhook } from '../shopify/webhook.js';
import { standardWebhook } from '../standard/webhook.js';
import { stripeWebhook } from '../stripe/webhook.js';
import { weixinShopWebhook } from '../weixin-shop/webhook.js';
import { wooCommerceWebhook } from '../woocommerce/webhook.js';

export {
  doudianWebhook,
  douyinLifeWebhook,
  kuaishouWebhook,
  shopifyWebhook,
  standardWebhook,
  stripeWebhook,
  weixinShopWebhook,
  wooCommerceWebhook,
};
export { SYNTHETIC_HEADER } from './event-head.js';
export { stripeDetail, type StripeDetailOptions } from '../stripe/detail.js';
export { weixinShopDetail, type WeixinShopDetailOptions } from '../weixin-shop/detail.js';
export type { DetailFetcher, OrderDetail } from './order-detail.js';
export { signWebhook, type SignedWebhook, type SigningOptions } from './sign-webhook.js';

/** All sources that have a webhook door, by the name in its address. */
export const WEBHOOK_SOURCES: ReadonlyMap<string, WebhookSource> = new Map(
  [
    wooCommerceWebhook,
    shopifyWebhook,
    stripeWebhook,
    doudianWebhook,
    douyinLifeWebhook,
    weixinShopWebhook,
    kuaishouWebhook,
    standardWebhook,
  ].map((source) => [source.name, source]),
);
