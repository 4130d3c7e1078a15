import { clearAlert, raiseAlert } from './alerts.js';
import { KEPT_ORDERS } from '@stallcast/protocol';
import { coursesOf } from './course.js';
import { currentSession, type Model } from './model.js';
import { operatorOnlyOf, orderOf, placedAt, statusOf, statusRank, sumsOf, unitsHeld } from './order-record.js';
import type { OrderRecord } from './records.js';
import { addUnits } from './stock-record.js';
import { NO_SUMS } from './sums.js';
import { moveSums } from './totals.js';
import type { Turn } from './turn.js';

/**
 * Changes an order and lets everything follow that rests on it: stocks, totals, what readers see, alerts.
 *
 * `change` returns false where there was nothing to change.
 */
export function changeOrder(turn: Turn, record: OrderRecord, isNew: boolean, change: () => boolean): void {
  const { model } = turn;
  const session = model.tables.session.get(record.sessionId)!;
  const before = {
    status: statusOf(record),
    room: record.fields.room!.value,
    order: isNew ? undefined : orderOf(record, session),
    held: isNew ? new Map<string, { reserved: number; sold: number }>() : unitsHeld(record),
    sums: isNew ? NO_SUMS : sumsOf(record, session),
    at: placedAt(record),
  };
  // Made before the order changes, where it has to be made.
  coursesOf(model);
  if (!change()) return;
  turn.save('order', record.id, record);
  if (model.indexes.openOrders) indexOpenOrder(model.indexes.openOrders, record);

  const order = orderOf(record, session);
  moveUnits(turn, record, before.held, before.room);
  moveSums(
    turn,
    session,
    { room: before.room, at: before.at, sums: before.sums },
    { room: order.room, at: placedAt(record), sums: sumsOf(record, session) },
  );

  if (session !== currentSession(model)) {
    raiseAlert(turn, 'late-order', record.id, { status: order.status });
    return;
  }
  if (JSON.stringify(order) !== JSON.stringify(before.order)) {
    const movedFrom = isNew || before.room === order.room ? undefined : before.room;
    turn.put('order', record.id, order, movedFrom);
    if (movedFrom !== undefined) putNextOfRoom(turn, movedFrom);
  }
  alertOperator(turn, record, isNew ? null : { status: before.status, operatorOnly: before.order?.operatorOnly });
}

/** Applies to the stocks the difference between what an order held and what it holds. */
function moveUnits(
  turn: Turn,
  record: OrderRecord,
  before: ReadonlyMap<string, { reserved: number; sold: number }>,
  roomBefore: string,
): void {
  const session = turn.model.tables.session.get(record.sessionId)!;
  const room = record.fields.room!.value;
  const after = unitsHeld(record);
  for (const productId of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(productId) ?? { reserved: 0, sold: 0 };
    const is = after.get(productId) ?? { reserved: 0, sold: 0 };
    const same = was.reserved === is.reserved && was.sold === is.sold;
    if (room !== roomBefore) {
      addUnits(turn, session, productId, roomBefore, { reserved: -was.reserved, sold: -was.sold });
      addUnits(turn, session, productId, room, is);
    } else if (!same) {
      const difference = { reserved: is.reserved - was.reserved, sold: is.sold - was.sold };
      addUnits(turn, session, productId, room, difference);
    }
  }
}

/** A room that an order has left keeps its newest orders: the one that steps up is told to readers who never had it, or let it go. */
function putNextOfRoom(turn: Turn, room: string): void {
  const session = currentSession(turn.model);
  const left = [...turn.model.tables.order.values()].filter(
    ({ sessionId, fields }) => sessionId === session.value.id && fields.room!.value === room,
  );
  if (left.length < KEPT_ORDERS) return;
  const next = left.sort((a, b) => b.seq - a.seq)[KEPT_ORDERS - 1]!;
  turn.put('order', next.id, orderOf(next, session));
}

function alertOperator(
  turn: Turn,
  record: OrderRecord,
  before: { status: OrderFieldsStatus; operatorOnly: string | undefined } | null,
): void {
  const session = currentSession(turn.model);
  const operatorOnly = operatorOnlyOf(record, session);
  const status = statusOf(record);
  if (operatorOnly !== before?.operatorOnly) {
    if (operatorOnly === 'unlisted') raiseAlert(turn, 'unlisted-product', record.id, { order: record.orderId });
    else clearAlert(turn, 'unlisted-product', record.id);
    if (operatorOnly === 'currency') {
      const currency = record.fields.total?.value.currency ?? record.fields.lines?.value[0]?.amount?.currency ?? '';
      raiseAlert(turn, 'foreign-currency', record.id, { currency, expected: session.currency?.code ?? '' });
    }
  }
  if (before && statusRank(status) < statusRank(before.status)) {
    raiseAlert(turn, 'unusual-transition', record.id, { from: before.status, to: status });
  }
}

type OrderFieldsStatus = ReturnType<typeof statusOf>;

/** Orders of which a line was not listed when it came, and may be by now: by id. */
export function openOrders(model: Model): Set<string> {
  let index = model.indexes.openOrders;
  if (!index) {
    index = new Set();
    for (const record of model.tables.order.values()) indexOpenOrder(index, record);
    model.indexes.openOrders = index;
  }
  return index;
}

function indexOpenOrder(index: Set<string>, { id, fields }: OrderRecord): void {
  if (fields.lines?.value.some(({ productId, ref }) => productId === null && ref)) index.add(id);
  else index.delete(id);
}
