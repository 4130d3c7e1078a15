import { join } from 'node:path';
import { Mishap } from '../mishap.js';
import { readSettings } from '../settings.js';
import { makeDataFolder } from '../storage/data-folder.js';
import { lockFolder } from '../storage/folder-lock.js';
import { restoreDatabase } from '../storage/restore-database.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';

/** Puts a copy of the database back. The one that was there is kept beside it. */
export function restore(args: readonly string[]): void {
  const { flags, words } = readFlags(args);
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0) {
    throw new Mishap('用法：stallcast restore <备份文件>', 'Use it as: stallcast restore <file>');
  }
  const { folder } = readSettings(flags, process.env, SOURCE_NAMES);
  makeDataFolder(folder);
  const unlock = lockFolder(folder);
  try {
    const { stalls, kept } = restoreDatabase(join(folder, 'stallcast.db'), file);
    const names = stalls.join(', ');
    process.stdout.write(
      [
        `已恢复摊位 ${names}。${kept === null ? '' : `原来的数据保留在 ${kept}。`}下次启动时记录重新接续，所有画面会自动取最新的内容。`,
        `Restored: ${names}. ${kept === null ? '' : `What was there is kept as ${kept}. `}At the next start the log begins a new life, and every screen takes the whole state anew.`,
        '',
      ].join('\n'),
    );
  } finally {
    unlock();
  }
}
