import type { Money, Offer, Order, Product, Room, Session, StallState, Stock, Totals } from '@stallcast/protocol';

/** The day of every example, so that tests do not depend on the day they run. */
export const EXAMPLE_AT = '2026-07-01T11:00:00.000Z';

/** A drawing of a few bytes in place of a product's picture: no test waits for a network. */
export const EXAMPLE_PICTURE =
  "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%20100%20100'%3E%3Ccircle%20cx='50'%20cy='54'%20r='38'%20fill='%23f4936b'/%3E%3Cpath%20d='M50%2018q14-16%2028-8-6%2016-28%208'%20fill='%2368a34a'/%3E%3C/svg%3E";

/** Makes an amount of yuan from its fen: `yuan(3990)` is ¥39.90. */
export function yuan(minor: number): Money {
  return { minor, currency: 'CNY', exponent: 2 };
}

/** Makes the session of an evening in Wuxi, real unless told otherwise. */
export function exampleSession(overrides: Partial<Session> = {}): Session {
  return {
    id: 'evening',
    tz: 'Asia/Shanghai',
    currency: 'CNY',
    title: '果园夜场',
    startsAt: '2026-07-01T10:30:00.000Z',
    sinceSeq: 0,
    goals: [],
    ...overrides,
  };
}

/** Makes the room `main`. */
export function exampleRoom(overrides: Partial<Room> = {}): Room {
  return { id: 'main', title: '果园直播间', commerce: true, panic: false, ...overrides };
}

/** Makes a product; without overrides the peaches of link 1. */
export function exampleProduct(overrides: Partial<Product> = {}): Product {
  return {
    id: 'peach',
    kind: 'goods',
    title: '阳山水蜜桃 5斤装',
    linkNo: 1,
    media: [{ kind: 'image', url: EXAMPLE_PICTURE, alt: '水蜜桃' }],
    net: { value: 2_500, unit: 'g' },
    spec: '5斤装',
    saleUnit: 'box',
    promises: [
      { kind: 'ship-within', hours: 48 },
      { kind: 'bad-fruit', windowHours: 48, ratioBps: 10_000 },
    ],
    sources: [{ source: 'woocommerce', id: '93' }],
    stockFrom: 'ledger',
    translations: { en: { title: 'Yangshan peaches, 2.5 kg', spec: '2.5 kg box' } },
    ...overrides,
  };
}

/** Makes an offer; without overrides the peaches at ¥39.90 for the whole stall. */
export function exampleOffer(overrides: Partial<Offer> = {}): Offer {
  const productId = overrides.productId ?? 'peach';
  return {
    id: `${productId}-offer`,
    productId,
    price: yuan(3_990),
    compareAt: { price: yuan(4_990), basis: 'usual' },
    ...overrides,
  };
}

/**
 * Makes a stock of the ledger's; without overrides 186 peaches of 200.
 *
 * Figures that are not given follow from those that are: `exampleStock({ onHand: 8 })` has 8 to sell.
 */
export function exampleStock(overrides: Partial<Stock> = {}): Stock {
  const onHand = overrides.onHand === undefined ? (overrides.sellable ?? 186) : overrides.onHand;
  const reserved = overrides.reserved === undefined ? 0 : overrides.reserved;
  const sold = overrides.sold === undefined ? 0 : overrides.sold;
  const left = onHand === null ? null : onHand - (reserved ?? 0) - (sold ?? 0);
  return {
    productId: 'peach',
    stockFrom: 'ledger',
    onHand,
    reserved,
    sold,
    sellable: left === null ? null : Math.max(0, left),
    oversold: left === null ? 0 : Math.max(0, -left),
    quotas: [],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: EXAMPLE_AT,
    ttlMs: null,
    ...overrides,
  };
}

/** Makes a paid order of `seq` n by a masked buyer: one box of peaches unless told otherwise. */
export function exampleOrder(overrides: Partial<Order> = {}): Order {
  const seq = overrides.seq ?? 1;
  const orderId = overrides.orderId ?? String(9_000 + seq);
  return {
    id: `woocommerce:${orderId}`,
    orderId,
    lines: [{ productId: 'peach', qty: 1, amount: yuan(3_990) }],
    room: 'main',
    status: 'paid',
    buyer: { mask: '王**' },
    region: { level: 'province', name: '江苏' },
    total: yuan(3_990),
    occurredAt: EXAMPLE_AT,
    seq,
    ...overrides,
  };
}

/** Makes totals; without overrides all zero. */
export function exampleTotals(overrides: Partial<Totals> = {}): Totals {
  return {
    gross: yuan(0),
    cancelled: yuan(0),
    refunded: yuan(0),
    net: yuan(0),
    paidOrders: 0,
    netOrders: 0,
    units: 0,
    massG: 0,
    ...overrides,
  };
}

/**
 * Makes the state of a stall with six products, each with its offer and stock; peaches are featured, nothing is sold yet.
 *
 * It is not marked synthetic, so that a test sees a widget without the mark; `asSynthetic()` marks all of it.
 */
export function exampleState(overrides: Partial<StallState> = {}): StallState {
  return {
    session: exampleSession(),
    rooms: [exampleRoom()],
    products: GOODS.map((row) => exampleProduct(row.product)),
    offers: GOODS.map(({ product, price, usual }) =>
      exampleOffer({
        productId: product.id,
        price: yuan(price),
        ...(usual ? { compareAt: { price: yuan(usual), basis: 'usual' } } : {}),
      }),
    ),
    stocks: GOODS.map(({ product, stock }) => exampleStock({ productId: product.id, onHand: stock })),
    orders: [],
    totals: { stall: exampleTotals(), rooms: { main: exampleTotals() } },
    featured: { stall: ['peach'], rooms: {} },
    announcements: { stall: null, rooms: {} },
    ...overrides,
  };
}

/** Marks every value of a state as synthetic, as the ledger does in a synthetic session. */
export function asSynthetic(state: StallState): StallState {
  const mark = <T extends object>(value: T): T & { synthetic: true } => ({ ...value, synthetic: true });
  const markScoped = <T extends object>(scoped: { stall: T | null; rooms: Record<string, T> }) => ({
    stall: scoped.stall && mark(scoped.stall),
    rooms: Object.fromEntries(Object.entries(scoped.rooms).map(([room, value]) => [room, mark(value)])),
  });
  return {
    ...state,
    session: state.session && mark(state.session),
    rooms: state.rooms.map(mark),
    products: state.products.map(mark),
    offers: state.offers.map(mark),
    stocks: state.stocks.map(mark),
    orders: state.orders.map(mark),
    totals: markScoped(state.totals),
    announcements: markScoped(state.announcements),
  };
}

interface Goods {
  product: Pick<Product, 'id' | 'title' | 'linkNo' | 'net' | 'spec' | 'saleUnit' | 'sources' | 'translations'>;
  price: number;
  usual?: number;
  stock: number;
}

const GOODS: Goods[] = [
  { product: exampleProduct(), price: 3_990, usual: 4_990, stock: 186 },
  {
    product: {
      id: 'pepper',
      title: '青花椒 鲜采 1斤',
      linkNo: 2,
      net: { value: 500, unit: 'g' },
      spec: '1斤袋装',
      saleUnit: 'bag',
      sources: [],
      translations: { en: { title: 'Green Sichuan pepper, fresh, 500 g', spec: '500 g bag' } },
    },
    price: 5_800,
    usual: 6_800,
    stock: 8,
  },
  {
    product: {
      id: 'watermelon',
      title: '沙地西瓜 约8斤',
      linkNo: 3,
      net: { value: 4_000, unit: 'g' },
      spec: '约8斤一个',
      saleUnit: 'piece',
      sources: [{ source: 'woocommerce', id: '22', variantId: '23', sku: 'Bar3' }],
      translations: { en: { title: 'Sand-field watermelon, about 4 kg', spec: 'one, about 4 kg' } },
    },
    price: 1_990,
    usual: 2_590,
    stock: 96,
  },
  {
    product: {
      id: 'noodles',
      title: '农家玉米面条 4斤',
      linkNo: 4,
      net: { value: 2_000, unit: 'g' },
      spec: '4斤装',
      saleUnit: 'bag',
      sources: [],
      translations: { en: { title: 'Farmhouse corn noodles, 2 kg', spec: '2 kg' } },
    },
    price: 2_680,
    usual: 3_200,
    stock: 64,
  },
  {
    product: {
      id: 'cabbage',
      title: '辣白菜 现腌 2斤',
      linkNo: 6,
      net: { value: 1_000, unit: 'g' },
      spec: '2斤装',
      saleUnit: 'portion',
      sources: [{ source: 'woocommerce', id: '23' }],
      translations: { en: { title: 'Spicy cabbage, made today, 1 kg', spec: '1 kg' } },
    },
    price: 2_200,
    stock: 120,
  },
  {
    product: {
      id: 'ginseng',
      title: '长白山人参礼盒',
      linkNo: 8,
      net: { value: 1, unit: 'piece' },
      spec: '礼盒装',
      saleUnit: 'box',
      sources: [],
      translations: { en: { title: 'Changbai Mountain ginseng, gift box', spec: 'gift box' } },
    },
    price: 29_800,
    stock: 28,
  },
];
