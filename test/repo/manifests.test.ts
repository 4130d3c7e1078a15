import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBadManifests } from './rules/manifests.js';
import { projectFiles, ROOT } from './rules/project-files.js';

const GOOD = { license: 'Apache-2.0', type: 'module', description: 'A package.' };
const entry = { 'stallcast-source': './src/a.ts', types: './dist/a.d.ts', default: './dist/a.js' };

const problems = (manifest: object) =>
  findBadManifests([{ path: 'packages/a/package.json', text: JSON.stringify(manifest) }], (path) =>
    ['packages/a/src/a.ts', 'packages/a/src/a.css'].includes(path),
  );

describe('package manifests', () => {
  it('are in order', () => {
    const manifests = projectFiles().filter(({ path }) => /^(?:packages\/[^/]+|test)\/package\.json$/.test(path));
    expect(manifests.length).toBeGreaterThan(10);
    expect(findBadManifests(manifests, (path) => existsSync(`${ROOT}${path}`))).toEqual([]);
  });

  it.each([
    { ...GOOD, license: 'MIT' },
    { ...GOOD, type: undefined },
    { ...GOOD, description: '' },
    { ...GOOD, dependencies: { lit: '^3.0.0' } },
    { ...GOOD, exports: { './a.css': './src/missing.css' } },
    { ...GOOD, exports: { '.': { ...entry, 'stallcast-source': './src/missing.ts' } } },
    { ...GOOD, exports: { '.': { types: entry.types, 'stallcast-source': './src/a.ts', default: entry.default } } },
  ])('are found out of order: %j', (manifest) => {
    expect(problems(manifest)).toHaveLength(1);
  });

  it('may be like this one', () => {
    const dependencies = { lit: '3.3.3', '@stallcast/b': 'workspace:*', c: 'npm:@d/c@1.2.3' };
    expect(problems({ ...GOOD, dependencies, exports: { '.': entry, './a.css': './src/a.css' } })).toEqual([]);
  });
});
