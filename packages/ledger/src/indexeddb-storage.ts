import type { Change, Position } from '@stallcast/protocol';
import type { NumberedEntry } from './audit-entry.js';
import type { Database, DatabaseFactory, KeyRanges, ObjectStore, Transaction } from './indexeddb-api.js';
import {
  pruneEvery,
  RETENTION,
  type Found,
  type LedgerDocument,
  type LedgerStorage,
  type Retention,
  type SeenOutcome,
  type Writes,
} from './storage.js';

declare const indexedDB: DatabaseFactory | undefined;
declare const IDBKeyRange: KeyRanges;

/** How many ids one step lets go of at most: the first after a long time has more to do than it should take time for. */
const MOST_IDS = 2_000;

const STORES = ['head', 'documents', 'changes', 'seen', 'audit'];
/** The second has the audit log, the third the age of what was seen. */
const FORMAT = 3;
const BY_AGE = 'at';
const HEAD_KEY = 'head';

/**
 * Keeps a stall's ledger in this browser's IndexedDB, shared by every page of the same origin (all `file:` pages are of one).
 *
 * Each step is one readwrite transaction, which the browser runs one after the other across pages: there is no leader, and a page
 * that is closed in the middle leaves nothing behind. It asks for no secure context.
 */
export async function openIndexedDbStorage(stall: string, retention = RETENTION): Promise<LedgerStorage> {
  const name = `stallcast:${stall}`;
  let opened: Promise<Database> | null = null;
  /** Changes and ids since this page last looked for what it may let go of; it looks with the first. */
  let sincePruned = Infinity;

  /** Opens the database again where the browser took it away: because the site's data was cleared, for one. */
  const open = () => (opened ??= openDatabase(name, () => (opened = null)));
  await open();

  return {
    async step(known, ids, decide) {
      return inTransaction(await open(), 'readwrite', (stores, end) => {
        readFound(stores, known, ids, (found) =>
          end(() => {
            const { writes, result } = decide(found);
            if (!writes) return result;
            write(stores, writes, found.head);
            sincePruned += writes.changes.length + writes.seen.length;
            if (sincePruned >= pruneEvery(retention)) {
              prune(stores, writes, retention);
              sincePruned = 0;
            }
            return result;
          }),
        );
      });
    },

    async changesAfter({ epoch, offset }) {
      return inTransaction<Change[] | null>(await open(), 'readonly', ({ head, changes }, end) => {
        const readingHead = head.get(HEAD_KEY);
        readingHead.onsuccess = () => {
          const at = readingHead.result as Position | undefined;
          if (at?.epoch !== epoch || at.offset < offset) return end(() => null);
          const reading = changes.getAll(IDBKeyRange.lowerBound(offset, true));
          reading.onsuccess = () =>
            end(() => (reading.result.length === at.offset - offset ? (reading.result as Change[]) : null));
        };
      });
    },

    async auditAfter(after, limit) {
      return inTransaction<NumberedEntry[]>(await open(), 'readonly', ({ audit }, end) => {
        const reading = audit.getAll(IDBKeyRange.lowerBound(after, true), limit);
        reading.onsuccess = () => end(() => reading.result as NumberedEntry[]);
      });
    },

    async close() {
      const database = await opened;
      opened = null;
      database?.close();
    },
  };
}

type Stores = Record<'head' | 'documents' | 'changes' | 'seen' | 'audit', ObjectStore>;

function storesOf(transaction: Transaction): Stores {
  const [head, documents, changes, seen, audit] = STORES.map((name) => transaction.objectStore(name));
  return { head: head!, documents: documents!, changes: changes!, seen: seen!, audit: audit! };
}

/** Reads what a step needs. A transaction ends as soon as nothing is asked of it, so all of this happens in its callbacks. */
function readFound(
  { head, documents, seen }: Stores,
  known: Position | null,
  ids: readonly string[],
  then: (found: Found) => void,
): void {
  const earlier = new Map<string, SeenOutcome>();
  for (const id of ids) {
    const reading = seen.get(id);
    reading.onsuccess = () => {
      if (reading.result === undefined) return;
      const { [BY_AGE]: _, ...outcome } = reading.result as SeenOutcome & { [BY_AGE]?: number };
      earlier.set(id, outcome);
    };
  }
  // Requests of one transaction are answered in order: when the head is here, so is what was seen.
  const readingHead = head.get(HEAD_KEY);
  readingHead.onsuccess = () => {
    const at = (readingHead.result as Position | undefined) ?? null;
    if (at && known && at.epoch === known.epoch && at.offset === known.offset) {
      return then({ head: at, documents: null, seen: earlier });
    }
    const readingAll = documents.getAll();
    readingAll.onsuccess = () => then({ head: at, documents: readingAll.result as LedgerDocument[], seen: earlier });
  };
}

function write({ head, documents, changes, seen, audit }: Stores, writes: Writes, before: Position | null): void {
  if (before && before.epoch !== writes.epoch) changes.clear();
  for (const document of writes.documents) {
    const key = [document.kind, document.id];
    if (document.value === undefined) documents.delete(key);
    else documents.put(document, key);
  }
  for (const change of writes.changes) changes.put(change, change.offset);
  for (const { id, outcome } of writes.seen) seen.put({ ...outcome, [BY_AGE]: writes.at }, id);
  for (const entry of writes.audit) audit.add({ entry });
  const last = writes.changes[writes.changes.length - 1];
  if (last) head.put({ epoch: writes.epoch, offset: last.offset }, HEAD_KEY);
}

/** Lets go of what is older than it has to be kept, in the same transaction. What was seen before ages were noted stays. */
function prune({ changes, seen }: Stores, writes: Writes, retention: Retention): void {
  const last = writes.changes[writes.changes.length - 1];
  if (last) changes.delete(IDBKeyRange.upperBound(last.offset - retention.changes));
  const old = seen.index(BY_AGE).getAllKeys(IDBKeyRange.upperBound(writes.at - retention.seenMs, true), MOST_IDS);
  old.onsuccess = () => {
    for (const key of old.result) seen.delete(key);
  };
}

/** Runs work in one transaction; resolves with its result when that is durable, and rejects if anything fails. */
function inTransaction<T>(
  database: Database,
  mode: 'readonly' | 'readwrite',
  /** Calls `end` in the callback of its last read; what `end` runs may write, and its result is the transaction's. */
  work: (stores: Stores, end: (last: () => T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORES, mode, { durability: 'strict' });
    let result: { value: T } | undefined;
    transaction.oncomplete = () => {
      if (result) resolve(result.value);
      else reject(new Error('The browser ended a transaction before it was used.'));
    };
    transaction.onabort = () => {
      const full = "The browser could not write to its storage: is the disk full, or were the site's data cleared?";
      reject(transaction.error ?? new Error(full));
    };
    work(storesOf(transaction), (last) => {
      try {
        result = { value: last() };
      } catch (error) {
        reject(error as Error); // what was thrown goes through as it is
        transaction.abort();
      }
    });
  });
}

function openDatabase(name: string, onLost: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') {
      reject(
        new Error('This browser keeps no data for this page (IndexedDB is missing): open it in OBS or in Chrome.'),
      );
      return;
    }
    const opening = indexedDB.open(name, FORMAT);
    opening.onupgradeneeded = () => {
      for (const store of STORES) {
        if (opening.result.objectStoreNames.contains(store)) continue;
        opening.result.createObjectStore(store, store === 'audit' ? { keyPath: 'n', autoIncrement: true } : {});
      }
      const seen = opening.transaction.objectStore('seen');
      if (!seen.indexNames.contains(BY_AGE)) seen.createIndex(BY_AGE, BY_AGE);
    };
    opening.onblocked = () =>
      reject(new Error(`Another page holds "${name}" open: close the other pages and try again.`));
    opening.onerror = () => reject(opening.error ?? new Error(`The database "${name}" could not be opened.`));
    opening.onsuccess = () => {
      const database = opening.result;
      // Whoever deletes the database, or brings a newer page, is not kept waiting.
      database.onversionchange = () => {
        database.close();
        onLost();
      };
      database.onclose = onLost;
      resolve(database);
    };
  });
}
