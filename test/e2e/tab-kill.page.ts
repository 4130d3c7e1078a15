import { openLedger, type Ledger } from '@stallcast/ledger';
import { openIndexedDbStorage } from '@stallcast/ledger/indexeddb';

/** What the test calls in its tabs. */
export interface KilledTab {
  /** Sends commands without an end, a few at a time, and tells each that was acknowledged. */
  sendMany(stall: string, round: number): Promise<void>;
  /** Sends these again, and tells where each stands and what is wrong with what was kept. */
  check(stall: string, ids: readonly string[]): Promise<{ offsets: number[]; faults: string[] }>;
}

declare global {
  interface Window {
    killedTab: KilledTab;
    acknowledged(id: string, offset: number): Promise<void>;
  }
}

const open = async (stall: string): Promise<Ledger> =>
  openLedger({ stall, storage: await openIndexedDbStorage(stall) });

/** Puts a room of this name: one document, one put. */
async function send(ledger: Ledger, id: string): Promise<number> {
  const outcome = await ledger.command({ id, type: 'put-room', room: { id, title: id, commerce: true } });
  if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  return outcome.position.offset;
}

window.killedTab = {
  async sendMany(stall, round) {
    const ledger = await open(stall);
    for (let i = 0; ; i += 3) {
      const ids = [0, 1, 2].map((n) => `room-${round}-${i + n}`);
      await Promise.all(ids.map(async (id) => window.acknowledged(id, await send(ledger, id))));
    }
  },

  async check(stall, ids) {
    const ledger = await open(stall);
    const faults: string[] = [];
    const { offset } = ledger.position;
    const offsets: number[] = [];
    for (const id of ids) offsets.push(await send(ledger, id));
    if (ledger.position.offset !== offset) faults.push('What was acknowledged was done again.');

    const log = await ledger.changesAfter({ ...ledger.position, offset: 0 });
    const logged = log?.flatMap(({ puts }) => puts.flatMap(({ kind, id }) => (kind === 'room' ? [id] : []))) ?? [];
    const kept = ledger.snapshot().state.rooms.map(({ id }) => id);
    if (!log?.every((change, i) => change.offset === i + 1)) faults.push('The log has a gap.');
    if (JSON.stringify([...new Set(logged)].sort()) !== JSON.stringify([...kept].sort())) {
      faults.push('The documents are not what the log says.');
    }
    await ledger.close();
    return { offsets, faults };
  },
};
