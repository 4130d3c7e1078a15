import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Prints what each page's scripts weigh on the wire: its entry and what that imports, in brotli, each file by itself. */
export function sizeReport(): Plugin {
  return {
    name: 'stallcast-size-report',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
      );
      for (const entry of chunks.values()) {
        if (!entry.isEntry) continue;
        const bytes = [...withImports(entry, chunks)].reduce(
          (sum, { code }) => sum + brotliCompressSync(code).length,
          0,
        );
        this.environment.logger.info(`${entry.name}: ${(bytes / 1000).toFixed(1)} kB of script, brotli`);
      }
    },
  };
}

function withImports(
  entry: Rolldown.OutputChunk,
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  found = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const name of entry.imports) {
    const chunk = chunks.get(name);
    if (chunk) withImports(chunk, chunks, found);
  }
  return found;
}
