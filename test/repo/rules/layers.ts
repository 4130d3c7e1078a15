import { importsOf, packageInImport, resolveRelative } from './imports.js';
import { isTest, packageOf, type ProjectFile } from './project-files.js';

/** What the files below one folder may import, besides their own package. */
interface Layer {
  allowed: readonly string[];
  /** Folders and files of the package's `src` that may import more, and what. */
  places?: Readonly<Record<string, readonly string[]>>;
}

const NODE = 'node:*';

/** Reads top to bottom: nothing points upwards. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  protocol: { allowed: [], places: { schema: ['valibot'] } },
  themes: { allowed: [] },
  ledger: { allowed: ['@stallcast/protocol', 'ulid'], places: { 'conformance.ts': ['vitest'] } },
  store: { allowed: ['@stallcast/protocol', 'nanostores'] },
  adapters: {
    allowed: ['@stallcast/protocol', 'lossless-json', 'standardwebhooks'],
    places: {
      local: ['@stallcast/ledger'],
      // A replay goes through a ledger in memory, so that what it shows is what a real stall would have shown.
      replay: ['@stallcast/ledger'],
      webhooks: [NODE],
      woocommerce: [NODE],
      shopify: [NODE],
      stripe: [NODE],
      doudian: [NODE],
      'douyin-life': [NODE],
      'weixin-shop': [NODE],
      kuaishou: [NODE],
      standard: [NODE],
    },
  },
  elements: {
    allowed: [
      '@stallcast/protocol',
      '@stallcast/store',
      '@stallcast/themes',
      'lit',
      'nanostores',
      '@floating-ui/dom',
      'uqr',
    ],
  },
  overlay: {
    allowed: [
      '@stallcast/protocol',
      '@stallcast/ledger',
      '@stallcast/store',
      '@stallcast/adapters',
      '@stallcast/themes',
      '@stallcast/elements',
      'lit',
      'nanostores',
      'obs-websocket-js',
      'fflate',
      'ulid',
      'vite',
    ],
  },
  relay: {
    allowed: [
      NODE,
      '@stallcast/protocol',
      '@stallcast/ledger',
      '@stallcast/adapters/webhooks',
      '@stallcast/themes',
      'hono',
      '@hono/node-server',
      'ws',
      'libsql',
      'postcss',
      'prom-client',
      'valibot',
      'standardwebhooks',
      'ulid',
      'uqr',
    ],
  },
  testing: { allowed: [NODE, '@stallcast/protocol', '@stallcast/ledger', 'vitest', 'fast-check', 'axe-core', 'ulid'] },
  tooling: { allowed: [NODE, 'typescript', 'acorn'], places: { 'property-seed.ts': ['fast-check'] } },
};

/** Finds imports that go up, sideways, or to a package that is not meant for that layer. */
export function findUpwardImports(files: readonly ProjectFile[]): string[] {
  return files.flatMap((file) => {
    const name = packageOf(file.path);
    if (name === undefined || !file.path.endsWith('.ts') || isTest(file.path)) return [];
    const layer = LAYERS[name];
    if (!layer) return [`packages/${name} is in no layer: add it to LAYERS`];

    const place = file.path.split('/')[3] ?? '';
    const allowed = [...layer.allowed, ...(layer.places?.[place] ?? [])];
    return importsOf(file)
      .filter((specifier) => !isAllowed(file.path, name, specifier, allowed))
      .map((specifier) => `${file.path} imports ${specifier}`);
  });
}

function isAllowed(path: string, name: string, specifier: string, allowed: readonly string[]): boolean {
  if (specifier.startsWith('.')) return resolveRelative(path, specifier).startsWith(`packages/${name}/`);
  if (specifier.startsWith('node:')) return allowed.includes(NODE);
  return allowed.some((target) => specifier === target || specifier.startsWith(`${target}/`));
}

/** Finds imports of packages that the importing package does not declare: they work here and fail when installed. */
export function findUndeclaredImports(files: readonly ProjectFile[]): string[] {
  const declared = new Map(
    files
      .filter(({ path }) => /^packages\/[^/]+\/package\.json$/.test(path))
      .map(({ path, text }) => {
        const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
        return [path.split('/')[1], { ...manifest.dependencies, ...manifest.peerDependencies }] as const;
      }),
  );
  return files.flatMap((file) => {
    const name = packageOf(file.path);
    if (name === undefined || !file.path.endsWith('.ts') || isTest(file.path)) return [];
    return importsOf(file)
      .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
      .filter((specifier) => !Object.hasOwn(declared.get(name) ?? {}, packageInImport(specifier)))
      .map((specifier) => `${file.path} imports ${specifier}, which packages/${name}/package.json does not list`);
  });
}
