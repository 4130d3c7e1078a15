import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'libsql';
import { Mishap } from '../mishap.js';
import { openDatabase } from './database.js';

/** SQLite's files of one database: what was written last may lie in the second. */
const PARTS = ['', '-wal', '-shm'];

/**
 * Puts a copy of a database in the place of the one at `path`, and has its logs begin a new life.
 *
 * Nothing is touched before the copy has proved to be whole. The one that was there is kept under another name; null if there was none.
 */
export function restoreDatabase(path: string, copy: string): { stalls: string[]; kept: string | null } {
  if (!existsSync(copy)) {
    throw new Mishap(`打不开文件 ${copy}：请检查路径。`, `The file ${copy} cannot be opened: check the path.`);
  }
  const incoming = `${path}.incoming`;
  removeParts(incoming);
  try {
    for (const part of ['', '-wal']) if (existsSync(copy + part)) copyFileSync(copy + part, incoming + part);
    proveWhole(incoming, copy);
    const kept = existsSync(path) ? freeName(`${path}.replaced`) : null;
    if (kept !== null) for (const part of PARTS) if (existsSync(path + part)) renameSync(path + part, kept + part);
    renameSync(incoming, path);
    const database = openDatabase(path);
    try {
      database.renewAll();
      return { stalls: database.stalls().map(({ name }) => name), kept };
    } finally {
      database.close();
    }
  } finally {
    removeParts(incoming);
  }
}

/** Reads the whole copy, takes in what its log still held, and leaves it as one file. */
function proveWhole(incoming: string, copy: string): void {
  let database: Database.Database | null = null;
  try {
    database = new Database(incoming);
    database.pragma('journal_mode = WAL');
    const [check] = database.pragma('integrity_check') as Record<string, unknown>[];
    if (!Object.values(check ?? {}).includes('ok')) throw new Error('damaged');
    database.prepare('SELECT count(*) FROM head JOIN stall ON head.stall = stall.name').get();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    throw new Mishap(
      `${copy} 不是完整的 Stallcast 数据库：请换一个备份。什么都没有改动。`,
      `${copy} is no whole database of Stallcast: choose another copy. Nothing was changed.`,
    );
  } finally {
    database?.close();
  }
}

function removeParts(path: string): void {
  for (const part of PARTS) rmSync(path + part, { force: true });
}

function freeName(wish: string): string {
  for (let i = 1; ; i++) if (!existsSync(`${wish}-${i}`)) return `${wish}-${i}`;
}
