import type { Product, Stock, StockBasis, StockQuota } from '@stallcast/protocol';
import { clearAlert, raiseAlert } from './alerts.js';
import { bookOf, currentSession, stockKey, syntheticMark, type Model } from './model.js';
import type { SessionRecord, SourceFigure, StockRecord } from './records.js';
import type { Turn } from './turn.js';

/** The stock record of a product in the book of a session; a fresh one, not saved yet, if there is none. */
export function stockRecord(turn: Turn, session: SessionRecord, productId: string): StockRecord {
  return (
    turn.model.tables.stock.get(stockKey(session, productId)) ?? {
      productId,
      onHand: null,
      basis: 'exact',
      setBy: null,
      adjusted: 0,
      reserved: 0,
      sold: 0,
      byRoom: [],
      quotas: [],
      hold: 'none',
      figures: [],
      observedAt: turn.at,
    }
  );
}

/** Saves a record and, where readers see its book, puts the stock. */
export function saveStock(turn: Turn, session: SessionRecord, record: StockRecord): void {
  turn.save('stock', stockKey(session, record.productId), record);
  if (bookOf(session) === bookOf(currentSession(turn.model))) putStock(turn, record.productId);
}

/** Puts what readers see of a product's stock, or its removal, and tells the operator when it is oversold. */
export function putStock(turn: Turn, productId: string): void {
  const product = turn.model.tables.product.get(productId)?.value;
  const shown = product && shownStock(turn.model, product);
  if (!shown) {
    turn.remove('stock', productId);
    clearAlert(turn, 'oversold', productId);
    return;
  }

  const stock: Stock = { ...shown, ...syntheticMark(turn.model) };
  turn.put('stock', productId, stock);
  const alert = turn.model.tables.alert.get(`oversold:${productId}`);
  if (stock.oversold === 0) clearAlert(turn, 'oversold', productId);
  else if (alert?.value.detail.units !== stock.oversold)
    raiseAlert(turn, 'oversold', productId, { units: stock.oversold });
}

/** The stock of a product as readers see it; null while there is nothing to say of it. */
export function shownStock(model: Model, product: Product): Stock | null {
  const record = model.tables.stock.get(stockKey(currentSession(model), product.id));
  if (!record) return null;
  const stock = deriveStock(product, record);
  const blank =
    stock.sellable === null &&
    stock.basis !== 'boolean' &&
    stock.hold === 'none' &&
    stock.quotas.length === 0 &&
    !stock.reserved &&
    !stock.sold;
  return blank ? null : stock;
}

/** What a product's stock comes to, by the word of its one owner. */
export function deriveStock(product: Product, record: StockRecord): Stock {
  return product.stockFrom === 'ledger' ? ledgersStock(product, record) : sourcesStock(product, record);
}

function ledgersStock(product: Product, record: StockRecord): Stock {
  const { onHand, reserved, sold, hold, basis, observedAt } = record;
  const left = onHand === null ? null : onHand - reserved - sold;
  const sellable = left === null ? null : Math.max(0, left);
  return {
    productId: product.id,
    stockFrom: 'ledger',
    onHand,
    reserved,
    sold,
    sellable,
    oversold: left === null ? 0 : Math.max(0, -left),
    quotas: quotasOf(record, sellable),
    hold,
    basis,
    policy: 'deny',
    observedAt,
    ttlMs: null,
  };
}

function sourcesStock(product: Product, record: StockRecord): Stock {
  const figures = record.figures.filter(({ source }) => source === product.stockFrom);
  const newest = figures.reduce<SourceFigure | null>(
    (best, figure) => (best && Date.parse(best.observedAt) >= Date.parse(figure.observedAt) ? best : figure),
    null,
  );
  const uncounted = figures.some(({ available }) => available === null);
  const sum = figures.reduce((total, { available }) => total + (available ?? 0), 0);
  const sellable = !newest || uncounted ? null : Math.max(0, sum);
  return {
    productId: product.id,
    stockFrom: product.stockFrom,
    onHand: null,
    reserved: null,
    sold: null,
    sellable,
    oversold: uncounted ? 0 : Math.max(0, -sum),
    quotas: quotasOf(record, sellable),
    hold: record.hold,
    basis: uncounted ? 'boolean' : weakestBasis(figures),
    policy: (['presale', 'backorder'] as const).find((p) => figures.some(({ policy }) => policy === p)) ?? 'deny',
    observedAt: newest?.observedAt ?? record.observedAt,
    ttlMs: newest?.ttlMs ?? null,
  };
}

const BY_STRENGTH: readonly StockBasis[] = ['boolean', 'threshold', 'manual', 'at-least', 'exact'];

/** A sum is as good as the worst of its figures. */
function weakestBasis(figures: readonly SourceFigure[]): StockBasis {
  return BY_STRENGTH.find((basis) => figures.some((figure) => figure.basis === basis)) ?? 'exact';
}

function quotasOf(record: StockRecord, sellable: number | null): StockQuota[] {
  return record.quotas.map(({ room, quantity, unitsBefore }) => {
    const left = Math.min(quantity, Math.max(0, quantity - (unitsOf(record, room) - unitsBefore)));
    return { room, quantity, sellable: sellable === null ? left : Math.min(left, sellable) };
  });
}

/** The units of a room's orders that stand: reserved or sold. */
export function unitsOf(record: StockRecord, room: string): number {
  return record.byRoom.find((entry) => entry.room === room)?.units ?? 0;
}

/** Adds the difference that an order makes. */
export function addUnits(
  turn: Turn,
  session: SessionRecord,
  productId: string,
  room: string,
  difference: { reserved: number; sold: number },
): void {
  const record = stockRecord(turn, session, productId);
  record.reserved += difference.reserved;
  record.sold += difference.sold;
  record.observedAt = turn.at;
  const units = unitsOf(record, room) + difference.reserved + difference.sold;
  record.byRoom = [...record.byRoom.filter((entry) => entry.room !== room), { room, units }];

  const product = turn.model.tables.product.get(productId)?.value;
  // Orders are no news for a figure that its source counts, nor is anything for a product that is not listed any more.
  const shows = product && (product.stockFrom === 'ledger' || record.quotas.length > 0);
  if (shows) saveStock(turn, session, record);
  else turn.save('stock', stockKey(session, productId), record);
}
