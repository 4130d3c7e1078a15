import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const WORKER = 'service-worker.js';

/** The pages by the path that the relay serves each at. */
const PAGES: Readonly<Record<string, string>> = { '/': 'index', '/deck': 'deck', '/overlay': 'overlay' };

/** Tells the service worker what was built: its version, and for each page all that it may load, also later. */
export function pageWorker(): Plugin {
  return {
    name: 'stallcast-service-worker',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk' || worker.imports.length > 0 || worker.dynamicImports.length > 0) {
        throw new Error(`Expected ${WORKER} as one file, got one that imports others: it is run as a plain script.`);
      }
      const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
      const pages = Object.fromEntries(
        Object.entries(PAGES).map(([path, name]) => [path, filesOf(read(`${name}.html`), bundle)]),
      );
      const content = [
        read(WORKER),
        ...Object.values(PAGES).map((name) => read(`${name}.html`)),
        JSON.stringify(pages),
      ];
      const version = createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 16);
      const named = read(WORKER).replace('__STALLCAST_BUILD__', () => JSON.stringify({ version, pages }));
      if (!named.includes(version)) throw new Error(`Expected a place for the build's files in ${WORKER}, got none.`);
      writeFileSync(join(dir, WORKER), named);
    },
  };
}

/** All files that a page may load: those it names, and what they import at once or on demand. */
function filesOf(page: string, bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    const file = bundle[name];
    if (!file || found.has(name)) return;
    found.add(name);
    if (file.type === 'chunk') [...file.imports, ...file.dynamicImports].forEach(add);
  };
  for (const [, name] of page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) if (name) add(name);
  return [...found].sort().map((name) => `/${name}`);
}
