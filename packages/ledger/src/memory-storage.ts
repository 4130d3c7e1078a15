import type { Change, Position } from '@stallcast/protocol';
import type { AuditEntry } from './audit-entry.js';
import { pruneEvery, RETENTION, type LedgerDocument, type LedgerStorage, type SeenOutcome } from './storage.js';

/** Keeps a ledger in memory, for tests and for stalls that may be forgotten. It survives the ledgers that are opened on it. */
export function createMemoryStorage(retention = RETENTION): LedgerStorage {
  let head: Position | null = null;
  let changes: Change[] = [];
  // As text, so that what a ledger still changes in its own memory cannot change here.
  const documents = new Map<string, string>();
  // In the order in which they came.
  const seen = new Map<string, { outcome: SeenOutcome; at: number }>();
  const audit: string[] = [];

  return {
    async step(known, ids, decide) {
      const isKnown = head !== null && known?.epoch === head.epoch && known.offset === head.offset;
      const found = new Map<string, SeenOutcome>();
      for (const id of ids) {
        const known = seen.get(id);
        if (known) found.set(id, known.outcome);
      }
      const { writes, result } = decide({
        head,
        documents: isKnown ? null : [...documents.values()].map((text) => JSON.parse(text) as LedgerDocument),
        seen: found,
      });
      if (!writes) return result;

      const texts = writes.documents.map((document) => JSON.stringify(document));
      writes.documents.forEach(({ kind, id, value }, index) => {
        const key = JSON.stringify([kind, id]);
        if (value === undefined) documents.delete(key);
        else documents.set(key, texts[index]!);
      });
      for (const { id, outcome } of writes.seen) seen.set(id, { outcome, at: writes.at });
      for (const [id, { at }] of seen) {
        if (at >= writes.at - retention.seenMs) break;
        seen.delete(id);
      }
      if (head && head.epoch !== writes.epoch) changes = [];
      changes.push(...writes.changes);
      audit.push(...writes.audit.map((entry) => JSON.stringify(entry)));
      if (changes.length > retention.changes + pruneEvery(retention)) changes = changes.slice(-retention.changes);
      const last = writes.changes[writes.changes.length - 1];
      if (last) head = { epoch: writes.epoch, offset: last.offset };
      return result;
    },

    async changesAfter({ epoch, offset }) {
      if (!head || epoch !== head.epoch || offset > head.offset) return null;
      const oldest = changes[0]?.prev ?? head.offset;
      return offset < oldest ? null : changes.slice(offset - oldest);
    },

    async auditAfter(after, limit) {
      const texts = audit.slice(after, after + limit);
      return texts.map((text, i) => ({ n: after + i + 1, entry: JSON.parse(text) as AuditEntry }));
    },

    async close() {},
  };
}
