import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the project, as a rule sees it. */
export interface ProjectFile {
  /** From the project's folder, with forward slashes. */
  path: string;
  text: string;
}

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', 'test-results', 'coverage', '.git', '.tools', '.stallcast']);
const TEXT = /(?:^|\/)(?:LICENSE|run|\.[a-z]+)$|\.(?:ts|mts|js|mjs|cjs|json|md|css|html|svg|yaml|yml|txt|lua|sh|csv)$/;

/** Reads every text file that people wrote, below one folder or in the whole project. */
export function projectFiles(folder = ''): ProjectFile[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return projectFiles(path);
    return TEXT.test(path) ? [{ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }] : [];
  });
}

/** Tests, and what only tests use beside them. */
export const isTest = (path: string): boolean => /\.(?:test|test-d|states|fixture)\.ts$/.test(path);

/** The package that a source file belongs to; undefined outside `packages/<name>/src`. */
export const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\/src\//.exec(path)?.[1];
