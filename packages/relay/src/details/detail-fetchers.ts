import { stripeDetail, weixinShopDetail, type DetailFetcher } from '@stallcast/adapters/webhooks';

/**
 * The fetchers that the environment has keys for: `STALLCAST_DETAIL_STRIPE_KEY`, a restricted key that may read checkout sessions, and
 * `STALLCAST_DETAIL_WEIXIN_SHOP_KEY`, `<app id>:<app secret>` of the shop.
 *
 * The other platforms' are handed to `startRelay`: how their interfaces want to be asked is not known well enough to do it unseen.
 */
export function detailFetchers(env: NodeJS.ProcessEnv): DetailFetcher[] {
  const stripe = env['STALLCAST_DETAIL_STRIPE_KEY']?.trim();
  const [appId, appSecret] = env['STALLCAST_DETAIL_WEIXIN_SHOP_KEY']?.trim().split(':') ?? [];
  return [
    ...(stripe ? [stripeDetail({ key: stripe })] : []),
    ...(appId && appSecret ? [weixinShopDetail({ appId, appSecret })] : []),
  ];
}
