import { describe, expect, it } from 'vitest';
import { lintClaims } from '../../packages/protocol/src/claims/index.js';
import { findWaysTo } from './rules/page-imports.js';
import { isTest, projectFiles } from './rules/project-files.js';

const FILES = projectFiles('packages');

/** The page that goes on air, with its widgets: it weighs what a viewer's machine fetches. */
const ON_AIR = /^packages\/(?:overlay\/src\/overlay\/|elements\/src\/).*\.ts$/;

/** Where a widget or page takes its words from. */
const WORDS = /^packages\/(?:elements|overlay)\/src\/.*words.*\.ts$/;

describe('the claims linter', () => {
  it('is in no page that goes on air', () => {
    // A file that the claims import alone stands for them.
    const marked = FILES.map((file) =>
      file.path === 'packages/protocol/src/claims/index.ts'
        ? { ...file, text: `import 'claims-linter';${file.text}` }
        : file,
    );
    expect(findWaysTo('claims-linter', ON_AIR, marked)).toEqual([]);
    const deck = /^packages\/overlay\/src\/deck\/.*\.ts$/;
    expect(findWaysTo('claims-linter', deck, marked)).not.toEqual([]);
  });

  it('finds no claim about an audience in the words of widgets and pages: S17, nowhere 正在看', () => {
    const words = FILES.filter(({ path }) => WORDS.test(path) && !isTest(path));
    expect(words.length).toBeGreaterThan(4);
    const claims = words.flatMap(({ path, text }) =>
      lintClaims(text, 'any')
        .filter(({ rule }) => rule === 'audience')
        .map((claim) => `${path}: ${claim.text}`),
    );
    expect(claims).toEqual([]);
  });
});
