import { describeLedgerStorage } from './conformance.js';
import { createMemoryStorage } from './memory-storage.js';

describeLedgerStorage(
  'Memory',
  () => {
    const storage = createMemoryStorage();
    return { open: () => storage };
  },
  { shared: true },
);
