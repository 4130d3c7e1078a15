/*
 * A reader's state. Position and state move together; puts may come in any order, any number of times.
 *
 *              snapshot                     change, prev ≤ have < offset
 *   (nothing) ──────────▶ at epoch.offset ──────────────────────────────▶ at epoch.offset'
 *                              │ change, offset ≤ have: ignored
 *                              │ change, prev > have or another epoch: gap, nothing applied
 */
import type { Change, Kind, KindValues, Position, Put, Snapshot } from './frame.js';
import { KEPT_ORDERS, STALL_SCOPE, type Scoped, type StallState } from './state.js';

/** The keys whose visible value a change has replaced or removed. */
export type Touched = readonly { kind: Kind; id: string }[];

/** The state of one reader of a stall. */
export interface Fold {
  /** Null before the first snapshot. */
  readonly position: Position | null;
  /** Replaces state and position. */
  snapshot(snapshot: Snapshot): void;
  /** Applies all puts of a change together, or none. */
  change(change: Change): Touched | 'ignored' | 'gap';
  get<K extends Kind>(kind: K, id: string): KindValues[K] | undefined;
  /** All values of a kind, oldest key first; orders by `seq`. */
  all<K extends Kind>(kind: K): KindValues[K][];
  /** What a snapshot taken here would carry. */
  state(): StallState;
}

interface Entry<K extends Kind> {
  version: number;
  /** Undefined: removed. The entry stays as a tombstone, so that an older put does not bring it back. */
  value: KindValues[K] | undefined;
}

type Tables = { [K in Kind]: Map<string, Entry<K>> };

/** Creates an empty reader's state. */
export function createFold(): Fold {
  let position: Position | null = null;
  /** Puts at or below this offset add nothing: the snapshot holds what came of them. */
  let base = 0;
  let tables = emptyTables();

  function apply(put: Put): boolean {
    if (put.version <= base) return false;
    // The table of a kind from the future does not exist.
    const table = tables[put.kind] as Map<string, Entry<Kind>> | undefined;
    if (!table) return false;
    const known = table.get(put.id);
    if (known && known.version >= put.version) return false;
    table.set(put.id, { version: put.version, value: put.removed ? undefined : put.value });
    return true;
  }

  /** Lets go of orders of earlier sessions and of all but the newest: at any moment that is a function of the puts alone. */
  function trimOrders(): void {
    const since = tables.session.get(STALL_SCOPE)?.value?.sinceSeq ?? 0;
    const live: { id: string; seq: number }[] = [];
    for (const [id, { value }] of tables.order) {
      if (value && value.seq < since) tables.order.delete(id);
      else if (value) live.push({ id, seq: value.seq });
    }
    if (live.length <= KEPT_ORDERS) return;
    live.sort((a, b) => b.seq - a.seq);
    for (const { id } of live.slice(KEPT_ORDERS)) tables.order.delete(id);
  }

  return {
    get position() {
      return position;
    },

    snapshot({ epoch, offset, state }) {
      position = { epoch, offset };
      base = offset;
      tables = emptyTables();
      for (const [kind, id, value] of valuesOf(state)) {
        (tables[kind] as Map<string, Entry<Kind>>).set(id, { version: offset, value });
      }
      trimOrders();
    },

    change({ epoch, prev, offset, puts }) {
      if (!position || epoch !== position.epoch || prev > position.offset) {
        return position && epoch < position.epoch ? 'ignored' : 'gap';
      }
      if (offset <= position.offset) return 'ignored';

      const touched = puts.filter(apply).map(({ kind, id }) => ({ kind, id }));
      if (touched.some(({ kind }) => kind === 'order' || kind === 'session')) trimOrders();
      position = { epoch, offset };
      return touched;
    },

    get(kind, id) {
      return tables[kind].get(id)?.value;
    },

    all(kind) {
      return liveValues(tables, kind);
    },

    state() {
      return {
        session: tables.session.get(STALL_SCOPE)?.value ?? null,
        rooms: liveValues(tables, 'room'),
        products: liveValues(tables, 'product'),
        offers: liveValues(tables, 'offer'),
        stocks: liveValues(tables, 'stock'),
        orders: liveValues(tables, 'order'),
        totals: scoped(tables.totals),
        featured: scoped(tables.featured),
        announcements: scoped(tables.announcement),
        ...(tables.alert.size > 0 && { alerts: liveValues(tables, 'alert') }),
      };
    },
  };
}

function emptyTables(): Tables {
  return {
    session: new Map(),
    room: new Map(),
    product: new Map(),
    offer: new Map(),
    stock: new Map(),
    order: new Map(),
    totals: new Map(),
    featured: new Map(),
    announcement: new Map(),
    alert: new Map(),
  };
}

function liveValues<K extends Kind>(tables: Tables, kind: K): KindValues[K][] {
  const values: KindValues[K][] = [];
  for (const { value } of tables[kind].values()) if (value !== undefined) values.push(value);
  if (kind === 'order') (values as KindValues['order'][]).sort((a, b) => a.seq - b.seq);
  return values;
}

function scoped<T>(table: ReadonlyMap<string, { value: T | undefined }>): Scoped<T> {
  const rooms: Record<string, T> = {};
  for (const [id, { value }] of table) if (id !== STALL_SCOPE && value !== undefined) rooms[id] = value;
  return { stall: table.get(STALL_SCOPE)?.value ?? null, rooms };
}

/** Takes a snapshot's state apart into keyed values. */
function* valuesOf(state: StallState): Generator<[Kind, string, KindValues[Kind]]> {
  if (state.session) yield ['session', STALL_SCOPE, state.session];
  for (const room of state.rooms) yield ['room', room.id, room];
  for (const product of state.products) yield ['product', product.id, product];
  for (const offer of state.offers) yield ['offer', offer.id, offer];
  for (const stock of state.stocks) yield ['stock', stock.productId, stock];
  for (const order of state.orders) yield ['order', order.id, order];
  for (const alert of state.alerts ?? []) yield ['alert', alert.id, alert];
  const scopes = { totals: state.totals, featured: state.featured, announcement: state.announcements } as const;
  for (const kind of ['totals', 'featured', 'announcement'] as const) {
    if (scopes[kind].stall) yield [kind, STALL_SCOPE, scopes[kind].stall];
    for (const [room, value] of Object.entries(scopes[kind].rooms)) yield [kind, room, value];
  }
}
