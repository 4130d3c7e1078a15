import { describe, expect, it } from 'vitest';
import { findWaysTo } from './rules/page-imports.js';
import { projectFiles } from './rules/project-files.js';

/** All but the local pack: its deck holds the ledger itself, which checks what it is told. */
const PAGES = /^packages\/(?:overlay\/src\/(?!local-pack\/)|elements\/src\/).*\.ts$/;

/** The composer comes when it is opened, and its stage of test data holds a ledger of its own as well. */
const LATER = /^packages\/overlay\/src\/studio\/composer\/stage\//;

/** Names of people's tools that weigh more than what they are needed for in a page. */
const KEPT_OUT = ['valibot', 'hono', 'libsql', 'ws', 'lossless-json', 'standardwebhooks', 'fast-check', 'vitest'];

describe("the host's pages", () => {
  it.each(KEPT_OUT)('never import %s, by whatever way', (name) => {
    expect(findWaysTo(name, PAGES, projectFiles('packages'), LATER)).toEqual([]);
  });

  it('are followed through relative imports and other packages', () => {
    const files = [
      { path: 'packages/overlay/src/page.ts', text: "import './part.js';" },
      { path: 'packages/overlay/src/part.ts', text: "import '@stallcast/protocol/schema';" },
      { path: 'packages/protocol/src/schema/index.ts', text: "export * from 'valibot';" },
      {
        path: 'packages/protocol/package.json',
        text: '{ "name": "@stallcast/protocol", "exports": { "./schema": { "stallcast-source": "./src/schema/index.ts" } } }',
      },
    ];
    expect(findWaysTo('valibot', PAGES, files)).toEqual([
      'packages/overlay/src/page.ts → packages/overlay/src/part.ts → packages/protocol/src/schema/index.ts → valibot',
    ]);
    expect(findWaysTo('valibot', PAGES, files.slice(1))).toHaveLength(1);
    expect(findWaysTo('valibot', PAGES, files.slice(2))).toEqual([]);
  });
});
