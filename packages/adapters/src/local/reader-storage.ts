import type { LedgerStorage } from '@stallcast/ledger';

/** Nothing was ever written for this stall in this browser. */
export class EmptyStallError extends Error {
  override readonly name = 'EmptyStallError';
}

/**
 * Makes a storage that never writes, for pages that only show a stall.
 *
 * A ledger begins an empty log by itself; a page that shows must not, since it does not know how the stall is meant to begin.
 */
export function readerStorage(storage: LedgerStorage): LedgerStorage {
  return {
    step: (known, ids, decide) =>
      storage.step(known, ids, (found) => {
        if (!found.head) throw new EmptyStallError('This browser holds nothing of the stall yet.');
        return { writes: null, result: decide(found).result };
      }),
    changesAfter: (position) => storage.changesAfter(position),
    auditAfter: (after, limit) => storage.auditAfter(after, limit),
    close: () => storage.close(),
  };
}
