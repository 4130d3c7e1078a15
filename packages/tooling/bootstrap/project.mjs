import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** What the set-up installs for itself; git ignores it. */
export const TOOLS = join(ROOT, '.tools');

/** What can be made again at any time: engines, stamps, reports. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'stallcast');

/**
 * Reads the pinned version of pnpm from the root `package.json`.
 *
 * @returns {string}
 */
export function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return packageManager.replace(/^pnpm@/, '');
}
