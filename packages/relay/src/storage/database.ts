import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditEntry, LedgerStorage, NewLife, Retention } from '@stallcast/ledger';
import type { Position } from '@stallcast/protocol';
import Database from 'libsql';
import { Mishap } from '../mishap.js';
import { openPullProgress, PULL_TABLES, type PullProgress } from './pull-progress.js';
import { BEYOND_ALL, lifeLostAfter, openMark, type Mark } from './mark.js';
import { AUDIT_TABLE, SqliteStorage } from './sqlite-storage.js';
import { openWaitingDetails, WAITING_DETAILS_TABLE, type WaitingDetails } from './waiting-details.js';

/** A stall as the database lists it. */
export interface StallEntry {
  name: string;
  /** True while the example's goods are still to be put in: a start that was cut short takes it up again. */
  exampleDue: boolean;
}

/** The one file that holds all stalls of a relay. */
export interface StallDatabase {
  stalls(): StallEntry[];
  stall(name: string): StallEntry | null;
  /** Makes an empty stall; false where it is there already. */
  addStall(name: string, options: { example: boolean }): boolean;
  exampleDone(name: string): void;
  storage(stall: string, retention?: Retention): LedgerStorage;
  /**
   * Says that a stall's log has to begin a new life, since this file is not as it was left (a copy was put back); null where all is
   * as it was.
   */
  newLifeOf(stall: string): NewLife | null;
  /** Has every stall's log begin a new life when it is next opened. */
  renewAll(): void;
  /** How far one shop was asked for one stall. */
  pullProgress(stall: string, shop: string): PullProgress;
  /** The orders of which a shop is still to be asked for more. */
  waitingDetails(): WaitingDetails;
  /** How writes reach the disk: the journal's mode, and SQLite's number for `synchronous` (2 is FULL). */
  durability(): { journal: string; synchronous: number };
  /** The newest entries of a stall's audit log, the oldest of them first. */
  newestAudit(stall: string, limit: number): AuditEntry[];
  /** True while the storage answers. */
  answers(): boolean;
  /** Folds the write-ahead log into the file and closes it. */
  close(): void;
}

/** After so long without a write, the database is at rest in its one file and can be copied. */
const QUIET_MS = 1_000;
/** The second notes when an id was seen. */
const FORMAT = 2;
const FORMAT_TABLES = `
  CREATE TABLE stall (name TEXT NOT NULL PRIMARY KEY, example_due INTEGER NOT NULL) STRICT;
  CREATE TABLE head (stall TEXT NOT NULL PRIMARY KEY, epoch TEXT NOT NULL, offset INTEGER NOT NULL) STRICT;
  CREATE TABLE change (
    stall TEXT NOT NULL, epoch TEXT NOT NULL, offset INTEGER NOT NULL, change TEXT NOT NULL,
    PRIMARY KEY (stall, epoch, offset)
  ) STRICT;
  CREATE TABLE document (
    stall TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (stall, kind, id)
  ) STRICT;
  CREATE TABLE seen (stall TEXT NOT NULL, id TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (stall, id)) STRICT;
`;

const SEEN_AGE = `
  ALTER TABLE seen ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX seen_by_age ON seen (stall, at);
`;

/**
 * Opens the database, making it if it is not there.
 *
 * Every commit reaches the disk before it is answered (`synchronous = FULL`): what was acknowledged survives a killed process and
 * a cut of power.
 */
export function openDatabase(path: string): StallDatabase {
  const database = open(path);
  let quiet: NodeJS.Timeout | null = null;
  const checkpoint = () => void database.pragma('wal_checkpoint(TRUNCATE)');
  const wrote = () => {
    if (quiet) clearTimeout(quiet);
    quiet = setTimeout(checkpoint, QUIET_MS);
    quiet.unref();
  };

  const marks = new Map<string, Mark>();
  const markOf = (stall: string): Mark => {
    const mark = marks.get(stall) ?? openMark(`${path.replace(/\.db$/, '')}.marks`, stall);
    marks.set(stall, mark);
    return mark;
  };
  const head = database.prepare('SELECT epoch, offset FROM head WHERE stall = ?');
  const headOf = (stall: string) => (head.get(stall) as Position | undefined) ?? null;

  const listed = database.prepare('SELECT name, example_due FROM stall ORDER BY rowid');
  const entry = database.prepare('SELECT name, example_due FROM stall WHERE name = ?');
  const add = database.prepare('INSERT INTO stall (name, example_due) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const done = database.prepare('UPDATE stall SET example_due = 0 WHERE name = ?');
  const one = database.prepare('SELECT count(*) AS n FROM stall');
  const newest = database.prepare('SELECT entry FROM audit WHERE stall = ? ORDER BY n DESC LIMIT ?');
  return {
    stalls: () => listed.all().map(entryOf),
    stall(name) {
      const row = entry.get(name);
      return row === undefined ? null : entryOf(row);
    },
    addStall: (name, { example }) => add.run(name, example ? 1 : 0).changes === 1,
    exampleDone: (name) => void done.run(name),
    storage: (stall, retention) =>
      new SqliteStorage(
        database,
        stall,
        (head) => {
          wrote();
          if (head) markOf(stall).write(head);
        },
        retention,
      ),
    newLifeOf(stall) {
      const after = lifeLostAfter(headOf(stall), markOf(stall).read());
      return after === null ? null : { after };
    },
    renewAll() {
      for (const { name } of listed.all().map(entryOf)) {
        const head = headOf(name);
        const known = markOf(name).read();
        if (head)
          markOf(name).write({
            epoch: known && known.epoch > head.epoch ? known.epoch : head.epoch,
            offset: BEYOND_ALL,
          });
      }
    },
    pullProgress: (stall, shop) => openPullProgress(database, stall, shop, wrote),
    waitingDetails: () => openWaitingDetails(database, wrote),
    newestAudit: (stall, limit) =>
      newest
        .all(stall, limit)
        .map((row) => JSON.parse((row as { entry: string }).entry) as AuditEntry)
        .reverse(),
    durability: () => ({
      journal: String(pragma(database, 'journal_mode')),
      synchronous: Number(pragma(database, 'synchronous')),
    }),
    answers() {
      try {
        return one.get() !== undefined;
      } catch {
        return false;
      }
    },
    close() {
      if (quiet) clearTimeout(quiet);
      if (!database.open) return;
      checkpoint();
      database.close();
      for (const mark of marks.values()) mark.close();
    },
  };
}

function open(path: string): Database.Database {
  // The file holds orders: it is made for its owner alone, and SQLite gives its side files the same mode.
  closeSync(openSync(path, 'a', 0o600));
  const database = new Database(path);
  try {
    chmodSync(path, 0o600);
    database.pragma('busy_timeout = 5000');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    makeTables(database, path);
    database.exec(PULL_TABLES);
    database.exec(WAITING_DETAILS_TABLE);
    database.exec(AUDIT_TABLE);
    syncFolder(dirname(path));
    return database;
  } catch (error) {
    database.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_NOTADB') throw error;
    throw new Mishap(
      `${path} 不是 Stallcast 的数据库：请把它移走，或用 --data 换一个文件夹。`,
      `${path} is no database of Stallcast: move it away, or choose another folder with --data.`,
    );
  }
}

function makeTables(database: Database.Database, path: string): void {
  database
    .transaction(() => {
      const version = Number(pragma(database, 'user_version'));
      if (version === FORMAT) return;
      if (version > FORMAT) {
        throw new Mishap(
          `${path} 由另一个版本的 Stallcast 建立（格式 ${version}）：请用较新的版本打开。`,
          `${path} was made by another version of Stallcast (format ${version}): open it with a newer one.`,
        );
      }
      if (version === 0) database.exec(FORMAT_TABLES);
      database.exec(SEEN_AGE);
      // What is known already is known for as long again as if it had come now.
      database.prepare('UPDATE seen SET at = ?').run(Date.now());
      database.exec(`PRAGMA user_version = ${FORMAT}`);
    })
    .immediate();
}

/** Reads one setting of the database. */
function pragma(database: Database.Database, name: string): unknown {
  const [row] = database.pragma(name) as Record<string, unknown>[];
  return row?.[name];
}

/** Makes a new file's name as durable as its content. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function entryOf(row: unknown): StallEntry {
  const { name, example_due } = row as { name: string; example_due: number };
  return { name, exampleDue: example_due === 1 };
}
