import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findWrongFigures } from './rules/figures.js';
import { findDeadLinks } from './rules/links.js';
import { isBuilt, measurePages } from './rules/page-bundles.js';
import { projectFiles, ROOT } from './rules/project-files.js';

const PAGES = projectFiles().filter(({ path }) => path.endsWith('.md'));

describe('links in the documents', () => {
  it('lead somewhere', () => {
    expect(findDeadLinks(PAGES, (path) => existsSync(`${ROOT}${path}`))).toEqual([]);
  });

  it.each(['[a](missing.md)', '![a](../missing.png)', '<img src="missing.svg">', '[a](#nowhere)', '[a](b.md#nowhere)'])(
    'are found when dead: %s',
    (text) => {
      const pages = [
        { path: 'docs/a.md', text },
        { path: 'docs/b.md', text: '# Here' },
      ];
      expect(findDeadLinks(pages, (path) => path === 'docs/b.md')).toHaveLength(1);
    },
  );

  it.each([
    '[a](b.md)',
    '[a](./b.md#here-again)',
    '[a](https://example.org/missing)',
    '`[a](missing.md)`',
    '```\n[a](missing.md)\n```',
    '[a](#第一次-直播)\n\n## 第一次 直播',
  ])('are left alone when they live: %s', (text) => {
    const pages = [
      { path: 'docs/a.md', text },
      { path: 'docs/b.md', text: '# Here, again!' },
    ];
    expect(findDeadLinks(pages, (path) => path === 'docs/b.md')).toEqual([]);
  });
});

describe('figures in the documents', () => {
  it.runIf(isBuilt)('are what is measured', async () => {
    expect(findWrongFigures(PAGES, await measurePages())).toEqual([]);
  });

  it.each([
    ['<!-- figure: page -->41 kB<!-- /figure -->', 0],
    ['<!-- figure: page -->42.5 kB<!-- /figure -->', 0],
    ['<!-- figure: page -->30 kB<!-- /figure -->', 1],
    ['<!-- figure: page -->small<!-- /figure -->', 1],
    ['<!-- figure: other -->41 kB<!-- /figure -->', 1],
  ])('are compared: %s', (text, count) => {
    expect(findWrongFigures([{ path: 'README.md', text }], new Map([['page', 41.2]]))).toHaveLength(count);
  });
});
