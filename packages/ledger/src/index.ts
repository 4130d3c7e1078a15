export { readAudit } from './audit.js';
export type { AuditEntry, NumberedEntry } from './audit-entry.js';
export { RECORDED_SOURCE } from './decide-order.js';
export { watchDays, type DayTimers, type DayWatchOptions } from './day-watch.js';
export type { Beginning, NewLife } from './genesis.js';
export { openLedger, type Ledger, type LedgerOptions } from './ledger.js';
export { createMemoryStorage } from './memory-storage.js';
export type { Outcome, Overtaken, Refusal } from './outcome.js';
export {
  pruneEvery,
  RETENTION,
  type Found,
  type LedgerDocument,
  type LedgerStorage,
  type Retention,
  type SeenOutcome,
  type Writes,
} from './storage.js';
