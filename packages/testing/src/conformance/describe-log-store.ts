/**
 * Checks the promises of the ledger's storage against one: every step whole and durable, no writer lost beside another, history
 * told or owned up to as gone.
 *
 * Every storage calls this once in a test file of its own; memory, IndexedDB and SQLite do.
 */
export { describeLedgerStorage as describeLogStore } from '@stallcast/ledger/conformance';
