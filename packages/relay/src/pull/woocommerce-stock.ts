import type { Product, ProductSource, StockEvent, WebhookSource } from '@stallcast/protocol';
import type { ShopAnswer } from './ask-shop.js';
import { readPulledStock } from './read-pulled.js';
import { readRows, type Row } from './read-rows.js';
import type { StockReport } from './shop.js';

const PAGE_ROWS = 100;
const FIELDS = 'id,type,parent_id,sku,manage_stock,stock_quantity,stock_status,backorders,date_modified_gmt';

interface Told {
  row: Row;
  asked: { at: number; shopTime: number | null };
}

/**
 * Asks for the stock of the products listed, each by its id.
 *
 * "Modified since" would not do: a sale does not always date its product anew, and variations have lists of their own.
 */
export async function wooCommerceStocks(
  get: (path: string) => Promise<ShopAnswer>,
  webhook: WebhookSource,
  products: readonly Product[],
  now: () => number,
): Promise<StockReport[]> {
  const entries = products.flatMap((product) => product.sources.filter(({ source }) => source === webhook.name));
  const whole = await tell(
    get,
    'products',
    entries.map(({ id }) => id),
    now,
  );
  const variants = new Map<string, Told>();
  for (const parent of new Set(entries.filter(({ variantId }) => variantId).map(({ id }) => id))) {
    const wanted = entries.filter(({ id }) => id === parent).flatMap(({ variantId }) => variantId ?? []);
    const told = await tell(get, `products/${encodeURIComponent(parent)}/variations`, wanted, now);
    for (const [id, one] of told) variants.set(`${parent} ${id}`, one);
  }

  const stockOf = ({ id, variantId, sku }: ProductSource): StockEvent[] => {
    const read = (told: Told | undefined) =>
      told ? readPulledStock(webhook, 'product.updated', told.row, told.asked) : null;
    // A variation may leave the counting to its product.
    const event =
      variantId === undefined ? read(whole.get(id)) : (read(variants.get(`${id} ${variantId}`)) ?? read(whole.get(id)));
    return event ? [{ ...event, ref: { id, ...(variantId && { variantId }), ...(sku && { sku }) } }] : [];
  };
  return products
    .map(({ id, sources }) => ({
      productId: id,
      events: sources.filter(({ source }) => source === webhook.name).flatMap(stockOf),
    }))
    .filter(({ events }) => events.length > 0);
}

async function tell(
  get: (path: string) => Promise<ShopAnswer>,
  path: string,
  ids: readonly string[],
  now: () => number,
): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  const wanted = [...new Set(ids)].filter((id) => /^\d{1,20}$/.test(id));
  for (let at = 0; at < wanted.length; at += PAGE_ROWS) {
    const include = wanted.slice(at, at + PAGE_ROWS).join(',');
    const query = new URLSearchParams({ include, per_page: String(PAGE_ROWS), _fields: FIELDS });
    const askedAt = now();
    const answer = await get(`/wp-json/wc/v3/${path}?${query}`);
    for (const row of readRows(answer.body)) {
      const id = /"id"\s*:\s*"?(\d+)/.exec(row.raw.toString())?.[1];
      if (id !== undefined) told.set(id, { row, asked: { at: askedAt, shopTime: answer.shopTime } });
    }
  }
  return told;
}
