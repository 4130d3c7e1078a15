import { shopifyWebhook } from '@stallcast/adapters/webhooks';
import type { Product, StockEvent } from '@stallcast/protocol';
import type { ShopAnswer, ShopLine } from './ask-shop.js';
import type { PullTarget } from './pull-settings.js';
import { readPulledStock } from './read-pulled.js';
import { readRows, type Row } from './read-rows.js';
import type { OrderPage, Shop, StockReport } from './shop.js';
import { ShopFault } from './shop-fault.js';
import { shopifyToken } from './shopify-token.js';

/** The version of Shopify's interface that is asked for. Shopify answers with the oldest it still has when this one ends. */
const VERSION = '2026-07';
const PAGE_ROWS = 250;
const ITEMS_AT_ONCE = 50;

/** What is asked of an order. Its customer comes whole, and leaves the reader as a mask. */
const FIELDS = [
  ...['id', 'admin_graphql_api_id', 'created_at', 'processed_at', 'updated_at', 'cancelled_at', 'cancel_reason'],
  ...['currency', 'financial_status', 'total_price', 'current_total_price', 'line_items', 'refunds', 'test'],
  ...['customer', 'billing_address', 'shipping_address'],
].join(',');

type Get = (path: string) => Promise<ShopAnswer>;

/** A Shopify shop, asked through the REST Admin interface, whose orders are those of the webhooks, field by field. */
export function shopifyShop(
  target: Extract<PullTarget, { source: 'shopify' }>,
  line: ShopLine,
  now: () => number,
): Shop {
  const token = shopifyToken(target, line, now);
  const asking =
    (signal: AbortSignal): Get =>
    async (path) => {
      const headers = { 'x-shopify-access-token': await token.get(signal) };
      return line.ask({ path: `/admin/api/${VERSION}/${path}`, headers }, signal).catch((error: unknown) => {
        token.drop();
        throw error;
      });
    };
  return {
    source: 'shopify',
    host: target.base.host,
    orders: (from, signal) => shopifyOrders(asking(signal), from),
    stocks: (products, signal) => shopifyStocks(asking(signal), products, now),
    close: () => line.close(),
  };
}

/** Walks from page to page by the shop's own mark, which no order modified in between can shift. */
async function* shopifyOrders(get: Get, from: (list: string) => number): AsyncIterable<OrderPage> {
  const list = 'orders';
  const query = new URLSearchParams({
    status: 'any',
    updated_at_min: new Date(Math.max(0, from(list))).toISOString(),
    order: 'updated_at asc',
    limit: String(PAGE_ROWS),
    fields: FIELDS,
  });
  let newest = -Infinity;
  let began: number | null | undefined;
  for await (const { rows, shopTime, isLast } of pagesOf(get, 'orders.json', query, 'orders', FIELDS)) {
    if (began === undefined) began = shopTime;
    newest = Math.max(newest, ...rows.map(updatedAt).filter((time) => !Number.isNaN(time)));
    // What is modified while we read may fall out of the pages to come. It is asked for again next time.
    const reached = isLast && newest > -Infinity ? Math.min(newest, began ?? newest) : null;
    yield { list, rows, shopTime, reached };
  }
}

/** Asks for the stock at every location of the items that the stall lists. */
async function shopifyStocks(get: Get, products: readonly Product[], now: () => number): Promise<StockReport[]> {
  const itemsOf = (product: Product) =>
    product.sources.flatMap(({ source, inventoryItemId: item }) =>
      source === 'shopify' && item !== undefined && /^\d{1,20}$/.test(item) ? [item] : [],
    );
  const items = [...new Set(products.flatMap(itemsOf))];
  const levels = new Map<string, StockEvent[]>();
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
    const query = new URLSearchParams({
      inventory_item_ids: items.slice(at, at + ITEMS_AT_ONCE).join(','),
      limit: String(PAGE_ROWS),
    });
    const askedAt = now();
    for await (const { rows, shopTime } of pagesOf(get, 'inventory_levels.json', query, 'inventory_levels')) {
      for (const row of rows) {
        const event = readPulledStock(shopifyWebhook, 'inventory_levels/update', row, { at: askedAt, shopTime });
        const item = event?.ref.inventoryItemId;
        if (event && item !== undefined) levels.set(item, [...(levels.get(item) ?? []), event]);
      }
    }
  }
  return products
    .map((product) => ({
      productId: product.id,
      events: itemsOf(product).flatMap((item) => levels.get(item) ?? []),
    }))
    .filter(({ events }) => events.length > 0);
}

interface ListPage {
  rows: Row[];
  shopTime: number | null;
  isLast: boolean;
}

/** The pages of one list. The address of the next one is the shop's, of which only the mark is used. */
async function* pagesOf(
  get: Get,
  path: string,
  first: URLSearchParams,
  name: string,
  fields?: string,
): AsyncIterable<ListPage> {
  let query = first;
  const marks = new Set<string>();
  for (;;) {
    const answer = await get(`${path}?${query}`);
    const mark = nextMark(answer.header('link'));
    yield { rows: readRows(answer.body, name), shopTime: answer.shopTime, isLast: mark === undefined };
    if (mark === undefined) return;
    if (marks.has(mark)) throw new ShopFault('网店的分页在绕圈：会再试', 'its pages go round in circles');
    marks.add(mark);
    query = new URLSearchParams({ limit: String(PAGE_ROWS), page_info: mark, ...(fields && { fields }) });
  }
}

function nextMark(link: string | undefined): string | undefined {
  const next = link?.split(',').find((part) => /;\s*rel="?next"?/.test(part));
  const address = /<([^>]*)>/.exec(next ?? '')?.[1];
  if (address === undefined) return undefined;
  try {
    return new URL(address, 'https://shop.invalid').searchParams.get('page_info') ?? undefined;
  } catch {
    return undefined;
  }
}

function updatedAt({ fields }: Row): number {
  return typeof fields['updated_at'] === 'string' ? Date.parse(fields['updated_at']) : NaN;
}
