import { describe, expect, it } from 'vitest';
import { projectFiles } from './rules/project-files.js';
import { findUnwanted } from './rules/written.js';

const SELF = 'test/repo/written.test.ts';
const NOT_WRITTEN_BY_US = new Set(['pnpm-lock.yaml', SELF]);

describe('what is written', () => {
  it('names no machine and leaves nothing turned off or undone', () => {
    expect(findUnwanted(projectFiles().filter(({ path }) => !NOT_WRITTEN_BY_US.has(path)))).toEqual([]);
  });

  it.each([
    'const a = "/home/someone/a";',
    '// @ts-ignore',
    '// @ts-expect-error',
    '// eslint-disable-next-line no-empty',
    '/* eslint-disable no-empty */',
    '// TODO later',
    '// -------- parts --------',
    'it.only("a", b);',
  ])('is found when it is: %s', (text) => {
    expect(findUnwanted([{ path: 'packages/a/src/a.ts', text }])).toHaveLength(1);
  });

  it.each([
    '// eslint-disable-next-line no-empty -- an absent file is no fault',
    '// @ts-expect-error the field is missing on purpose',
    '// TODO https://example.org/issues/1',
    'const a = "https://example.org/home/b";',
  ])('is left alone: %s', (text) => {
    expect(findUnwanted([{ path: 'packages/a/src/a.ts', text }])).toEqual([]);
  });

  it('is counted in lines', () => {
    expect(findUnwanted([{ path: 'a.ts', text: 'a\nb\n// TODO' }])).toEqual([
      'a.ts:3 leaves work without an issue link: TODO',
    ]);
  });
});
