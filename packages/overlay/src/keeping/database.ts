/** What this browser keeps for the deck: its steps, and the last state that it read of a stall. */
export type StoreName = 'steps' | 'states';

const NAME = 'stallcast-pages';
const VERSION = 1;
const STORES: readonly StoreName[] = ['steps', 'states'];

let opening: Promise<IDBDatabase> | null = null;

/**
 * Runs one transaction on one store of the pages' database and resolves, with what `work` ended with, once it is on the disk.
 *
 * Rejects where the browser keeps nothing, or nothing more.
 */
export async function inTransaction<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, end: (result: T) => void) => void,
): Promise<T | undefined> {
  const database = await open();
  return new Promise((resolve, reject) => {
    let result: T | undefined;
    const transaction = database.transaction(name, mode, mode === 'readwrite' ? { durability: 'strict' } : {});
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser did not keep it.'));
    work(transaction.objectStore(name), (value) => (result = value));
  });
}

function open(): Promise<IDBDatabase> {
  opening ??= connect().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

function connect(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    request.onerror = () => reject(request.error ?? new Error('The browser opened no database.'));
    request.onsuccess = () => {
      const database = request.result;
      const forget = (): void => {
        opening = null;
        database.close();
      };
      // A later version of the page in another tab, or a browser that cleared its storage.
      database.onversionchange = forget;
      database.onclose = forget;
      resolve(database);
    };
  });
}
