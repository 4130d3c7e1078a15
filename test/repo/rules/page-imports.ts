import { importsOf, packageInImport, resolveRelative } from './imports.js';
import { isTest, type ProjectFile } from './project-files.js';

/**
 * Finds ways from the host's pages to a package that must not reach a browser, each as the chain of files that leads there.
 *
 * Types cost nothing and are left out by the bundler, but a page that needs a forbidden package's types is on the way to
 * need its code: they count.
 *
 * @param later Files that no page loads before it is asked to, and that may need the package.
 */
export function findWaysTo(
  forbidden: string,
  from: RegExp,
  files: readonly ProjectFile[],
  later: RegExp | null = null,
): string[] {
  const byPath = new Map(files.filter(({ path }) => !isTest(path)).map((file) => [file.path, file]));
  const entries = entriesOf(files);
  const ways: string[] = [];
  const seen = new Set<string>();

  const visit = (path: string, trail: readonly string[]): void => {
    const file = byPath.get(path);
    if (!file || seen.has(path) || later?.test(path)) return;
    seen.add(path);
    for (const specifier of importsOf(file)) {
      if (packageInImport(specifier) === forbidden) ways.push([...trail, path, specifier].join(' → '));
      const next = specifier.startsWith('.') ? resolveRelative(path, specifier) : entries.get(specifier);
      if (next !== undefined) visit(next, [...trail, path]);
    }
  };
  for (const path of byPath.keys()) if (from.test(path)) visit(path, []);
  return ways;
}

/** Which source file each import between packages means, by the manifests' exports. */
function entriesOf(files: readonly ProjectFile[]): Map<string, string> {
  const entries = new Map<string, string>();
  for (const { path, text } of files) {
    if (!/^packages\/[^/]+\/package\.json$/.test(path)) continue;
    const manifest = JSON.parse(text) as { name: string; exports?: Record<string, string | Record<string, string>> };
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      const source = typeof target === 'string' ? target : target['stallcast-source'];
      if (source)
        entries.set(manifest.name + entry.slice(1), path.replace('package.json', source.replace(/^\.\//, '')));
    }
  }
  return entries;
}
