import type { Product, Session, Stock, StockBasis, StockQuota } from '@stallcast/protocol';
import { clearAlert, raiseAlert } from './alerts.js';
import { capacityOf } from './capacity.js';
import { bookOf, currentSession, stockKey, syntheticMark, type Model } from './model.js';
import type { SessionRecord, SourceFigure, StockRecord } from './records.js';
import type { Turn } from './turn.js';

/** The stock record of a product in the book of a session; a fresh one, not saved yet, if there is none. */
export function stockRecord(turn: Turn, session: SessionRecord, productId: string): StockRecord {
  return turn.model.tables.stock.get(stockKey(session, productId)) ?? blankStockRecord(productId, turn.at);
}

function blankStockRecord(productId: string, observedAt: string): StockRecord {
  return {
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
    observedAt,
  };
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
  const session = currentSession(model);
  const known = model.tables.stock.get(stockKey(session, product.id));
  if (!known && !product.presale) return null;
  const record = known ?? blankStockRecord(product.id, session.value.startsAt);
  const stock = deriveStock(product, record, session.value);
  const blank =
    stock.policy !== 'presale' &&
    stock.sellable === null &&
    stock.basis !== 'boolean' &&
    stock.hold === 'none' &&
    stock.quotas.length === 0 &&
    !stock.reserved &&
    !stock.sold;
  return blank ? null : stock;
}

/** What a product's stock comes to, by the word of its one owner. */
export function deriveStock(product: Product, record: StockRecord, session: Session): Stock {
  return product.stockFrom === 'ledger' ? ledgersStock(product, record, session) : sourcesStock(product, record);
}

function ledgersStock(product: Product, record: StockRecord, session: Session): Stock {
  const { onHand, reserved, sold, hold, basis, observedAt } = record;
  const { presale } = product;
  const left = onHand === null ? null : onHand - reserved - sold;
  const sellable = left === null ? null : Math.max(0, left);
  // What a workshop has yet to make is no oversale: it waits for its day.
  const short = left === null ? 0 : Math.max(0, -left);
  return {
    productId: product.id,
    stockFrom: 'ledger',
    onHand,
    reserved,
    sold,
    sellable,
    oversold: presale ? 0 : short,
    quotas: quotasOf(record, sellable),
    hold,
    basis,
    policy: presale ? 'presale' : 'deny',
    ...(presale && { capacity: capacityOf(presale, left === null ? reserved + sold : short, record, session) }),
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

/** What each quota has left. Where rooms have sold more than theirs and too little is left for all, all give way alike. */
function quotasOf(record: StockRecord, sellable: number | null): StockQuota[] {
  const left = record.quotas.map(({ room, quantity, unitsBefore }) =>
    Math.min(quantity, Math.max(0, quantity - (unitsOf(record, room) - unitsBefore))),
  );
  const shares = sellable === null ? left : shareOut(left, sellable);
  return record.quotas.map(({ room, quantity }, i) => ({ room, quantity, sellable: shares[i]! }));
}

/** Divides what there is by what each asks for: in proportion, whole pieces, the first of the list taking what is left over. */
export function shareOut(asked: readonly number[], available: number): number[] {
  const sum = asked.reduce((total, one) => total + one, 0);
  if (sum <= available) return [...asked];
  const shares = asked.map((one) => Math.floor((one / sum) * available));
  let over = available - shares.reduce((total, one) => total + one, 0);
  return shares.map((share, i) => {
    const more = Math.min(over, asked[i]! - share);
    over -= more;
    return share + more;
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
