export { localAdapter, type LocalAdapterOptions } from './local-adapter.js';
export { openLocalLedger, type LocalLedgerOptions } from './local-ledger.js';
export { registerLocal } from './register-local.js';
export { sendLocalCommand } from './send-local-command.js';
