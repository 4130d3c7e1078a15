import type { CommandOf, OrderEvent } from '@stallcast/protocol';
import { maskName } from '@stallcast/protocol';
import type { Edit } from './edit.js';
import { currentSession, type Model } from './model.js';
import { changeOrder } from './order-change.js';
import { recordLine } from './order-lines.js';
import { mergeFields, statusOf, statusRank } from './order-record.js';
import { refuse, unknownProduct, unknownRoom, type Refusal } from './outcome.js';
import { findProduct } from './product-refs.js';
import type { OrderFields, OrderRecord } from './records.js';
import { defaultRoom } from './rooms.js';
import { learnCurrency } from './totals.js';
import type { Turn } from './turn.js';

/** The source's name of orders that an operator, or a back end of one's own, writes down. */
export const RECORDED_SOURCE = 'recorded';

/** Takes a shop's message about an order. */
export function acceptOrderEvent(turn: Turn, event: OrderEvent): void {
  const { source, orderId, sourceVersion, room, status, reason, total, refunded, buyer, region, occurredAt } = event;
  const lines = event.lines?.map(({ ref, qty, amount }) =>
    recordLine(turn.model, findProduct(turn.model, source, ref)?.productId ?? null, qty, amount, ref),
  );
  const facts = { room, status, reason, lines, total, refunded, buyer, region, occurredAt };
  applyToOrder(turn, source, orderId, sourceVersion, facts);
}

/** Writes an order down, or what happened to it since. */
export function recordOrder(edit: Edit, { order }: CommandOf<'record-order'>): Refusal | null {
  const { model, turn } = edit;
  if (order.room !== undefined && !model.tables.room.has(order.room)) return unknownRoom(order.room);
  const stranger = order.lines.find(({ productId }) => productId !== null && !model.tables.product.has(productId));
  if (stranger) return unknownProduct(stranger.productId!);

  const { orderId, room, status, reason, total, refunded, region, occurredAt } = order;
  const buyer = order.buyer && { mask: maskName(order.buyer.mask ?? order.buyer.name ?? '') };
  const lines = order.lines.map(({ productId, qty, amount }) => recordLine(model, productId, qty, amount));
  const record = model.tables.order.get(`${RECORDED_SOURCE}:${orderId}`);
  const facts = { room, status, reason, lines, total, refunded, buyer, region, occurredAt };
  applyToOrder(turn, RECORDED_SOURCE, orderId, nextVersion(turn, record), facts);
  return null;
}

/** Cancels an order by its own id or by the shop's. */
export function cancelOrder(edit: Edit, { orderId, reason }: CommandOf<'cancel-order'>): Refusal | null {
  const { model, turn } = edit;
  const ids = model.tables.order.has(orderId) ? [orderId] : (shopOrders(model).get(orderId) ?? []);
  const record = model.tables.order.get(ids[0] ?? '');
  if (!record) {
    return refuse(
      404,
      'unknown-order',
      `There is no order "${orderId}" in this stall: check its number.`,
      `没有找到订单“${orderId}”，请核对单号。`,
    );
  }
  if (ids.length > 1) {
    return refuse(
      409,
      'ambiguous-order',
      `More than one shop has an order "${orderId}": name it as ${ids.join(' or ')}.`,
      `不止一个店铺有订单“${orderId}”，请写成 ${ids.join(' 或 ')}。`,
    );
  }
  if (statusOf(record) === 'cancelled') {
    return refuse(409, 'cancelled-already', `The order "${orderId}" is cancelled already.`, '这个订单已经取消了。');
  }
  const source = record.id.slice(0, record.id.length - record.orderId.length - 1);
  applyToOrder(turn, source, record.orderId, nextVersion(turn, record), { status: 'cancelled', reason });
  return null;
}

type Facts = { [K in keyof OrderFields]?: OrderFields[K] | undefined };

function applyToOrder(turn: Turn, source: string, orderId: string, version: number, facts: Facts): void {
  const id = `${source}:${orderId}`;
  const known = turn.model.tables.order.get(id);
  learnCurrency(turn, facts.total ?? facts.lines?.find(({ amount }) => amount)?.amount);

  const record = known ?? firstSight(turn, id, orderId);
  changeOrder(turn, record, !known, () => {
    const wasPaid = record.everPaid;
    const merged = mergeFields(record, facts as Partial<OrderFields>, version);
    const rank = statusRank(facts.status);
    record.everPaid ||= rank >= statusRank('paid') && rank < statusRank('cancelled');
    return !known || merged || record.everPaid !== wasPaid;
  });
}

function firstSight(turn: Turn, id: string, orderId: string): OrderRecord {
  const { model } = turn;
  const record: OrderRecord = {
    id,
    orderId,
    seq: turn.offset,
    sessionId: currentSession(model).value.id,
    everPaid: false,
    seenAt: turn.at,
    // Any message that names a room outranks the stall's guess.
    fields: { room: { value: defaultRoom(model), version: -1, rank: -1 } },
  };
  model.lastOrderSeq = Math.max(model.lastOrderSeq, record.seq);
  if (model.indexes.shopOrders) addShopOrder(model.indexes.shopOrders, record);
  return record;
}

/** Versions above this are times in ms; shops that count have not come that far. */
const MIN_TIME_VERSION = 100_000_000_000;

/**
 * The operator speaks last: above every version that the order has. Where versions are times this is the time of speaking, so that
 * a late message of what was before does not win.
 */
function nextVersion(turn: Turn, record: OrderRecord | undefined): number {
  if (!record) return turn.now;
  const last = Math.max(...Object.values(record.fields).map((field) => field.version));
  return last < MIN_TIME_VERSION ? last + 1 : Math.max(turn.now, last + 1);
}

/** Orders by the shop's own id. */
function shopOrders(model: Model): Map<string, string[]> {
  let index = model.indexes.shopOrders;
  if (!index) {
    index = new Map();
    for (const record of model.tables.order.values()) addShopOrder(index, record);
    model.indexes.shopOrders = index;
  }
  return index;
}

function addShopOrder(index: Map<string, string[]>, { id, orderId }: OrderRecord): void {
  index.set(orderId, [...(index.get(orderId) ?? []), id]);
}
