import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeLinks } from '../greeting.js';
import { linksOf, originOf } from '../links.js';
import { Mishap } from '../mishap.js';
import { readSettings } from '../settings.js';
import { openDatabase } from '../storage/database.js';
import { openKeys, readKeys } from '../storage/keys.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';

/** Prints the links of every stall again, also while the relay runs. */
export function links(args: readonly string[]): void {
  const settings = readSettings(readFlags(args).flags, process.env, SOURCE_NAMES);
  const path = join(settings.folder, 'stallcast.db');
  const hasKeys =
    readKeys(settings.folder) !== null || (settings.viewKey !== undefined && settings.deckKey !== undefined);
  if (!existsSync(path) || !hasKeys) {
    throw new Mishap(
      `${settings.folder} 里还没有摊位：请先启动一次中继（npm start 或 npx stallcast）。`,
      `There is no stall in ${settings.folder} yet: start the relay once (npm start or npx stallcast).`,
    );
  }
  const keys = openKeys(settings.folder, {
    ...(settings.viewKey !== undefined && { view: settings.viewKey }),
    ...(settings.deckKey !== undefined && { deck: settings.deckKey }),
  });
  const database = openDatabase(path);
  try {
    for (const { name } of database.stalls()) {
      const lines = writeLinks(linksOf(originOf(settings.host, settings.port), name, keys));
      process.stdout.write(`${[`摊位 Stall: ${name}`, ...lines, ''].join('\n')}\n`);
    }
  } finally {
    database.close();
  }
}
