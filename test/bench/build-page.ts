import { minifiedLiterals } from '@stallcast/tooling/literals';
import { join } from 'node:path';
import { build, type InlineConfig, type Rollup } from 'vite';

const PAGES = join(import.meta.dirname, 'pages');

/** A page as a visitor gets it, in memory. */
export interface BuiltPage {
  /** By path below the page's folder. */
  files: ReadonlyMap<string, { type: string; body: string | Uint8Array }>;
  /** The scripts that the page loads, minified; not those that it fetches when something happens, such as another page beside it. */
  scripts: readonly { name: string; code: string }[];
}

/** Where the code of a script comes from, by the path of a module. The first that fits takes it. */
export type Part = readonly [name: string, path: RegExp];

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/**
 * Builds a page of this folder for production, from the sources of every package, for the oldest engine in OBS.
 *
 * With `parts` the script is cut into one file for each of them, so that they can be weighed.
 */
export async function buildPage(name: string, parts: readonly Part[] = []): Promise<BuiltPage> {
  const result = (await build(configOf(join(PAGES, name), parts))) as Rollup.RolldownOutput;
  const files = new Map<string, { type: string; body: string | Uint8Array }>();
  const scripts: { name: string; code: string }[] = [];
  for (const one of result.output) {
    const type = TYPES[one.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    files.set(one.fileName, { type, body: one.type === 'chunk' ? one.code : one.source });
    if (one.type === 'chunk' && !one.isDynamicEntry) scripts.push({ name: one.name, code: one.code });
  }
  return { files, scripts };
}

function configOf(root: string, parts: readonly Part[]): InlineConfig {
  const groups = parts.map(([name, test]) => ({ name, test }));
  return {
    configFile: false,
    root,
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [minifiedLiterals()],
    // Also where a test runner has set another NODE_ENV: Lit and nanostores carry code for development alone.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    build: {
      target: 'chrome103',
      write: false,
      modulePreload: false,
      assetsDir: '',
      rolldownOptions: { output: parts.length > 0 ? { codeSplitting: { groups } } : {} },
    },
  };
}
