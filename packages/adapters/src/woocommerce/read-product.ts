import { WebhookError, type ProductRef, type StockEvent } from '@stallcast/protocol';
import type { EventHead } from '../webhooks/event-head.js';
import { idOf, stockFigureOf, textOf, timeOf } from '../webhooks/read-fields.js';
import type { JsonObject } from '../webhooks/read-json.js';
import { SHOP_STOCK_TTL_MS } from '../webhooks/shop-stock.js';

/**
 * Reads the stock out of a product, as WooCommerce's REST interface shows it.
 *
 * With stock management the figure is exact, and negative where the shop took more orders than it had; without it only "there is
 * some" or "there is none" is known. Null for a product whose variations keep their own stock: each of them is told by itself.
 */
export function readProduct(product: JsonObject, head: EventHead, receivedAt: number): StockEvent | null {
  const ref = refOf(product);
  if (!ref.id) throw new WebhookError(422, 'Expected a product with an id, got one without: nothing was stored.');
  const managed = product['manage_stock'] === true || product['manage_stock'] === 'yes';
  // A variation whose manage_stock is "parent" repeats the figure of the product, which is told by itself.
  if (product['manage_stock'] === 'parent' || (!managed && textOf(product['type']) === 'variable')) return null;

  const figure = managed ? stockFigureOf(product['stock_quantity']) : undefined;
  const soldOut = textOf(product['stock_status']) === 'outofstock';
  // Below the shop's threshold of "no stock" the last pieces are counted and yet cannot be bought.
  const available = soldOut ? Math.min(figure ?? 0, 0) : (figure ?? null);
  const backorders = textOf(product['backorders']);
  return {
    ...head,
    type: 'stock',
    ref,
    sourceVersion: timeOf(product['date_modified_gmt']) ?? receivedAt,
    available,
    basis: figure === undefined ? 'boolean' : 'exact',
    policy: backorders === 'yes' || backorders === 'notify' ? 'backorder' : 'deny',
    observedAt: new Date(receivedAt).toISOString(),
    ttlMs: SHOP_STOCK_TTL_MS,
  };
}

function refOf(product: JsonObject): ProductRef {
  const [own, parent, sku] = [idOf(product['id']), idOf(product['parent_id']), idOf(product['sku'])];
  // A grouped product's parent is no product of which this is a variation.
  const ids =
    textOf(product['type']) === 'variation' && parent
      ? { id: parent, ...(own ? { variantId: own } : {}) }
      : own
        ? { id: own }
        : {};
  return { ...ids, ...(sku ? { sku } : {}) };
}
