import { describe, expect, it } from 'vitest';
import { findUndeclaredImports, findUpwardImports } from './rules/layers.js';
import { projectFiles } from './rules/project-files.js';

const FILES = projectFiles('packages');

const planted = (path: string, specifier: string) => findUpwardImports([{ path, text: `import '${specifier}';` }]);

describe('the layers', () => {
  it('hold: every import goes down', () => {
    expect(findUpwardImports(FILES)).toEqual([]);
  });

  it('are declared: every package lists what it imports', () => {
    expect(findUndeclaredImports(FILES)).toEqual([]);
  });

  it.each([
    ['packages/protocol/src/a.ts', '@stallcast/store'],
    ['packages/protocol/src/a.ts', 'valibot'],
    ['packages/ledger/src/a.ts', 'node:fs'],
    ['packages/store/src/a.ts', '@stallcast/elements'],
    ['packages/store/src/a.ts', 'lit'],
    ['packages/adapters/src/relay/a.ts', '@stallcast/store'],
    ['packages/adapters/src/relay/a.ts', '@stallcast/ledger'],
    ['packages/adapters/src/relay/a.ts', 'node:crypto'],
    ['packages/elements/src/components/a/a.ts', '@stallcast/adapters/relay'],
    ['packages/elements/src/a.ts', '../../store/src/room-store.js'],
    ['packages/relay/src/a.ts', '@stallcast/adapters/relay'],
    ['packages/relay/src/a.ts', '@stallcast/elements'],
  ])('reject, in %s, an import of %s', (path, specifier) => {
    expect(planted(path, specifier)).toEqual([`${path} imports ${specifier}`]);
  });

  it.each([
    "export { a } from '@stallcast/store';",
    "export type * from '@stallcast/store';",
    "const a = await import('@stallcast/store');",
    "type A = import('@stallcast/store').RoomStore;",
  ])('see through another way to write it: %s', (text) => {
    expect(findUpwardImports([{ path: 'packages/protocol/src/a.ts', text }])).toHaveLength(1);
  });

  it.each([
    ['packages/protocol/src/schema/a.ts', 'valibot'],
    ['packages/adapters/src/local/a.ts', '@stallcast/ledger'],
    ['packages/relay/src/a.ts', '@stallcast/adapters/webhooks'],
    ['packages/elements/src/components/a/a.ts', '../../internal/b.js'],
    ['packages/elements/src/a.ts', 'lit/decorators.js'],
  ])('accept, in %s, an import of %s', (path, specifier) => {
    expect(planted(path, specifier)).toEqual([]);
  });

  it('ask for a package that they do not know', () => {
    expect(planted('packages/newcomer/src/a.ts', 'lit')).toEqual([
      'packages/newcomer is in no layer: add it to LAYERS',
    ]);
  });

  it('find an import that is not declared', () => {
    const files = [
      { path: 'packages/store/package.json', text: '{ "devDependencies": { "nanostores": "1.0.0" } }' },
      { path: 'packages/store/src/a.ts', text: "import 'nanostores';" },
    ];
    expect(findUndeclaredImports(files)).toHaveLength(1);
  });
});
