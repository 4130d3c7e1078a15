import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { ProjectFile } from './project-files.js';
import { ROOT } from './project-files.js';

const BUILT = `${ROOT}packages/overlay/dist/`;
const FOLDERS = ['pages', 'local-pack'];
const CODE = /\.(?:js|css|html)$/;

/** Whether the host's pages were built; `npm test` always builds them first. */
export const isBuilt = existsSync(`${BUILT}pages`);

/** Reads what a host's browser gets: the built pages, and the pack for OBS without a server. */
export function pageBundles(): ProjectFile[] {
  return FOLDERS.filter((folder) => existsSync(BUILT + folder)).flatMap((folder) =>
    readdirSync(BUILT + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => CODE.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .map((path) => ({ path, text: readFileSync(BUILT + path, 'utf8') })),
  );
}

/** Measures what a page makes a browser fetch before it is whole, in kB after brotli: `overlay-page`, `deck-page`, `index-page`. */
export async function measurePages(): Promise<Map<string, number>> {
  const files = new Map(pageBundles().map(({ path, text }) => [path, text]));
  const measured = new Map<string, number>();
  for (const path of files.keys()) {
    const name = /^pages\/([\w-]+)\.html$/.exec(path)?.[1];
    if (name === undefined) continue;
    const sizes = await Promise.all([...reachable(path, files)].map((each) => compressedSize(files.get(each) ?? '')));
    measured.set(`${name}-page`, sizes.reduce((sum, size) => sum + size, 0) / 1000);
  }
  return measured;
}

const compress = promisify(brotliCompress);
const compressedSize = async (text: string) => (await compress(text)).length;

/** Where a bundler names what is fetched later, if at all: dynamic imports, and the list of what to preload for them. */
const LATER = /\bimport\(\s*["'`][^"'`]*["'`]\s*\)|\.f=\[[^\]]*\]/g;

/** Files that a page or script names, and those that they name: bundlers write names that occur nowhere by chance. */
function reachable(path: string, files: ReadonlyMap<string, string>, seen = new Set<string>()): Set<string> {
  seen.add(path);
  const text = (files.get(path) ?? '').replace(LATER, '');
  for (const other of files.keys()) {
    const isNamed = !other.endsWith('.html') && text.includes(other.split('/').at(-1) ?? other);
    if (!seen.has(other) && isNamed) reachable(other, files, seen);
  }
  return seen;
}
