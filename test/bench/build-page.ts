import { minifiedLiterals, plainImports } from '@stallcast/tooling/page-builds';
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';

const PAGES = join(import.meta.dirname, 'pages');

/** One file of code. */
export interface Script {
  name: string;
  code: string;
  /** What each module brings to it before it is minified, by path. */
  modules: ReadonlyMap<string, string>;
}

/** A page as a visitor gets it, in memory. */
export interface BuiltPage {
  /** By path below the page's folder. */
  files: ReadonlyMap<string, { type: string; body: string | Uint8Array }>;
  /** The scripts that the page loads, minified. */
  scripts: readonly Script[];
  /**
   * The scripts that it fetches when they are used, and are no part of its weight: the details of a product with what places
   * them, the code that scans, another page beside it, a voice for listeners.
   */
  onDemand: readonly Script[];
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
export const buildPage = (name: string, parts: readonly Part[] = []): Promise<BuiltPage> =>
  builtBy(configOf(join(PAGES, name), parts));

/** Builds a page of any folder in the same way; `plugins` see it first. */
export function buildPageAt(root: string, plugins: readonly Plugin[] = []): Promise<BuiltPage> {
  const config = configOf(root, []);
  return builtBy({ ...config, plugins: [...plugins, ...(config.plugins ?? [])] });
}

async function builtBy(config: InlineConfig): Promise<BuiltPage> {
  const result = (await build(config)) as Rollup.RolldownOutput;
  const files = new Map<string, { type: string; body: string | Uint8Array }>();
  for (const one of result.output) {
    const type = TYPES[one.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    files.set(one.fileName, { type, body: one.type === 'chunk' ? one.code : one.source });
  }
  const chunks = result.output.filter((one) => one.type === 'chunk');
  const loaded = withImports(
    chunks,
    chunks.filter(({ isEntry }) => isEntry),
  );
  const scriptsOf = (isLoaded: boolean): Script[] =>
    chunks
      .filter((one) => loaded.has(one) === isLoaded)
      .map(({ name, code, modules }) => ({
        name,
        code,
        modules: new Map(Object.entries(modules).flatMap(([path, one]) => (one.code ? [[path, one.code]] : []))),
      }));
  return { files, scripts: scriptsOf(true), onDemand: scriptsOf(false) };
}

function withImports(all: readonly Rollup.OutputChunk[], from: readonly Rollup.OutputChunk[]): Set<Rollup.OutputChunk> {
  const found = new Set(from);
  for (const { imports } of found) for (const one of all) if (imports.includes(one.fileName)) found.add(one);
  return found;
}

function configOf(root: string, parts: readonly Part[]): InlineConfig {
  const groups = parts.map(([name, test]) => ({ name, test }));
  return {
    configFile: false,
    root,
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [minifiedLiterals(), plainImports()],
    // Also where a test runner has set another NODE_ENV: Lit and nanostores carry code for development alone.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
      jsx: { runtime: 'automatic', development: false },
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
