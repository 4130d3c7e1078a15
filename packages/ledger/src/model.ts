import type { Alert, Announcement, Offer, Position, Product } from '@stallcast/protocol';
import type {
  Book,
  Course,
  ListedRef,
  OrderRecord,
  Ranked,
  RoomRecord,
  SessionRecord,
  StockRecord,
  Sums,
} from './records.js';
import type { LedgerDocument } from './storage.js';
import type { CellStamp, UndoRecord } from './undo-record.js';

/** The ledger's own state, in memory: one table for each kind of document. */
export interface Model {
  position: Position;
  tables: { [K in DocumentKind]: Map<string, DocumentValues[K]> };
  /** Derived tables, made when asked for and dropped when what they rest on changes. */
  indexes: {
    refs?: Map<string, ListedRef[]>;
    offers?: Map<string, string>;
    shopOrders?: Map<string, string[]>;
    openOrders?: Set<string>;
    /** By scope, of the session that is on. */
    courses?: Map<string, Course>;
  };
  /** The highest `seq` of any order. */
  lastOrderSeq: number;
}

/** What each kind of document holds. */
export interface DocumentValues {
  /** One only, `current`: the id of the session. */
  session: SessionRecord;
  current: string;
  room: RoomRecord;
  product: Ranked<Product>;
  offer: Ranked<Offer>;
  /** By stock key. */
  stock: StockRecord;
  order: OrderRecord;
  /** By session and scope. */
  sums: Sums;
  featured: string[];
  announcement: Announcement;
  alert: { value: Alert; offset: number };
  cell: CellStamp;
  undo: UndoRecord;
}

export type DocumentKind = keyof DocumentValues;

/** Makes a model without anything in it. */
export function createModel(position: Position): Model {
  return {
    position,
    tables: {
      session: new Map(),
      current: new Map(),
      room: new Map(),
      product: new Map(),
      offer: new Map(),
      stock: new Map(),
      order: new Map(),
      sums: new Map(),
      featured: new Map(),
      announcement: new Map(),
      alert: new Map(),
      cell: new Map(),
      undo: new Map(),
    },
    indexes: {},
    lastOrderSeq: 0,
  };
}

/** Makes the model that a storage's documents describe. Documents of an unknown kind are left alone. */
export function loadModel(position: Position, documents: readonly LedgerDocument[]): Model {
  const model = createModel(position);
  for (const { kind, id, value } of documents) {
    const table = model.tables[kind as DocumentKind] as Map<string, unknown> | undefined;
    table?.set(id, value);
  }
  // These two are let go of from their oldest end, which is a map's first entry.
  sortTable(model.tables.alert);
  sortTable(model.tables.undo);
  for (const { seq } of model.tables.order.values()) model.lastOrderSeq = Math.max(model.lastOrderSeq, seq);
  return model;
}

function sortTable<T extends { offset: number }>(table: Map<string, T>): void {
  const entries = [...table].sort(([, a], [, b]) => a.offset - b.offset);
  table.clear();
  for (const [id, value] of entries) table.set(id, value);
}

/** The session that is on. */
export function currentSession(model: Model): SessionRecord {
  return model.tables.session.get(model.tables.current.get('session')!)!;
}

export function bookOf(session: SessionRecord): Book {
  return session.value.synthetic ? 'synthetic' : 'real';
}

/** The mark that everything bears which is put while a synthetic session is on. */
export function syntheticMark(model: Model): { synthetic?: true } {
  return currentSession(model).value.synthetic ? { synthetic: true } : {};
}

/** The key of a product's stock in the book of a session. */
export function stockKey(session: SessionRecord, productId: string): string {
  return `${bookOf(session)}:${productId}`;
}

/** Values in the order in which they first came. */
export function ranked<T>(table: ReadonlyMap<string, Ranked<T>>): T[] {
  return [...table.values()].sort((a, b) => a.rank - b.rank).map(({ value }) => value);
}
