import { shopifyWebhook, wooCommerceWebhook } from '@stallcast/adapters/webhooks';
import type { Ledger } from '@stallcast/ledger';
import { WebhookError, type OrderEvent, type StallState } from '@stallcast/protocol';
import type { PullProgress } from '../storage/pull-progress.js';
import { readPulledOrder } from './read-pulled.js';
import type { Row } from './read-rows.js';
import type { OrderPage, Shop } from './shop.js';
import { isStockNews } from './stock-news.js';

/** What was modified so shortly before the place reached is asked for again: a shop writes in several steps and on several machines. */
const OVERLAP_MS = 60_000;

/** At the first time the shop's clock is not known yet; more is asked for than is used. */
const FIRST_REACH_MS = 24 * 3_600_000;

/** Orders from so shortly before the session still belong to it. */
const SESSION_MARGIN_MS = 2 * 60_000;

const READERS = {
  woocommerce: { webhook: wooCommerceWebhook, topic: 'order.updated' },
  shopify: { webhook: shopifyWebhook, topic: 'orders/updated' },
} as const;

export interface PullOptions {
  shop: Shop;
  ledger: Ledger;
  progress: PullProgress;
  now: () => number;
  /** Told of a row that cannot be read; it costs itself alone. */
  leftOut: (why: string) => void;
}

/** Asks a shop once for everything that is new, and hands it to the ledger. Rejects with a `ShopFault`; the place reached is kept. */
export async function pullOnce(options: PullOptions, signal: AbortSignal): Promise<void> {
  await pullStocks(options, signal);
  const { shop, ledger, progress } = options;
  const firstFrom = Date.parse(ledger.snapshot().state.session?.startsAt ?? '') || options.now();
  const from = (list: string) => {
    const reached = progress.reached(list);
    return reached === null ? firstFrom - FIRST_REACH_MS : reached - OVERLAP_MS;
  };
  for await (const page of shop.orders(from, signal)) {
    await takeOrders(options, page);
    // Only now: a relay killed before this asks for the same page again.
    if (page.reached !== null) progress.reach(page.list, page.reached);
  }
}

async function takeOrders({ shop, ledger, progress, now, leftOut }: PullOptions, page: OrderPage): Promise<void> {
  const { state } = ledger.snapshot();
  const clockOffset = page.shopTime === null ? 0 : page.shopTime - now();
  const belongs = ofThisSession(state, shop.source, clockOffset);
  const read = page.rows.flatMap((row) => readOrder(shop.source, row, now(), leftOut));
  const orders = read.filter(
    (order) => (belongs(order) || progress.knows(order.orderId)) && (!order.synthetic || state.session?.synthetic),
  );
  // Known first: what the ledger has taken must be known here, so that its cancellation on another day is.
  progress.remember(orders.map(({ orderId }) => orderId));
  const outcomes = await Promise.all(orders.map((order) => ledger.accept([order])));
  for (const outcome of outcomes) {
    if (!outcome.ok && outcome.refusal.code !== 'synthetic-in-real-session') leftOut(outcome.refusal.message.en);
  }
}

function readOrder(source: string, row: Row, now: number, leftOut: (why: string) => void): OrderEvent[] {
  const { webhook, topic } = READERS[source as keyof typeof READERS];
  try {
    return [readPulledOrder(webhook, topic, row, now) ?? []].flat();
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    leftOut(error.message);
    return [];
  }
}

/**
 * Tells orders of the session from those of the days before, which a shop lists again when they are sent or paid out.
 *
 * They were sold on another evening, and the ledger never heard of them: they are no sale of this one.
 */
function ofThisSession(state: StallState, source: string, clockOffset: number): (order: OrderEvent) => boolean {
  const from = Date.parse(state.session?.startsAt ?? '') - SESSION_MARGIN_MS + clockOffset;
  const shown = new Set(state.orders.map(({ id }) => id));
  return ({ occurredAt, orderId }) =>
    occurredAt === undefined || !(Date.parse(occurredAt) < from) || shown.has(`${source}:${orderId}`);
}

async function pullStocks({ shop, ledger, now, leftOut }: PullOptions, signal: AbortSignal): Promise<void> {
  const products = ledger.snapshot().state.products.filter(({ stockFrom }) => stockFrom === shop.source);
  if (products.length === 0) return;
  for (const report of await shop.stocks(products, signal)) {
    const stock = ledger.snapshot().state.stocks.find(({ productId }) => productId === report.productId);
    if (!isStockNews(stock, report.events, now())) continue;
    const outcome = await ledger.accept(report.events);
    if (!outcome.ok) leftOut(outcome.refusal.message.en);
  }
}
