import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { Plugin } from 'vite';

/** What the zip unpacks to. Letters that every Windows shows, whatever its language. */
export const PACK_FOLDER = 'stallcast';

/** Some programs take names in a zip that was made on DOS for DOS's letters, whatever else it says of them. */
const MADE_ON_UNIX = { os: 3, attrs: 0o100644 << 16 } as const;

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

/** Zips a folder, as one folder. Names that are not plain ASCII bear the mark that they are UTF-8. */
export function zipOf(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesIn(folder)) {
    files[`${PACK_FOLDER}/${relative(folder, path).split(sep).join('/')}`] = readFileSync(path);
  }
  // The first moment that a zip can tell, and it tells it without a time zone: the same files give the same bytes everywhere.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1), ...MADE_ON_UNIX });
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
