import { WebhookError, type StockEvent } from '@stallcast/protocol';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, stockFigureOf, timeOf } from '../webhooks/read-fields.js';
import type { JsonObject } from '../webhooks/read-json.js';
import { SHOP_STOCK_TTL_MS } from '../webhooks/shop-stock.js';

/** Reads what one location has of one thing. `available: null` means that the shop does not count it. */
export function readInventory(level: JsonObject, head: EventHead, receivedAt: number): StockEvent {
  const inventoryItemId = idOf(level['inventory_item_id']);
  const location = idOf(level['location_id']);
  const available = level['available'] === null ? null : stockFigureOf(level['available']);
  if (!inventoryItemId || !location || available === undefined) {
    throw new WebhookError(
      422,
      'Expected inventory_item_id, location_id and available as a whole number or null, got something else: nothing was stored.',
    );
  }
  return {
    ...head,
    type: 'stock',
    ref: { inventoryItemId },
    location,
    sourceVersion: timeOf(level['updated_at']) ?? receivedAt,
    available,
    basis: available === null ? 'boolean' : 'exact',
    observedAt: new Date(receivedAt).toISOString(),
    ttlMs: SHOP_STOCK_TTL_MS,
  };
}
