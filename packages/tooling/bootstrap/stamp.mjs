import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './project.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.git']);

/**
 * Fingerprints what an outcome rests on: the contents of small files, and the size and time of everything in folders.
 *
 * Cheap rather than certain: a file changed within the same millisecond to the same size is missed.
 *
 * @param {{ contents?: readonly string[], trees?: readonly string[], words?: readonly string[] }} inputs Paths from the project's folder.
 */
export function fingerprint({ contents = [], trees = [], words = [] }) {
  const hash = createHash('sha256');
  for (const word of [process.version, process.platform, process.arch, ...words]) hash.update(`${word}\n`);
  for (const path of contents) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
  for (const path of trees) addTree(hash, join(ROOT, path));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTree(hash, path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) if (!NOT_SOURCE.has(name)) addTree(hash, join(path, name));
}

/**
 * Remembers in a file that something was done for one fingerprint.
 *
 * @param {string} path
 */
export function stampAt(path) {
  return {
    /** @param {string} print */
    matches: (print) => existsSync(path) && readFileSync(path, 'utf8') === print,
    /** @param {string} print */
    write(print) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, print);
    },
    clear: () => rmSync(path, { force: true }),
  };
}
