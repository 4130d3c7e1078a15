import { stripeDetail, type DetailFetcher } from '@stallcast/adapters/webhooks';

/**
 * The fetchers that the environment has keys for: `STALLCAST_DETAIL_STRIPE_KEY`, a restricted key that may read checkout sessions.
 *
 * The other platforms' are handed to `startRelay`: how their interfaces want to be asked is not known well enough to do it unseen.
 */
export function detailFetchers(env: NodeJS.ProcessEnv): DetailFetcher[] {
  const key = env['STALLCAST_DETAIL_STRIPE_KEY']?.trim();
  return key ? [stripeDetail({ key })] : [];
}
