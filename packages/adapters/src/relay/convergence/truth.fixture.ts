import type { Order, OrderStatus, Product, Put, StallState, Totals } from '@stallcast/protocol';

/**
 * What a stall is, as naively as it can be said: no versions, no tombstones, no fold.
 *
 * Never changed once it is made: a step makes a new one.
 */
export interface Truth {
  readonly stocks: Readonly<Record<string, number>>;
  readonly orders: readonly TrueOrder[];
  readonly paid: number;
  /** Where the session began. */
  readonly since: number;
}

export interface TrueOrder {
  readonly id: string;
  readonly seq: number;
  readonly product: string;
  readonly status: OrderStatus;
}

/** One thing that happens in a stall. */
export type Deed = 'sell' | 'restock' | 'remove' | 'cancel' | 'late-order' | 'new-session';

export const PRODUCTS = ['peach', 'melon'] as const;
/** Units of each product that were sold before all else. */
export const SOLD = 100;
export const FIRST_TRUTH: Truth = { stocks: { peach: 9, melon: 5 }, orders: [], paid: 0, since: 1 };

const AT = '2026-07-01T11:00:00.000Z';
const yuan = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 as const });

/** Says what is true after a deed that is written at an offset. */
export function after(truth: Truth, deed: Deed, dice: number, offset: number): Truth {
  const product = PRODUCTS[dice % PRODUCTS.length] ?? 'peach';
  const units = truth.stocks[product];
  const with_ = (count: number) => ({ ...truth.stocks, [product]: count });
  switch (deed) {
    case 'sell': {
      const order: TrueOrder = { id: `w:${offset}`, seq: offset, product, status: 'paid' };
      const stocks = units === undefined ? truth.stocks : with_(Math.max(0, units - 1));
      return { ...truth, stocks, orders: [...truth.orders, order], paid: truth.paid + 1 };
    }
    case 'late-order':
      // Not paid yet, and of something that the stall may have taken off its shelf.
      return { ...truth, orders: [...truth.orders, { id: `w:${offset}`, seq: offset, product, status: 'placed' }] };
    case 'restock':
      return { ...truth, stocks: with_(dice) };
    case 'remove': {
      const { [product]: _, ...stocks } = truth.stocks;
      return { ...truth, stocks };
    }
    case 'cancel': {
      const order = truth.orders[dice % Math.max(1, truth.orders.length)];
      if (!order || order.status === 'cancelled') return { ...truth, stocks: with_((units ?? 0) + 1) };
      const given = truth.stocks[order.product];
      return {
        ...truth,
        stocks: given === undefined ? truth.stocks : { ...truth.stocks, [order.product]: given + 1 },
        orders: truth.orders.map((one) => (one === order ? { ...one, status: 'cancelled' } : one)),
        paid: truth.paid - (order.status === 'paid' ? 1 : 0),
      };
    }
    case 'new-session':
      return { ...truth, orders: [], paid: 0, since: offset };
  }
}

/** The puts that lead from one truth to the next. */
export function putsBetween(before: Truth, now: Truth, version: number): Put[] {
  const puts: Put[] = [];
  for (const id of PRODUCTS) {
    const count = now.stocks[id];
    if (count === before.stocks[id]) continue;
    puts.push(
      count === undefined
        ? { kind: 'stock', id, version, removed: true }
        : { kind: 'stock', id, version, value: stock(id, count) },
    );
  }
  if (now.since !== before.since) puts.push({ kind: 'session', id: 'stall', version, value: session(now) });
  if (now.paid !== before.paid) puts.push({ kind: 'totals', id: 'stall', version, value: totals(now) });
  for (const one of now.orders) {
    if (!before.orders.includes(one)) puts.push({ kind: 'order', id: one.id, version, value: order(one) });
  }
  return puts;
}

/** The state of a snapshot of this. */
export function stateOf(truth: Truth): StallState {
  return {
    session: session(truth),
    rooms: [{ id: 'main', title: '', commerce: true, panic: false }],
    products: PRODUCTS.map(product),
    offers: [],
    stocks: Object.entries(truth.stocks).map(([id, count]) => stock(id, count)),
    orders: truth.orders.map(order),
    totals: { stall: totals(truth), rooms: {} },
    featured: { stall: null, rooms: {} },
    announcements: { stall: null, rooms: {} },
  };
}

function product(id: string, index: number): Product {
  return { id, kind: 'goods', title: id, linkNo: index + 1, media: [], promises: [], sources: [], stockFrom: 'ledger' };
}

function stock(productId: string, count: number) {
  return {
    productId,
    stockFrom: 'ledger',
    // Another number than what can be sold: who shows the wrong field is found out.
    onHand: count + SOLD,
    reserved: 0,
    sold: SOLD,
    sellable: count,
    oversold: 0,
    quotas: [],
    hold: 'none' as const,
    basis: 'exact' as const,
    policy: 'deny' as const,
    observedAt: AT,
    ttlMs: null,
  };
}

function order({ id, seq, product, status }: TrueOrder): Order {
  const lines = [{ productId: product, qty: 1 }];
  return { id, orderId: id.slice(2), lines, room: 'main', status, buyer: { mask: maskOf(seq) }, occurredAt: AT, seq };
}

/** How the buyer of an order is shown: by it a test knows the order on a page. */
export const maskOf = (seq: number): string => `${seq}**`;

function totals({ paid }: Truth): Totals {
  const net = yuan(paid * 3_990);
  const none = yuan(0);
  return {
    gross: net,
    cancelled: none,
    refunded: none,
    net,
    paidOrders: paid,
    netOrders: paid,
    units: paid,
    massG: 0,
  };
}

function session({ since }: Truth) {
  return { id: `session-${since}`, tz: 'Asia/Shanghai', startsAt: AT, goals: [], sinceSeq: since };
}
