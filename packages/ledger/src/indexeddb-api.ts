/*
 * The part of IndexedDB that the storage uses. The package is compiled without the DOM's types, so that its core cannot lean on a
 * page by accident.
 */

/** Opens databases: a page's `indexedDB`. */
export interface DatabaseFactory {
  open(name: string, version: number): OpenRequest;
}

export interface Database {
  readonly objectStoreNames: { contains(name: string): boolean };
  createObjectStore(name: string, options?: { keyPath?: string; autoIncrement?: boolean }): ObjectStore;
  transaction(
    stores: string[],
    mode: 'readonly' | 'readwrite',
    options?: { durability?: 'default' | 'strict' | 'relaxed' },
  ): Transaction;
  close(): void;
  onversionchange: (() => void) | null;
  onclose: (() => void) | null;
}

export interface Transaction {
  objectStore(name: string): ObjectStore;
  abort(): void;
  readonly error: Error | null;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
}

export interface ObjectStore {
  get(key: Key): DatabaseRequest<unknown>;
  getAll(range?: KeyRange, count?: number): DatabaseRequest<unknown[]>;
  add(value: unknown): unknown;
  clear(): unknown;
  put(value: unknown, key: Key): unknown;
  delete(key: Key | KeyRange): unknown;
  readonly indexNames: { contains(name: string): boolean };
  createIndex(name: string, keyPath: string): unknown;
  index(name: string): { getAllKeys(range: KeyRange, count: number): DatabaseRequest<Key[]> };
}

export interface DatabaseRequest<T> {
  readonly result: T;
  readonly error: Error | null;
  onsuccess: (() => void) | null;
}

export interface OpenRequest extends DatabaseRequest<Database> {
  /** The transaction of an upgrade. */
  readonly transaction: Transaction;
  onerror: (() => void) | null;
  onblocked: (() => void) | null;
  onupgradeneeded: (() => void) | null;
}

export type Key = string | number | string[];

/** A range of keys, made by `KeyRanges`. */
export interface KeyRange {
  readonly lower: unknown;
}

/** A page's `IDBKeyRange`. */
export interface KeyRanges {
  lowerBound(lower: Key, open?: boolean): KeyRange;
  upperBound(upper: Key, open?: boolean): KeyRange;
}
