import { createHmac, timingSafeEqual } from 'node:crypto';
import { WebhookError } from '@stallcast/protocol';

/** Signs bytes as WooCommerce, Shopify and Standard Webhooks do: HMAC-SHA256, written in base64. */
export function signBase64(bytes: Uint8Array, secret: string | Uint8Array): string {
  return createHmac('sha256', secret).update(bytes).digest('base64');
}

/** Compares two signatures without telling by its duration where they differ. */
export function sameSignature(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Throws what a door without a secret answers: an empty one would let anybody in. */
export function requireSecret(secret: string, variable: string): void {
  if (secret === '') throw new WebhookError(401, `Expected a secret for this door, got an empty one: set ${variable}.`);
}
