import { STALL_SCOPE } from '@stallcast/protocol';
import { messageId } from './alerts.js';
import type { Cell, CellOf, CellValues } from './cell.js';
import { currentSession, stockKey, type Model } from './model.js';
import { lineProductsOf, writeLineProducts } from './order-lines.js';
import type { SessionRecord, StockRecord } from './records.js';
import { newestOrders } from './state.js';
import { putStock, saveStock, stockRecord } from './stock-record.js';
import { putAllTotals, putTotals } from './totals.js';
import type { Turn } from './turn.js';

/** Reads a cell. */
export function readCell(model: Model, cell: Cell): CellValues[keyof CellValues] | undefined {
  const { tables } = model;
  switch (cell[0]) {
    case 'room':
    case 'product':
    case 'offer':
    case 'featured':
    case 'announcement':
      return tables[cell[0]].get(cell[1]) ?? null;
    case 'message':
      return tables.alert.get(messageId(cell[1]))?.value ?? null;
    case 'panic':
      return tables.room.get(cell[1])?.panic ?? false;
    case 'goal':
      return tables.session.get(cell[1])?.value.goals.find(({ id }) => id === cell[2]) ?? null;
    case 'hold':
      return tables.stock.get(cell[1])?.hold ?? 'none';
    case 'on-hand': {
      const { onHand = null, basis = 'exact', setBy = null, adjusted = 0 } = tables.stock.get(cell[1]) ?? {};
      return { onHand, basis, setBy, adjusted };
    }
    case 'quota':
      return tables.stock.get(cell[1])?.quotas.find(({ room }) => room === cell[2]) ?? null;
    case 'session':
      return tables.current.get('session')!;
    case 'session-end':
      return tables.session.get(cell[1])?.value.endsAt ?? null;
    case 'order-lines':
      return lineProductsOf(tables.order.get(cell[1]));
  }
}

/** Writes a cell and puts what readers see of it. */
export function writeCell<K extends keyof CellValues>(turn: Turn, cell: CellOf<K>, value: CellValues[K]): void {
  WRITERS[cell[0] as K](turn, value, cell[1] ?? '', cell[2] ?? '');
}

type Writer<V> = (turn: Turn, value: V, id: string, second: string) => void;

const WRITERS: { [K in keyof CellValues]: Writer<CellValues[K]> } = {
  room(turn, value, id) {
    const existing = turn.model.tables.room.get(id);
    if (value) {
      turn.save('room', id, { ...value, panic: existing?.panic ?? value.panic });
      putRoom(turn, id);
      if (!existing) putTotals(turn, id);
      return;
    }
    turn.drop('room', id);
    turn.remove('room', id);
    turn.remove('totals', id);
  },

  panic(turn, panic, id) {
    const room = turn.model.tables.room.get(id);
    if (!room) return;
    turn.save('room', id, { ...room, panic });
    putRoom(turn, id);
  },

  product(turn, value, id) {
    delete turn.model.indexes.refs;
    const before = turn.model.tables.product.get(id);
    if (value) {
      turn.save('product', id, value);
      turn.put('product', id, value.value);
    } else {
      turn.drop('product', id);
      turn.remove('product', id);
    }
    const session = currentSession(turn.model);
    const record = turn.model.tables.stock.get(stockKey(session, id));
    if (record && value?.value.presale) {
      // Its promise counts from today on.
      record.observedAt = turn.at;
      saveStock(turn, session, record);
    } else if (record || value?.value.presale || before?.value.presale) putStock(turn, id);
  },

  offer(turn, value, id) {
    delete turn.model.indexes.offers;
    const before = turn.model.tables.offer.get(id)?.value;
    if (value) {
      turn.save('offer', id, value);
      turn.put(
        'offer',
        id,
        value.value,
        before && before.room !== value.value.room ? (before.room ?? STALL_SCOPE) : undefined,
      );
    } else {
      turn.drop('offer', id);
      turn.remove('offer', id);
    }
  },

  featured(turn, value, scope) {
    const listed = value?.filter((id) => turn.model.tables.product.has(id));
    // An empty list is kept where it hides what the stall features.
    if (listed && (listed.length > 0 || value?.length === 0)) {
      turn.save('featured', scope, listed);
      turn.put('featured', scope, listed);
    } else {
      turn.drop('featured', scope);
      turn.remove('featured', scope);
    }
  },

  announcement(turn, value, scope) {
    if (value) {
      turn.save('announcement', scope, value);
      turn.put('announcement', scope, value);
    } else {
      turn.drop('announcement', scope);
      turn.remove('announcement', scope);
    }
  },

  message(turn, value, scope) {
    const id = messageId(scope);
    if (value) {
      turn.save('alert', id, { value, offset: turn.offset });
      turn.put('alert', id, value);
    } else {
      turn.drop('alert', id);
      turn.remove('alert', id);
    }
  },

  goal(turn, value, sessionId, goalId) {
    const session = turn.model.tables.session.get(sessionId);
    if (!session) return;
    const { goals } = session.value;
    const at = goals.findIndex(({ id }) => id === goalId);
    const next = goals.filter(({ id }) => id !== goalId);
    if (value) next.splice(at < 0 ? next.length : at, 0, value);
    changeSession(turn, session, { ...session.value, goals: next });
  },

  hold(turn, hold, key) {
    changeStock(turn, key, (record) => {
      record.hold = hold;
    });
  },

  'on-hand'(turn, value, key) {
    changeStock(turn, key, (record) => {
      Object.assign(record, value, { observedAt: turn.at });
    });
  },

  quota(turn, value, key, room) {
    changeStock(turn, key, (record) => {
      const others = record.quotas.filter((quota) => quota.room !== room);
      record.quotas = value ? [...others, value] : others;
    });
  },

  session(turn, id) {
    const before = currentSession(turn.model).value;
    delete turn.model.indexes.courses;
    turn.save('current', 'session', id);
    const session = currentSession(turn.model);
    turn.put('session', STALL_SCOPE, session.value);
    if (session.currency) putAllTotals(turn);
    else for (const scope of [STALL_SCOPE, ...turn.model.tables.room.keys()]) turn.remove('totals', scope);
    for (const order of newestOrders(turn.model)) turn.put('order', order.id, order);
    const isOtherBook = before.synthetic !== session.value.synthetic;
    for (const [id, { value }] of turn.model.tables.product) if (isOtherBook || value.presale) putStock(turn, id);
  },

  'session-end'(turn, endsAt, id) {
    const session = turn.model.tables.session.get(id);
    if (!session) return;
    const { endsAt: _, ...open } = session.value;
    changeSession(turn, session, endsAt === null ? open : { ...open, endsAt });
  },

  'order-lines': (turn, products, id) => writeLineProducts(turn, id, products),
};

function putRoom(turn: Turn, id: string): void {
  const { value, panic } = turn.model.tables.room.get(id)!;
  turn.put('room', id, { ...value, panic });
}

function changeSession(turn: Turn, session: SessionRecord, value: SessionRecord['value']): void {
  session.value = value;
  turn.save('session', value.id, session);
  if (session === currentSession(turn.model)) turn.put('session', STALL_SCOPE, value);
}

/** Changes a stock by its key, in whatever book it is. */
function changeStock(turn: Turn, key: string, change: (record: StockRecord) => void): void {
  const productId = key.slice(key.indexOf(':') + 1);
  const inBook = (session: SessionRecord) => stockKey(session, productId) === key;
  const current = currentSession(turn.model);
  const session = inBook(current) ? current : [...turn.model.tables.session.values()].find(inBook);
  if (!session) return;
  const record = stockRecord(turn, session, productId);
  change(record);
  saveStock(turn, session, record);
}
