import { expect, it } from 'vitest';
import { describeLedgerStorage } from './conformance.js';
import { openIndexedDbStorage } from './indexeddb-storage.js';
import { openLedger } from './ledger.js';

let places = 0;

function destroy(stall: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(`stallcast:${stall}`);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(new Error(`${stall} could not be deleted.`));
  });
}

describeLedgerStorage(
  'IndexedDB',
  () => {
    const stall = `conformance-${++places}-${Date.now()}`;
    return { open: (retention) => openIndexedDbStorage(stall, retention), destroy: () => destroy(stall) };
  },
  { shared: true },
);

it('begins a new life when the data are cleared under an open ledger', async () => {
  const stall = `cleared-${Date.now()}`;
  const ledger = await openLedger({ stall, storage: await openIndexedDbStorage(stall) });
  const before = ledger.position;
  await destroy(stall);
  expect(await ledger.command({ id: 'c1', type: 'announce', text: 'again' })).toMatchObject({ ok: true });
  expect(ledger.position.epoch > before.epoch).toBe(true);
  expect(ledger.snapshot().state.announcements.stall?.text).toBe('again');
  await ledger.close();
  await destroy(stall);
});

it('leaves nothing half applied when a page is closed in the middle', async () => {
  const stall = `closed-${Date.now()}`;
  const own = await openLedger({ stall, storage: await openIndexedDbStorage(stall) });

  for (let round = 0; round < 5; round++) {
    const frame = document.createElement('iframe');
    const started = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    const url = new URL('./closed-page.fixture.ts', import.meta.url).href;
    frame.srcdoc = `<script type="module">
      import { sendMany } from ${JSON.stringify(url)};
      sendMany(${JSON.stringify(stall)}, ${round});
    </script>`;
    document.body.append(frame);
    await started;
    frame.remove();
  }

  await own.refresh();
  await own.command({ id: 'after', type: 'announce', text: 'still here' });
  const log = await own.changesAfter({ epoch: own.position.epoch, offset: 0 });
  expect(log?.map(({ prev, offset }) => offset - prev).every((step) => step === 1)).toBe(true);
  // Every room of the log is in the documents, and none that is not.
  const logged = log?.flatMap(({ puts }) => puts.filter(({ kind }) => kind === 'room').map(({ id }) => id)) ?? [];
  expect(logged.length).toBeGreaterThan(1);
  await own.close();
  const again = await openLedger({ stall, storage: await openIndexedDbStorage(stall) });
  expect(
    again
      .snapshot()
      .state.rooms.map(({ id }) => id)
      .sort(),
  ).toEqual([...new Set(logged)].sort());
  await again.close();
  await destroy(stall);
});

it('takes over what an earlier format had seen', async () => {
  const stall = `upgraded-${Date.now()}`;
  const outcome = { ok: true, position: { epoch: 'E', offset: 1 } };
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(`stallcast:${stall}`, 2);
    opening.onupgradeneeded = () => {
      for (const store of ['head', 'documents', 'changes']) opening.result.createObjectStore(store);
      opening.result.createObjectStore('audit', { keyPath: 'n', autoIncrement: true });
      opening.result.createObjectStore('seen').put(outcome, 'old');
    };
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = () => reject(new Error('It could not be made.'));
  });
  const storage = await openIndexedDbStorage(stall);
  const seen = await storage.step(null, ['old', 'new'], (found) => ({ writes: null, result: found.seen }));
  expect([...seen]).toEqual([['old', outcome]]);
  await storage.close();
  await destroy(stall);
});
