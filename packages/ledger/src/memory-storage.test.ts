import { expect, it } from 'vitest';
import { describeLedgerStorage, logOf } from './conformance.js';
import { createMemoryStorage } from './memory-storage.js';

describeLedgerStorage(
  'Memory',
  () => {
    const storage = createMemoryStorage();
    return { open: (retention) => (retention ? createMemoryStorage(retention) : storage) };
  },
  { shared: true },
);

it('lets go of old history, and says so', async () => {
  const storage = createMemoryStorage();
  const { epoch, changes } = logOf(25_000);
  await storage.step(null, [], () => ({
    writes: { at: 0, epoch, changes, documents: [], seen: [], audit: [] },
    result: undefined,
  }));
  expect(await storage.changesAfter({ epoch, offset: 10 })).toBeNull();
  expect(await storage.changesAfter({ epoch, offset: 24_990 })).toEqual(changes.slice(24_990));
});
