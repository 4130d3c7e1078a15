import { importsOf, resolveRelative } from './imports.js';
import type { ProjectFile } from './project-files.js';

/** Finds circles of files that import each other, within packages; those between packages are the layers' matter. */
export function findCycles(files: readonly ProjectFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolveRelative(file.path, specifier))
        .filter((path) => paths.has(path)),
    ]),
  );

  const cycles: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const since = trail.indexOf(path);
    if (since >= 0) cycles.push([...trail.slice(since), path].join(' → '));
    if (since >= 0 || done.has(path)) return;
    trail.push(path);
    edges.get(path)?.forEach(visit);
    trail.pop();
    done.add(path);
  };
  [...edges.keys()].forEach(visit);
  return cycles;
}
