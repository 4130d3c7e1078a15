import type { FakeAnswer, ShopRoute } from './fake-shop.fixture.js';

export const WOO_KEY = 'ck_canary_4f1d';
export const WOO_SECRET = 'cs_canary_77ab';

/** An order as the shop keeps it. */
export interface WooOrder {
  id: number;
  status: string;
  product: number;
  variation: number;
  qty: number;
  /** In cents. */
  total: number;
  refunded: number[];
  /** By the shop's clock, ms. */
  createdAt: number;
  modifiedAt: number;
}

export interface WooProduct {
  id: number;
  stock: number;
  modifiedAt: number;
  /** Present: this is a variation of it. */
  parent?: number;
  type?: string;
  manageStock?: boolean | 'parent';
}

/** What a WooCommerce shop holds, and how it answers, after its documentation of the REST interface v3. */
export interface FakeWooCommerce {
  readonly orders: Map<number, WooOrder>;
  readonly products: Map<number, WooProduct>;
  readonly route: ShopRoute;
  /** The body of an order, as the interface and the webhooks show it. */
  orderBody(order: WooOrder): Record<string, unknown>;
  productBody(product: WooProduct): Record<string, unknown>;
}

const gmt = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
const decimal = (cents: number): string => (cents / 100).toFixed(2);
const second = (ms: number): number => Math.floor(ms / 1_000);

export function fakeWooCommerce(): FakeWooCommerce {
  const orders = new Map<number, WooOrder>();
  const products = new Map<number, WooProduct>();
  let questions = 0;

  const orderBody = (order: WooOrder) => ({
    id: order.id,
    parent_id: 0,
    number: String(order.id),
    status: order.status,
    currency: 'CNY',
    // The shop's own zone: not what is asked for.
    date_created: gmt(order.createdAt + 8 * 3_600_000),
    date_created_gmt: gmt(order.createdAt),
    date_modified_gmt: gmt(order.modifiedAt),
    date_paid_gmt: null,
    total: decimal(order.total),
    billing: {
      first_name: '伟',
      last_name: '王',
      address_1: '人民路 canary-street 8 号',
      state: 'CN22',
      country: 'CN',
      email: 'canary@example.com',
      phone: '13900005678',
    },
    shipping: { state: 'CN22', country: 'CN' },
    line_items: [
      {
        id: 1,
        name: 'a "quoted" [name] {with} , signs',
        product_id: order.product,
        variation_id: order.variation,
        quantity: order.qty,
        total: decimal(order.total),
        total_tax: '0.00',
      },
    ],
    refunds: order.refunded.map((cents, index) => ({ id: index + 1, reason: '', total: `-${decimal(cents)}` })),
  });

  const productBody = (product: WooProduct) => ({
    id: product.id,
    type: product.type ?? (product.parent === undefined ? 'simple' : 'variation'),
    parent_id: product.parent ?? 0,
    sku: '',
    manage_stock: product.manageStock ?? true,
    stock_quantity: product.stock,
    stock_status: product.stock > 0 ? 'instock' : 'outofstock',
    backorders: 'no',
    date_modified_gmt: gmt(product.modifiedAt),
  });

  function listOrders(query: URLSearchParams): FakeAnswer {
    const bad = ['per_page', 'page'].some((name) => !/^\d+$/.test(query.get(name) ?? '1'));
    if (bad || Number(query.get('per_page')) > 100) return { status: 400, body: { code: 'rest_invalid_param' } };
    if (query.get('dates_are_gmt') !== 'true') return { status: 400, body: { code: 'the-test-wants-gmt' } };
    const after = Date.parse(`${query.get('modified_after')}Z`);
    const wanted = query.get('status') === 'trash';
    const exclude = new Set((query.get('exclude') ?? '').split(',').map(Number));
    questions += 1;
    // Rows of one second come in any order, another one each time.
    const shuffle = (id: number) => (id * 7_919 + questions * 104_729) % 1_009;
    const rows = [...orders.values()]
      .filter(({ id }) => !exclude.has(id))
      .filter(({ status, modifiedAt }) => (status === 'trash') === wanted && second(modifiedAt) > second(after))
      .sort((a, b) => second(a.modifiedAt) - second(b.modifiedAt) || shuffle(a.id) - shuffle(b.id));
    return paged(rows.map(orderBody), query);
  }

  function listProducts(query: URLSearchParams, parent?: number): FakeAnswer {
    const include = new Set((query.get('include') ?? '').split(',').map(Number));
    const rows = [...products.values()].filter((one) => include.has(one.id) && one.parent === parent);
    return paged(rows.map(productBody), query);
  }

  return {
    orders,
    products,
    orderBody,
    productBody,
    route(url, request) {
      const path = /^\/wp-json\/wc\/v3\/(.*)$/.exec(url.pathname)?.[1];
      if (path === undefined) return null;
      const basic = `Basic ${Buffer.from(`${WOO_KEY}:${WOO_SECRET}`).toString('base64')}`;
      if (request.headers.authorization !== basic) {
        return { status: 401, body: { code: 'woocommerce_rest_cannot_view', data: { status: 401 } } };
      }
      if (path === 'orders') return listOrders(url.searchParams);
      if (path === 'products') return listProducts(url.searchParams);
      const parent = /^products\/(\d+)\/variations$/.exec(path)?.[1];
      return parent === undefined ? null : listProducts(url.searchParams, Number(parent));
    },
  };
}

function paged(rows: Record<string, unknown>[], query: URLSearchParams): FakeAnswer {
  const size = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  const fields = query.get('_fields')?.split(',');
  return {
    headers: { 'x-wp-total': String(rows.length), 'x-wp-totalpages': String(Math.ceil(rows.length / size)) },
    body: rows.slice((page - 1) * size, page * size).map((row) => (fields ? only(row, fields) : row)),
  };
}

/** WordPress' `_fields`: names of the top, and of what lies within an object. */
function only(row: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    const [top = '', inner] = field.split('.');
    if (!(top in row)) continue;
    if (inner === undefined) kept[top] = row[top];
    else kept[top] = { ...(kept[top] as object), [inner]: (row[top] as Record<string, unknown>)[inner] };
  }
  return kept;
}
