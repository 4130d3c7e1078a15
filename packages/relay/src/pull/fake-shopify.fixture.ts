import type { FakeAnswer, ShopRoute } from './fake-shop.fixture.js';

export const SHOPIFY_TOKEN = 'shpat_canary_91c2';
export const SHOPIFY_CLIENT = { key: 'client-canary-1a', secret: 'client-secret-canary-2b' };

export interface ShopifyOrder {
  /** Digits; may be longer than JavaScript's numbers. */
  id: string;
  financialStatus: string;
  cancelledAt: number | null;
  item: { product: string; variant: string; qty: number };
  /** In cents. */
  total: number;
  refunded: number[];
  createdAt: number;
  updatedAt: number;
  test?: boolean;
}

export interface ShopifyLevel {
  item: string;
  location: string;
  available: number | null;
  updatedAt: number;
}

/** What a Shopify shop holds, and how it answers, after its documentation of the REST Admin interface. */
export interface FakeShopify {
  readonly orders: Map<string, ShopifyOrder>;
  readonly levels: ShopifyLevel[];
  readonly route: ShopRoute;
  /** The token that counts; a new one makes those before it worthless. */
  token: string;
  /** Rows of a page, however many are asked for. */
  pageRows: number;
  /** The body of an order, as the interface and the webhooks show it. */
  orderBody(order: ShopifyOrder): Record<string, unknown>;
}

const zoned = (ms: number): string => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
const decimal = (cents: number): string => (cents / 100).toFixed(2);
const second = (ms: number): number => Math.floor(ms / 1_000);

export function fakeShopify(): FakeShopify {
  const orders = new Map<string, ShopifyOrder>();
  const levels: ShopifyLevel[] = [];

  const orderBody = (order: ShopifyOrder) => ({
    id: `#${order.id}`,
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    created_at: zoned(order.createdAt),
    updated_at: zoned(order.updatedAt),
    cancelled_at: order.cancelledAt === null ? null : zoned(order.cancelledAt),
    cancel_reason: order.cancelledAt === null ? null : 'customer',
    currency: 'CNY',
    email: 'canary@example.com',
    financial_status: order.financialStatus,
    total_price: decimal(order.total),
    current_total_price: decimal(order.total - order.refunded.reduce((sum, cents) => sum + cents, 0)),
    test: order.test ?? false,
    customer: { first_name: 'Mei', last_name: 'Lin', email: 'canary@example.com', phone: '13900005678' },
    billing_address: { first_name: 'Mei', address1: 'canary-street 8', country_code: 'CN', province_code: 'CN-SC' },
    line_items: [
      {
        id: 1,
        product_id: `#${order.item.product}`,
        variant_id: `#${order.item.variant}`,
        quantity: order.item.qty,
        price: decimal(order.total / order.item.qty),
      },
    ],
    refunds: order.refunded.map((cents) => ({
      transactions: [{ kind: 'refund', status: 'success', amount: decimal(cents), currency: 'CNY' }],
    })),
  });

  /** A page and the mark of the next. Marks name the last row: an order updated since is not skipped, nor is another for it. */
  function paged(name: string, rows: { key: string; body: Record<string, unknown> }[], url: URL, origin: string) {
    const mark = url.searchParams.get('page_info');
    const from = mark === null ? '' : Buffer.from(mark, 'base64url').toString();
    const rest = rows.filter(({ key }) => key > from);
    const page = rest.slice(0, shopify.pageRows);
    const fields = url.searchParams.get('fields')?.split(',');
    const body = page.map(({ body: row }) =>
      fields ? Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field))) : row,
    );
    const next = Buffer.from(page.at(-1)?.key ?? '').toString('base64url');
    const link = `<${origin}${url.pathname}?limit=250&page_info=${next}>; rel="next"`;
    return { body: { [name]: body }, headers: rest.length > page.length ? { link } : {} };
  }

  let minimum = 0;
  function listOrders(url: URL, origin: string): FakeAnswer {
    const query = url.searchParams;
    if (query.has('page_info')) {
      // With a mark no other filter is allowed.
      if (['status', 'updated_at_min', 'order'].some((name) => query.has(name))) return { status: 400, body: {} };
    } else minimum = Date.parse(query.get('updated_at_min') ?? '');
    const rows = [...orders.values()]
      .filter(({ updatedAt }) => second(updatedAt) >= second(minimum))
      .map((order) => ({ key: `${zoned(order.updatedAt)} ${order.id}`, body: orderBody(order) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return paged('orders', rows, url, origin);
  }

  function listLevels(url: URL, origin: string): FakeAnswer {
    const items = new Set((url.searchParams.get('inventory_item_ids') ?? '').split(','));
    const rows = levels
      .filter(({ item }) => url.searchParams.has('page_info') || items.has(item))
      .map((level) => ({
        key: `${level.item} ${level.location}`,
        body: {
          inventory_item_id: `#${level.item}`,
          location_id: `#${level.location}`,
          available: level.available,
          updated_at: zoned(level.updatedAt),
        },
      }));
    return paged('inventory_levels', rows, url, origin);
  }

  const shopify: FakeShopify = {
    orders,
    levels,
    token: SHOPIFY_TOKEN,
    pageRows: 250,
    orderBody,
    route(url, request, origin) {
      if (url.pathname === '/admin/oauth/access_token') {
        if (request.method !== 'POST') return null;
        return { body: { access_token: shopify.token, scope: 'read_orders,read_inventory', expires_in: 86_399 } };
      }
      const path = /^\/admin\/api\/(?:\d{4}-\d\d)\/(.*)$/.exec(url.pathname)?.[1];
      if (path === undefined) return null;
      if (request.headers['x-shopify-access-token'] !== shopify.token) {
        return { status: 401, body: { errors: '[API] Invalid API key or access token' } };
      }
      if (path === 'orders.json') return listOrders(url, origin);
      return path === 'inventory_levels.json' ? listLevels(url, origin) : null;
    },
  };
  return shopify;
}
