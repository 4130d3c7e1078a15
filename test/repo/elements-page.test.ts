import { whenOf, widgetsOf, writeElementTables, type WidgetPage } from '@stallcast/tooling/widgets';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { analyzeWidgets } from '../../packages/tooling/bootstrap/widget-manifest.mjs';
import { PAGES } from './rules/elements-page.js';
import { SENTENCES } from './rules/elements-zh-cn.js';
import { projectFiles, ROOT } from './rules/project-files.js';

const manifest = await analyzeWidgets();
if (!manifest) throw new Error('The manifest analyzer is missing: run npm test, which installs it.');
const widgets = widgetsOf(manifest);
const pages = new Map(
  projectFiles('packages/elements/src/components').flatMap(({ path, text }) => {
    const [, name] = /\/([\w-]+)\/\1\.md$/.exec(path) ?? [];
    return name === undefined ? [] : [[`stall-${name}`, { href: `../../${path}`, text }] as [string, WidgetPage]];
  }),
);

describe('the pages of widgets', () => {
  it.each(Object.keys(PAGES))('%s is what the manifest and the widgets’ own pages say', async (name) => {
    const page = `${ROOT}docs/developer/${name}`;
    const text = writeElementTables(manifest, pages, PAGES[name]!);
    await expect(await format(text, { ...(await resolveConfig(page)), parser: 'markdown' })).toMatchFileSnapshot(page);
  });

  it('have every sentence in Chinese, and none that nobody says', () => {
    const said = widgets.flatMap(({ tagName, summary }) => [summary, whenOf(pages.get(tagName)?.text ?? '') ?? '']);
    expect(said.filter((sentence) => !SENTENCES[sentence])).toEqual([]);
    expect(Object.keys(SENTENCES).filter((sentence) => !said.includes(sentence))).toEqual([]);
  });

  it('write a table of what there is, and none of what there is not', () => {
    const widget = {
      kind: 'class',
      name: 'KiteElement',
      tagName: 'stall-kite',
      customElement: true,
      summary: 'Flies.',
      attributes: [
        { name: 'look', type: { text: "'high' | 'low'" }, default: "'low'", description: 'How\nit flies.' },
        { name: 'line', type: { text: 'number | undefined' }, description: 'In m | ft.' },
      ],
    };
    const module = { kind: 'javascript-module', path: 'kite.js', declarations: [widget] };
    const page = writeElementTables(
      { schemaVersion: '1.0.0', modules: [module] },
      new Map([
        [
          'stall-kite',
          { href: 'kite.md', text: '# Kite\n\nUse it in\nwind.\n\n```html\n<stall-kite></stall-kite>\n```' },
        ],
      ]),
      PAGES['elements.md']!,
    );
    expect(page).toContain('| [`stall-kite`](#stall-kite) | Use it in wind. |');
    expect(page).toContain('| `look` | `high` **`low`** | How it flies. |');
    expect(page).toContain('| `line` | `number` | In m \\| ft. |');
    expect(page).not.toContain('| event |');
  });
});
