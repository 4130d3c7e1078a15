import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const HERE = import.meta.dirname;
/** Inside the relay's package, so that what is built finds the dependencies that are left outside of it. */
const PACKAGE = fileURLToPath(new URL('../../../packages/relay/', import.meta.url));
const NAMES = ['relay', 'socket-io', 'viewers', 'shop'] as const;

/** The programs of the benchmark, built from their sources, as files that Node runs. */
export interface Programs {
  path(name: (typeof NAMES)[number]): string;
  /** What a bundle of NodeCG requires. */
  readonly parts: string;
  remove(): void;
}

export async function buildProcesses(): Promise<Programs> {
  const cache = join(PACKAGE, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  const conditions = ['stallcast-source', 'module', 'node'];
  const shared: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    root: PACKAGE,
    resolve: { conditions },
    ssr: { noExternal: true, external: ['libsql', 'ws', 'uqr', 'postcss', 'prom-client'], resolve: { conditions } },
  };
  const output = { target: 'node20', minify: false, emptyOutDir: false, outDir: folder } as const;
  await build({
    ...shared,
    build: {
      ...output,
      ssr: true,
      rollupOptions: {
        input: Object.fromEntries(NAMES.map((name) => [name, join(HERE, `${name}.process.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared-[hash].mjs' },
      },
    },
  });
  await build({
    ...shared,
    build: {
      ...output,
      ssr: join(HERE, 'nodecg-parts.ts'),
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'nodecg-parts.cjs' } },
    },
  });
  return {
    path: (name) => join(folder, `${name}.mjs`),
    parts: join(folder, 'nodecg-parts.cjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
