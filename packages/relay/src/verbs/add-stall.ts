import { join } from 'node:path';
import { Mishap } from '../mishap.js';
import { checkStallName, readSettings } from '../settings.js';
import { makeDataFolder } from '../storage/data-folder.js';
import { openDatabase } from '../storage/database.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';

/** Makes a further stall, also while the relay runs: it opens the stall when it is first asked for. Empty and real unless told. */
export function addStall(args: readonly string[]): void {
  const { flags, words } = readFlags(args);
  const [verb, name, ...rest] = words;
  if (verb !== 'add' || name === undefined || rest.length > 0) {
    throw new Mishap('用法：stallcast stall add <名字>', 'Use it as: stallcast stall add <name>');
  }
  checkStallName(name);
  const settings = readSettings(flags, { STALLCAST_EXAMPLE: '0', ...withoutExample(process.env) }, SOURCE_NAMES);
  makeDataFolder(settings.folder);
  const database = openDatabase(join(settings.folder, 'stallcast.db'));
  try {
    if (!database.addStall(name, { example: settings.example })) {
      throw new Mishap(
        `摊位 ${name} 已经有了：换一个名字。`,
        `The stall ${name} is there already: choose another name.`,
      );
    }
  } finally {
    database.close();
  }
  process.stdout.write(
    `已添加摊位 ${name}：用 stallcast links 查看它的链接。\nAdded the stall ${name}: "stallcast links" shows its links.\n`,
  );
}

/** What STALLCAST_EXAMPLE says is about the first stall. */
function withoutExample({ STALLCAST_EXAMPLE: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}
