import { randomBytes, randomUUID } from 'node:crypto';
import { signDoudian } from '../doudian/webhook.js';
import { signDouyinLife } from '../douyin-life/webhook.js';
import { encryptMessage } from '../kuaishou/decrypt-message.js';
import { signStandard } from '../standard/webhook.js';
import { signStripe } from '../stripe/webhook.js';
import { keyOf, sealMessage, signWeixin } from '../weixin-shop/message-crypt.js';
import { signBase64 } from './signature.js';

/** What a signature covers besides the body. */
export interface SigningOptions {
  /** @default a new UUID */
  id?: string;
  /** When it is sent, ms. @default Date.now() */
  sentAt?: number;
}

/** A message as a source would send it. */
export interface SignedWebhook {
  headers: Record<string, string>;
  /** What is added to the address. */
  query: Record<string, string>;
  /** The body to send: another than the given one where the source encrypts. */
  body: Uint8Array;
}

/**
 * Signs a body as the named source would; null for a source that is not known.
 *
 * For `stallcast send` and for tests.
 */
export function signWebhook(
  source: string,
  rawBody: Uint8Array,
  secret: string,
  { id = randomUUID(), sentAt = Date.now() }: SigningOptions = {},
): SignedWebhook | null {
  const timestamp = String(Math.floor(sentAt / 1_000));
  const withHeaders = (headers: Record<string, string>) => ({ headers, query: {}, body: rawBody });
  switch (source) {
    case 'woocommerce':
      return withHeaders({ 'x-wc-webhook-signature': signBase64(rawBody, secret), 'x-wc-webhook-delivery-id': id });
    case 'shopify':
      return withHeaders({ 'x-shopify-hmac-sha256': signBase64(rawBody, secret), 'x-shopify-event-id': id });
    case 'stripe':
      return withHeaders({ 'stripe-signature': `t=${timestamp},v1=${signStripe(rawBody, secret, timestamp)}` });
    case 'doudian': {
      const [appId = '', appSecret = ''] = secret.split(':');
      return withHeaders({ 'app-id': appId, 'event-sign': signDoudian(rawBody, appId, appSecret) });
    }
    case 'douyin-life':
      return withHeaders({ 'x-douyin-signature': signDouyinLife(rawBody, secret), 'msg-id': id });
    case 'weixin-shop':
      return signWeixinShop(rawBody, secret, timestamp);
    case 'kuaishou':
      return { headers: {}, query: {}, body: Buffer.from(encryptMessage(rawBody, secret)) };
    case 'standard':
      return withHeaders({
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signStandard(rawBody, secret, id, timestamp),
      });
    default:
      return null;
  }
}

function signWeixinShop(rawBody: Uint8Array, secret: string, timestamp: string): SignedWebhook {
  const [token = '', encoded = '', appId = ''] = secret.split(':');
  const nonce = randomBytes(6).toString('hex');
  const query = { timestamp, nonce, signature: signWeixin(token, timestamp, nonce) };
  const key = keyOf(encoded);
  if (!key) return { headers: {}, query, body: rawBody };
  const sealed = sealMessage(rawBody, key, appId);
  return {
    headers: {},
    query: { ...query, encrypt_type: 'aes', msg_signature: signWeixin(token, timestamp, nonce, sealed) },
    body: Buffer.from(JSON.stringify({ Encrypt: sealed })),
  };
}
