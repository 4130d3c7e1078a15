import {
  pruneEvery,
  RETENTION,
  type AuditEntry,
  type Found,
  type LedgerDocument,
  type LedgerStorage,
  type NumberedEntry,
  type Retention,
  type SeenOutcome,
  type Writes,
} from '@stallcast/ledger';
import type { Change, Position } from '@stallcast/protocol';
import type Database from 'libsql';

/** How many rows of a kind one step lets go of at most: the first after a long time has more to do than readers should wait for. */
const MOST_ROWS = 2_000;

/**
 * Keeps one stall's ledger in SQLite.
 *
 * A step is one transaction. It runs from beginning to end without a pause, so that steps cannot get in each other's way; another
 * process that writes (`stallcast stall add`) waits for its turn.
 */
export class SqliteStorage implements LedgerStorage {
  readonly #database: Database.Database;
  readonly #stall: string;
  readonly #wrote: (head: Position | null) => void;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #retention: Retention;
  /** Changes and ids since it last looked for what it may let go of; it looks with the first. */
  #sincePruned = Infinity;

  constructor(
    database: Database.Database,
    stall: string,
    wrote: (head: Position | null) => void = () => {},
    retention = RETENTION,
  ) {
    this.#database = database;
    this.#retention = retention;
    this.#stall = stall;
    this.#wrote = wrote;
    this.#statements = prepare(database);
  }

  async step<T>(
    known: Position | null,
    ids: readonly string[],
    decide: (found: Found) => { writes: Writes | null; result: T },
  ): Promise<T> {
    const [result, written] = this.#database
      .transaction((): [T, boolean] => {
        const head = this.#head();
        const isKnown = head?.epoch === known?.epoch && head?.offset === known?.offset && head !== null;
        const documents = isKnown ? null : this.#documents();
        const decided = decide({ head, documents, seen: this.#seen(ids) });
        if (decided.writes) this.#write(decided.writes, head);
        return [decided.result, decided.writes !== null];
      })
      .immediate();
    if (written) this.#wrote(this.#head());
    return result;
  }

  async changesAfter({ epoch, offset }: Position): Promise<Change[] | null> {
    const head = this.#head();
    if (head?.epoch !== epoch || offset > head.offset) return null;
    const changes = this.#statements.changesAfter
      .all(this.#stall, epoch, offset)
      .map((row) => JSON.parse((row as { change: string }).change) as Change);
    const [first] = changes;
    const isWhole = first ? first.prev <= offset : offset === head.offset;
    return isWhole ? changes : null;
  }

  async auditAfter(after: number, limit: number): Promise<NumberedEntry[]> {
    return this.#statements.auditAfter.all(this.#stall, after, limit).map((row) => {
      const { n, entry } = row as { n: number; entry: string };
      return { n, entry: JSON.parse(entry) as AuditEntry };
    });
  }

  /** The file belongs to the relay, which closes it when all its stalls are closed. */
  async close(): Promise<void> {}

  #head(): Position | null {
    const row = this.#statements.head.get(this.#stall) as Position | undefined;
    return row ? { epoch: row.epoch, offset: row.offset } : null;
  }

  #documents(): LedgerDocument[] {
    return this.#statements.documents.all(this.#stall).map((row) => {
      const { kind, id, value } = row as { kind: string; id: string; value: string };
      return { kind, id: JSON.parse(id) as string, value: JSON.parse(value) as unknown };
    });
  }

  #seen(ids: readonly string[]): Map<string, SeenOutcome> {
    const seen = new Map<string, SeenOutcome>();
    for (const id of ids) {
      const row = this.#statements.seen.get(this.#stall, keyOf(id)) as { outcome: string } | undefined;
      if (row) seen.set(id, JSON.parse(row.outcome) as SeenOutcome);
    }
    return seen;
  }

  #write({ at, epoch, changes, documents, seen, audit }: Writes, before: Position | null): void {
    const { addChange, dropChanges, setHead, setDocument, dropDocument, addSeen, addAudit } = this.#statements;
    const stall = this.#stall;
    if (before && before.epoch !== epoch) dropChanges.run(stall);
    for (const change of changes) addChange.run(stall, epoch, change.offset, JSON.stringify(change));
    const last = changes.at(-1);
    if (last) setHead.run(stall, epoch, last.offset);
    for (const { kind, id, value } of documents) {
      if (value === undefined) dropDocument.run(stall, kind, keyOf(id));
      else setDocument.run(stall, kind, keyOf(id), JSON.stringify(value));
    }
    for (const { id, outcome } of seen) addSeen.run(stall, keyOf(id), JSON.stringify(outcome), at);
    for (const entry of audit) addAudit.run(stall, JSON.stringify(entry));
    this.#sincePruned += changes.length + seen.length;
    if (this.#sincePruned < pruneEvery(this.#retention)) return;
    this.#sincePruned = 0;
    if (last) this.#statements.pruneChanges.run(stall, epoch, last.offset - this.#retention.changes, MOST_ROWS);
    this.#statements.pruneSeen.run(stall, at - this.#retention.seenMs, MOST_ROWS);
  }
}

/** Every entry of every stall's audit log; made in a database that was without. */
export const AUDIT_TABLE = `
  CREATE TABLE IF NOT EXISTS audit (n INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, stall TEXT NOT NULL, entry TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS audit_of_stall ON audit (stall, n);
`;

/** An id as SQLite can keep it: a foreign one may hold NUL or half a surrogate pair, which its text would lose. */
const keyOf = (id: string): string => JSON.stringify(id);

function prepare(database: Database.Database) {
  return {
    head: database.prepare('SELECT epoch, offset FROM head WHERE stall = ?'),
    setHead: database.prepare(
      'INSERT INTO head VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET epoch = excluded.epoch, offset = excluded.offset',
    ),
    changesAfter: database.prepare(
      'SELECT change FROM change WHERE stall = ? AND epoch = ? AND offset > ? ORDER BY offset',
    ),
    dropChanges: database.prepare('DELETE FROM change WHERE stall = ?'),
    addAudit: database.prepare('INSERT INTO audit (stall, entry) VALUES (?, ?)'),
    auditAfter: database.prepare('SELECT n, entry FROM audit WHERE stall = ? AND n > ? ORDER BY n LIMIT ?'),
    addChange: database.prepare('INSERT INTO change VALUES (?, ?, ?, ?)'),
    documents: database.prepare('SELECT kind, id, value FROM document WHERE stall = ?'),
    setDocument: database.prepare(
      'INSERT INTO document VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    ),
    dropDocument: database.prepare('DELETE FROM document WHERE stall = ? AND kind = ? AND id = ?'),
    seen: database.prepare('SELECT outcome FROM seen WHERE stall = ? AND id = ?'),
    addSeen: database.prepare('INSERT INTO seen (stall, id, outcome, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    pruneChanges: database.prepare(
      'DELETE FROM change WHERE rowid IN (SELECT rowid FROM change WHERE stall = ? AND epoch = ? AND offset <= ? ORDER BY offset LIMIT ?)',
    ),
    pruneSeen: database.prepare(
      'DELETE FROM seen WHERE rowid IN (SELECT rowid FROM seen WHERE stall = ? AND at < ? ORDER BY at LIMIT ?)',
    ),
  };
}
