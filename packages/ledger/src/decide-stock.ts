import type { CommandOf, Product, StockEvent } from '@stallcast/protocol';
import { raiseAlert } from './alerts.js';
import type { Edit } from './edit.js';
import { currentSession, stockKey } from './model.js';
import { refuse, unknownProduct, unknownRoom, type Refusal } from './outcome.js';
import { findProduct } from './product-refs.js';
import type { SourceFigure } from './records.js';
import { deriveStock, saveStock, stockRecord, unitsOf } from './stock-record.js';
import type { Turn } from './turn.js';

/** Says how many can be sold right now; what is promised already comes on top. */
export function setStock(edit: Edit, { productId, onHand, basis }: CommandOf<'set-stock'>): Refusal | null {
  const product = edit.model.tables.product.get(productId)?.value;
  const refusal = refusalToCount(productId, product);
  if (refusal) return refusal;

  const session = currentSession(edit.model);
  const record = stockRecord(edit.turn, session, productId);
  edit.write(['on-hand', stockKey(session, productId)], {
    onHand: onHand + record.reserved + record.sold,
    basis: basis ?? record.basis,
    setBy: edit.commandId,
    adjusted: 0,
  });
  return null;
}

export function adjustStock(edit: Edit, { productId, delta }: CommandOf<'adjust-stock'>): Refusal | null {
  const product = edit.model.tables.product.get(productId)?.value;
  const refusal = refusalToCount(productId, product);
  if (refusal) return refusal;

  const session = currentSession(edit.model);
  const { onHand, basis, setBy, adjusted } = stockRecord(edit.turn, session, productId);
  if (onHand === null && product?.presale && delta > 0) {
    // The first pieces that a workshop has made.
    edit.write(['on-hand', stockKey(session, productId)], { onHand: delta, basis, setBy, adjusted });
    return null;
  }
  if (onHand === null) {
    return refuse(
      409,
      'stock-not-set',
      `The stock of "${productId}" was never counted, so it cannot be adjusted: say how many there are with set-stock.`,
      '这个商品还没有报过库存，无法增减，请先设置库存。',
    );
  }
  if (onHand + delta < 0) {
    return refuse(
      422,
      'below-zero',
      `Taking ${-delta} from the ${onHand} pieces of "${productId}" leaves less than none: adjust by ${-onHand} at most.`,
      `只有 ${onHand} 件，减去 ${-delta} 件会变成负数，最多减 ${onHand} 件。`,
    );
  }
  edit.adjust(productId, delta);
  return null;
}

/** Puts a hold on a product, or ends it. The hold is the operator's, whoever owns the figure. */
export function holdStock(edit: Edit, productId: string, hold: 'none' | 'paused' | 'sold-out'): Refusal | null {
  if (!edit.model.tables.product.has(productId)) return unknownProduct(productId);
  edit.write(['hold', stockKey(currentSession(edit.model), productId)], hold);
  return null;
}

/** Gives one room a part of the stock; none ends it. */
export function allocateStock(edit: Edit, { productId, room, quantity }: CommandOf<'allocate'>): Refusal | null {
  const product = edit.model.tables.product.get(productId)?.value;
  if (!product) return unknownProduct(productId);
  const there = edit.model.tables.room.get(room);
  if (!there) return unknownRoom(room);
  if (!there.value.commerce && quantity > 0) {
    return refuse(
      409,
      'room-without-commerce',
      `The room "${room}" sells nothing: allocate to a room with commerce.`,
      `直播间“${room}”不带货，不能分配库存。`,
    );
  }
  const session = currentSession(edit.model);
  const record = stockRecord(edit.turn, session, productId);
  const { sellable, quotas } = deriveStock(product, record, session.value);
  const others = quotas.filter((quota) => quota.room !== room).reduce((sum, quota) => sum + quota.sellable, 0);
  if (sellable !== null && others + quantity > sellable) {
    const free = Math.max(0, sellable - others);
    return refuse(
      409,
      'over-allocated',
      `${free} pieces of "${productId}" are free to allocate, not ${quantity}: take less, or take some from another room first.`,
      `可分配的只有 ${free} 件，不够 ${quantity} 件，请减少数量，或先从别的直播间收回。`,
    );
  }
  const quota = quantity === 0 ? null : { room, quantity, unitsBefore: unitsOf(record, room) };
  edit.write(['quota', stockKey(session, productId), room], quota);
  return null;
}

/** Takes a shop's message about a stock, if that shop owns the figure. */
export function acceptStockEvent(turn: Turn, event: StockEvent): void {
  const { source, ref, location = '', sourceVersion: version, available, basis, observedAt, ttlMs } = event;
  const found = findProduct(turn.model, source, ref);
  const product = found && turn.model.tables.product.get(found.productId)?.value;
  // A shop tells the stock of everything it has; what the stall does not list is no news.
  if (!product) return;
  if (product.stockFrom !== source) {
    raiseAlert(turn, 'stock-from-wrong-side', product.id, {
      source,
      owner: product.stockFrom,
      available: available ?? '',
    });
    return;
  }

  const session = currentSession(turn.model);
  const record = stockRecord(turn, session, product.id);
  const place = `${found.thing}@${location}`;
  const figure: SourceFigure = {
    source,
    place,
    version,
    available,
    basis,
    policy: event.policy ?? 'deny',
    observedAt,
    ttlMs,
  };
  const known = record.figures.find((other) => other.source === source && other.place === place);
  if (known && !supersedes(figure, known)) return;
  record.figures = [...record.figures.filter((other) => other !== known), figure];
  saveStock(turn, session, record);
}

/** On a tie the lower figure stands: a repeated message never raises a stock. */
function supersedes(figure: SourceFigure, known: SourceFigure): boolean {
  if (figure.version !== known.version) return figure.version > known.version;
  return (figure.available ?? Infinity) < (known.available ?? Infinity);
}

function refusalToCount(productId: string, product: Product | undefined): Refusal | null {
  if (!product) return unknownProduct(productId);
  if (product.stockFrom === 'ledger') return null;
  return refuse(
    409,
    'stock-owned-by-source',
    `The stock of "${productId}" is counted by ${product.stockFrom}: change it there, or put the product with stockFrom "ledger".`,
    `这个商品的库存以 ${product.stockFrom} 为准，请到那边修改，或把库存改为由本摊位管理。`,
  );
}
