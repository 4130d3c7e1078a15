import { openLedger, type Beginning, type Ledger, type Outcome } from '@stallcast/ledger';
import { openIndexedDbStorage } from '@stallcast/ledger/indexeddb';
import { openNews } from './news.js';

/** With what a stall begins that is not in this browser yet. */
export interface LocalLedgerOptions extends Beginning {
  /** Told when the storage failed while other pages' news were taken in. */
  onFault?: (error: unknown) => void;
}

/**
 * Opens a stall's ledger in this browser's own storage, for a page that writes, such as the deck.
 *
 * Other pages of the same origin are told of what it appends, and it takes in what they append. It rejects where the browser
 * keeps no data.
 */
export async function openLocalLedger(stall: string, options: LocalLedgerOptions = {}): Promise<Ledger> {
  const { onFault = () => {}, ...beginning } = options;
  const ledger = await openLedger({ stall, storage: await openIndexedDbStorage(stall), onFault, ...beginning });
  const news = openNews(stall, () => void ledger.refresh().catch(onFault));
  // Whoever reads may have come before there was anything.
  news.post();

  const telling = async (deciding: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await deciding;
    if (outcome.ok && !outcome.repeated) news.post();
    return outcome;
  };
  return {
    stall,
    get position() {
      return ledger.position;
    },
    snapshot: (room) => ledger.snapshot(room),
    command: (command) => telling(ledger.command(command)),
    accept: (events) => telling(ledger.accept(events)),
    turnDay: () => telling(ledger.turnDay()),
    changesAfter: (position) => ledger.changesAfter(position),
    auditLog: () => ledger.auditLog(),
    subscribe: (listener) => ledger.subscribe(listener),
    refresh: () => ledger.refresh(),
    async close() {
      news.close();
      await ledger.close();
    },
  };
}
