import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Mishap } from '../mishap.js';

/** Where a relay keeps its database unless told: beside the project in a checkout, in the user's own folder when installed. */
export function defaultDataFolder(env: NodeJS.ProcessEnv, here = fileURLToPath(import.meta.url)): string {
  if (!here.split(sep).includes('node_modules')) return resolve(dirname(here), '../../../..', '.stallcast');
  switch (platform()) {
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Stallcast');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Stallcast');
    default:
      return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'stallcast');
  }
}

/** Makes the folder if it is not there. It holds keys, so that nobody else may look in. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Mishap(
      `无法写入数据文件夹 ${folder}：请检查权限，或用 --data 换一个。`,
      `The data folder ${folder} cannot be written: check its permissions, or choose another with --data.`,
    );
  }
}
