import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './project.mjs';

const ELEMENTS = join(ROOT, 'packages', 'elements');
const NOT_SHIPPED = /\.(?:test|test-d|states)\.ts$/;

/**
 * Reads the widgets' sources and comments into a custom elements manifest; null where the tests' packages, which hold the
 * analyzer, are not installed: whoever only wants to sell does not need it.
 *
 * @returns {Promise<import('@stallcast/tooling/widgets').Manifest | null>}
 */
export async function analyzeWidgets() {
  const analyzer = await importAnalyzer();
  if (!analyzer) return null;
  const { create, ts, plugins } = analyzer;
  const source = join(ELEMENTS, 'src');
  const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !NOT_SHIPPED.test(name))
    .sort()
    .map((name) =>
      ts.createSourceFile(`src/${name}`, readFileSync(join(source, name), 'utf8'), ts.ScriptTarget.ES2022, true),
    );

  // Not imported at the top: it is a library itself, and not there before the first build.
  const { choicesOf, tidyManifest } = await import('@stallcast/tooling/widgets');
  return tidyManifest(create({ modules, plugins }), choicesOf(modules.map(({ text }) => text)));
}

/** Writes the manifest among the built widgets, and what editors read. The libraries have to be built. */
export async function writeWidgetManifest() {
  const manifest = await analyzeWidgets();
  if (!manifest) return;
  const { vscodeData, webTypes } = await import('@stallcast/tooling/widgets');
  const { name, version } = JSON.parse(readFileSync(join(ELEMENTS, 'package.json'), 'utf8'));
  for (const [file, content] of [
    ['custom-elements.json', manifest],
    ['vscode.html-custom-data.json', vscodeData(manifest)],
    ['web-types.json', webTypes(manifest, { name, version })],
  ]) {
    writeFileSync(join(ELEMENTS, 'dist', String(file)), `${JSON.stringify(content, null, 2)}\n`);
  }
}

async function importAnalyzer() {
  let entry;
  try {
    entry = createRequire(join(ROOT, 'test', 'package.json')).resolve('@custom-elements-manifest/analyzer');
  } catch {
    return null;
  }
  const { create, ts } = await import(pathToFileURL(entry).href);
  const lit = new URL('src/features/framework-plugins/lit/lit.js', pathToFileURL(entry));
  return { create, ts, plugins: (await import(lit.href)).litPlugin() };
}
