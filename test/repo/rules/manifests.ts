import type { ProjectFile } from './project-files.js';

interface Manifest {
  name?: string;
  license?: string;
  type?: string;
  description?: string;
  exports?: Record<string, string | Record<string, string>>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const EXACT = /^(?:\d+\.\d+\.\d+(?:-[\w.]+)?|workspace:\*|npm:(?:@[^@]+|[^@]+)@\d+\.\d+\.\d+)$/;

/** Finds package manifests that would surprise whoever installs the package. */
export function findBadManifests(manifests: readonly ProjectFile[], exists: (path: string) => boolean): string[] {
  return manifests.flatMap(({ path, text }) => {
    const manifest = JSON.parse(text) as Manifest;
    const folder = path.replace(/package\.json$/, '');
    const problems: string[] = [];
    if (manifest.license !== 'Apache-2.0') problems.push('its license is Apache-2.0');
    if (manifest.type !== 'module') problems.push('its type is module');
    if (!manifest.description) problems.push('it has no description');
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      if (!EXACT.test(version)) problems.push(`${name} is not pinned to one version: ${version}`);
    }
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      problems.push(...entryProblems(entry, target, (file) => exists(folder + file.replace(/^\.\//, ''))));
    }
    return problems.map((problem) => `${path}: ${problem}`);
  });
}

function entryProblems(
  entry: string,
  target: string | Record<string, string>,
  exists: (file: string) => boolean,
): string[] {
  const source = typeof target === 'string' ? target : (target['stallcast-source'] ?? target.default ?? '');
  const problems: string[] = [];
  if (!source.includes('*') && !source.includes('/dist/') && !exists(source)) {
    problems.push(`"${entry}" leads to ${source}, which is not there`);
  }
  // Node and TypeScript take the first condition that fits.
  const order = typeof target === 'string' ? '' : Object.keys(target).join();
  if (order.includes('stallcast-source') && order !== 'stallcast-source,types,default') {
    problems.push(`"${entry}" has its conditions in another order than stallcast-source, types, default`);
  }
  return problems;
}
