import type { Change, Position } from '@stallcast/protocol';
import type { AuditEntry, NumberedEntry } from './audit-entry.js';
import type { Refusal } from './outcome.js';

/**
 * Where a ledger keeps its log and its documents.
 *
 * One conformance suite, `describeLedgerStorage`, checks every storage.
 */
export interface LedgerStorage {
  /**
   * One exclusive, atomic, durable step.
   *
   * Reads the head and, if it is not at `known`, all documents too; calls `decide` once and synchronously (a transaction of
   * IndexedDB must not wait); writes what it returns; resolves with `result` when that is durable. If `decide` throws or the
   * writing fails, nothing is written and the promise rejects.
   */
  step<T>(
    known: Position | null,
    /** The inputs' ids: `decide` is told which of them were seen before. */
    ids: readonly string[],
    decide: (found: Found) => { writes: Writes | null; result: T },
  ): Promise<T>;

  /** The changes after a position, oldest first; null where that history is not here: another epoch, ahead of the head, or let go of. */
  changesAfter(position: Position): Promise<Change[] | null>;

  /** The entries of the audit log after the `after`th, the oldest first, `limit` at most. */
  auditAfter(after: number, limit: number): Promise<NumberedEntry[]>;

  close(): Promise<void>;
}

/** What a storage holds when a step begins. */
export interface Found {
  /** Null: nothing was ever written. */
  head: Position | null;
  /** All documents, in any order; null if the head is at `known`. */
  documents: LedgerDocument[] | null;
  /** How those of the step's ids that were seen before had ended. */
  seen: ReadonlyMap<string, SeenOutcome>;
}

/** What a step leaves behind. */
export interface Writes {
  /** The ledger's time, ms since 1970. */
  at: number;
  /** The epoch of the changes. Where it is another than the head's, a new life of the log begins: the history before it is let go of. */
  epoch: string;
  /** Appended to the log; the last one's offset becomes the head. */
  changes: Change[];
  documents: LedgerDocument[];
  seen: { id: string; outcome: SeenOutcome }[];
  /** Appended to the audit log. */
  audit: AuditEntry[];
}

/**
 * How much of what is past a storage keeps at least. Of both it lets go in the step that writes, whole or not at all; documents and the
 * audit log it keeps for ever.
 */
export interface Retention {
  /** Changes, for readers that come back. One that was away for longer gets a snapshot. */
  changes: number;
  /** For how long the id of an input is known, in ms by the ledger's clock. */
  seenMs: number;
}

/** Shops give up on a message within three days; a week leaves them time to be wrong. */
export const RETENTION: Retention = { changes: 10_000, seenMs: 7 * 86_400_000 };

/** After how many changes and ids a storage looks for what it may let go of. */
export function pruneEvery({ changes }: Retention): number {
  return Math.max(1, Math.min(500, Math.floor(changes / 10)));
}

/** One piece of the ledger's own state, replaced whole. Its value is plain JSON; undefined deletes it. */
export interface LedgerDocument {
  kind: string;
  id: string;
  value?: unknown;
}

/** How an input ended, kept for when it comes again. */
export type SeenOutcome = { ok: true; position: Position } | { ok: false; refusal: Refusal };
