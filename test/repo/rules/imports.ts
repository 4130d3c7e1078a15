import ts from 'typescript';
import type { ProjectFile } from './project-files.js';

/** Lists what a source file imports, statically or not, types included. */
export function importsOf({ text }: ProjectFile): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The package in an import of one: `@lit/context` of `@lit/context/index.js`. */
export function packageInImport(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The path that a relative import means, from the project's folder: `.js` endings stand for the `.ts` files. */
export function resolveRelative(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.replace(/\?.*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}
