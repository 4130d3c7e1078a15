import type { ProjectFile } from './project-files.js';

interface Unwanted {
  pattern: RegExp;
  why: string;
  /** Which files; all without it. */
  where?: RegExp;
}

const CODE = /\.(?:ts|mts|mjs|cjs|js)$/;

/** What nothing in the project may say. The patterns are written so that this file does not match itself. */
const UNWANTED: readonly Unwanted[] = [
  { pattern: /(?<![\w./])\/(?:home|Users)[/][a-z]/, why: 'names a folder of one machine' },
  { pattern: /(?<![\w.])\/root[/]/, why: 'names a folder of one machine' },
  { pattern: /@ts-(?:ignore|nocheck)\b/, why: 'turns the type checker off', where: CODE },
  { pattern: /@ts-expect-error\s*$/m, why: 'expects a type error without its reason', where: CODE },
  {
    pattern: /eslint-disable(?:-next-line|-line)?\b(?!.* -- \S)/,
    why: 'turns a rule off without "-- reason"',
    where: CODE,
  },
  { pattern: /\b(?:TOD[O]|FIXM[E]|XX[X])\b(?!.*https:\/\/)/, why: 'leaves work without an issue link', where: CODE },
  { pattern: /^\s*\/\/\s*[-=*#]{4,}/m, why: 'is a banner', where: CODE },
  { pattern: /\b(?:it|test|describe)\.only\(/, why: 'leaves the other tests out', where: CODE },
];

/** Finds what should not be written anywhere, with its line. */
export function findUnwanted(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    UNWANTED.filter(({ where }) => where === undefined || where.test(path)).flatMap(({ pattern, why }) => {
      const match = pattern.exec(text);
      return match ? [`${path}:${text.slice(0, match.index).split('\n').length} ${why}: ${match[0].trim()}`] : [];
    }),
  );
}
