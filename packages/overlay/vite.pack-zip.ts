import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { zipPack } from './src/local-pack/packed/zip-pack.ts';

/** Puts the whole pack into one zip at `path`, from this package. */
export function packZip(path: string): Plugin {
  return {
    name: 'stallcast-pack-zip',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of filesIn(dir).filter((one) => one.endsWith('.txt'))) forWindows(name);
      const zip = join(import.meta.dirname, path);
      mkdirSync(dirname(zip), { recursive: true });
      writeFileSync(zip, zipOf(dir));
    },
  };
}

/** Zips what a folder holds. */
export function zipOf(folder: string): Uint8Array {
  const named = filesIn(folder).map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]);
  return zipPack(Object.fromEntries(named) as Record<string, Buffer>);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** Older editors of Windows take a text without the mark for another encoding, and show no line ends but their own. */
function forWindows(path: string): void {
  const text = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n/g, '\r\n');
  writeFileSync(path, `\uFEFF${text}`);
}
