import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { readAudit } from '@stallcast/ledger';
import { Mishap } from '../mishap.js';
import { readSettings } from '../settings.js';
import { openDatabase } from '../storage/database.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';

/** Writes a stall's audit log as JSON Lines to standard output, also while the relay runs. */
export async function audit(args: readonly string[]): Promise<void> {
  const { flags, words } = readFlags(args);
  if (words.length > 0) {
    throw new Mishap(
      '用法：stallcast audit [--stall <名字>] > audit.jsonl',
      'Use it as: stallcast audit [--stall <name>] > audit.jsonl',
    );
  }
  const { folder, stall } = readSettings(flags, process.env, SOURCE_NAMES);
  const path = join(folder, 'stallcast.db');
  if (!existsSync(path)) throw unknownStall(stall, folder);
  const database = openDatabase(path);
  try {
    if (!database.stall(stall)) throw unknownStall(stall, folder);
    for await (const entry of readAudit(database.storage(stall))) {
      if (!process.stdout.write(`${JSON.stringify({ stall, ...entry })}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    database.close();
  }
}

function unknownStall(stall: string, folder: string): Mishap {
  return new Mishap(
    `${folder} 里没有摊位 ${stall}：请用 --stall 或 --data 指明。`,
    `There is no stall ${stall} in ${folder}: name another with --stall, or its folder with --data.`,
  );
}
