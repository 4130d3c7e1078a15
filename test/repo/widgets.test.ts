import { TOKENS } from '@stallcast/themes';
import { widgetsOf } from '@stallcast/tooling/widgets';
import { describe, expect, it } from 'vitest';
import { analyzeWidgets } from '../../packages/tooling/bootstrap/widget-manifest.mjs';
import { projectFiles } from './rules/project-files.js';
import { findUndocumented, findWrongExamples } from './rules/widget-comments.js';

const files = projectFiles('packages/elements/src');
const manifest = await analyzeWidgets();
if (!manifest) throw new Error('The manifest analyzer is missing: run npm test, which installs it.');
const widgets = widgetsOf(manifest);
const tokens = Object.keys(TOKENS);

describe('the widgets', () => {
  it('are all in the manifest', () => {
    const folders = files.flatMap(({ path }) => /components\/([^/]+)\/define\.ts$/.exec(path)?.[1] ?? []);
    expect(widgets.map(({ tagName }) => tagName)).toEqual(folders.sort().map((folder) => `stall-${folder}`));
  });

  it.each(widgets)('$tagName is documented, typed and exported', (widget) => {
    expect(findUndocumented(widget, { files, tokens })).toEqual([]);
  });

  it('have examples of tags and attributes that exist', () => {
    expect(
      findWrongExamples(
        projectFiles().filter(({ path }) => path.endsWith('.md')),
        widgets,
      ),
    ).toEqual([]);
  });
});
