import { openLedger, type Outcome } from '@stallcast/ledger';
import { openIndexedDbStorage } from '@stallcast/ledger/indexeddb';
import { openLocalLedger } from './local-ledger.js';
import { EmptyStallError, readerStorage } from './reader-storage.js';

/**
 * Gives one command to a stall's ledger in this browser's storage: for a page that only shows and passes on a hotkey.
 *
 * Rejects for a stall that no deck has begun here, since this page does not know how it is meant to begin.
 */
export async function sendLocalCommand(stall: string, command: unknown): Promise<Outcome> {
  await checkBegun(stall);
  const ledger = await openLocalLedger(stall);
  try {
    return await ledger.command(command);
  } finally {
    await ledger.close();
  }
}

async function checkBegun(stall: string): Promise<void> {
  const storage = readerStorage(await openIndexedDbStorage(stall));
  try {
    const ledger = await openLedger({ stall, storage });
    await ledger.close();
  } catch (error) {
    await storage.close();
    if (!(error instanceof EmptyStallError)) throw error;
    throw new Error(
      `这个浏览器里还没有摊位“${stall}”：先打开一次控台。 / Expected a stall “${stall}” in this browser, got none: open its deck once.`,
      { cause: error },
    );
  }
}
