import { join } from 'node:path';
import Database from 'libsql';
import { Mishap } from '../mishap.js';

/**
 * Takes a data folder for this relay alone; returns what gives it back.
 *
 * The lock is one that the operating system holds on a file (an exclusive transaction of SQLite), so that it is free again the moment
 * the process is gone, however it went. The ledger itself stays open to other programs for reading and copying.
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'relay.lock'));
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    throw new Mishap(
      `数据文件夹 ${folder} 正被另一个中继使用：请先停掉它，或用 --data 换一个文件夹。`,
      `The data folder ${folder} is in use by another relay: stop that one first, or choose another folder with --data.`,
    );
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}
