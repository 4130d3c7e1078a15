import { createHash } from 'node:crypto';
import type { WebhookRequest } from '@stallcast/protocol';

/** What every event of one request has in common. */
export interface EventHead {
  eventId: string;
  source: string;
  room?: string;
  synthetic?: true;
}

/** Marks a request that `stallcast send` or a test button made. */
export const SYNTHETIC_HEADER = 'x-stallcast-synthetic';

/** A short name for a body: equal bodies have equal names. */
export function bodyHash(rawBody: Uint8Array | string): string {
  return createHash('sha256').update(rawBody).digest('hex').slice(0, 32);
}

/**
 * Makes the head of a request's events.
 *
 * The body is always part of the event's id. A shop's own id is not enough: WooCommerce makes one per webhook and second, so two
 * orders of a surge share it, and Shopify gives all messages of one action the same. Nor is the body: a stock that goes from 5 to
 * 4 and back is sent with equal bytes.
 *
 * `content` stands in for the body where a platform changes the rest of it from one try to the next.
 */
export function eventHead(
  source: string,
  request: WebhookRequest,
  deliveryId: string | undefined,
  content: Uint8Array | string = request.rawBody,
): EventHead {
  const room = request.query('room');
  return {
    // A platform may write its id as it likes; the hash keeps apart what the signs put in place of others would make equal.
    eventId: `${deliveryId?.slice(0, 64).replace(/[^\x21-\x7e]/g, '_') || 'body'}:${bodyHash(content)}`,
    source,
    ...(room ? { room } : {}),
    ...(request.header(SYNTHETIC_HEADER) === '1' ? { synthetic: true } : {}),
  };
}
