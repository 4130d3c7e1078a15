import { openIndexedDbStorage } from './indexeddb-storage.js';
import { openLedger } from './ledger.js';

/** Sends commands without an end, and tells the page around it after the third. */
export async function sendMany(stall: string, round: number): Promise<void> {
  const ledger = await openLedger({ stall, storage: await openIndexedDbStorage(stall) });
  for (let i = 0; ; i++) {
    const id = `room-${round}-${i}`;
    const sent = ledger.command({ id, type: 'put-room', room: { id, title: id, commerce: true } });
    if (i === 3) parent.postMessage('started', '*');
    await sent;
  }
}
