import { createHash } from 'node:crypto';
import type { OrderEvent, StockEvent, WebhookSource } from '@stallcast/protocol';
import type { Row } from './read-rows.js';

/**
 * Reads an order that was pulled as the shop's webhook of the same body would be read.
 *
 * Its id is a name of its content, so that the same order pulled again is no news; pushed by a webhook it has another id but the
 * same version and facts, and moves nothing. Null for what says nothing; throws `WebhookError` for what is no order.
 */
export function readPulledOrder(source: WebhookSource, topic: string, row: Row, now: number): OrderEvent | null {
  const event = read(source, topic, row, now);
  return event?.type === 'order' ? { ...event, eventId: `pull:${hash(row.raw)}` } : null;
}

/**
 * Reads a stock that was pulled.
 *
 * A shop was asked and has answered: the figure is as new as the question, by the shop's clock, though it changed long ago. Shops
 * do not note every change of a stock as a modification.
 */
export function readPulledStock(
  source: WebhookSource,
  topic: string,
  row: Row,
  asked: { at: number; shopTime: number | null },
): StockEvent | null {
  const event = read(source, topic, row, asked.shopTime ?? asked.at);
  if (event?.type !== 'stock') return null;
  const sourceVersion = Math.max(event.sourceVersion, asked.shopTime ?? 0);
  return {
    ...event,
    sourceVersion,
    eventId: `pull:${sourceVersion}:${hash(row.raw)}`,
    observedAt: new Date(asked.at).toISOString(),
  };
}

function read(source: WebhookSource, topic: string, { raw }: Row, receivedAt: number) {
  const reading = source.read({
    header: () => undefined,
    query: (name) => (name === 'topic' ? topic : undefined),
    rawBody: raw,
    receivedAt,
  });
  return reading.kind === 'events' ? reading.events[0] : undefined;
}

const hash = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex').slice(0, 32);
