/* The studio's inspector reads what the elements' comments say. After a change of them: `pnpm vitest run --project repo -u`. */
import { SCENE_WIDGETS } from '@stallcast/elements';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { analyzeWidgets } from '../../packages/tooling/bootstrap/widget-manifest.mjs';
import { ATTRIBUTE_SENTENCES } from './rules/attributes-zh-cn.js';
import { ROOT } from './rules/project-files.js';
import { widgetSheet } from './rules/widget-sheet.js';

const FILE = `${ROOT}packages/overlay/src/studio/composer/widgets/widget-sheet.json`;
const manifest = await analyzeWidgets();
if (!manifest) throw new Error('The manifest analyzer is missing: run npm test, which installs it.');
const sheet = widgetSheet(manifest);

describe('the studio’s list of widgets', () => {
  it('is what the manifest says', async () => {
    const options = { ...(await resolveConfig(FILE)), parser: 'json' };
    await expect(await format(JSON.stringify(sheet), options)).toMatchFileSnapshot(FILE);
  });

  it('has every widget and attribute that a scene may hold', () => {
    expect(Object.keys(sheet).sort()).toEqual(Object.keys(SCENE_WIDGETS).sort());
    for (const [tag, rules] of Object.entries(SCENE_WIDGETS)) {
      expect(sheet[tag]?.fields.map(({ name }) => name).sort(), tag).toEqual(Object.keys(rules).sort());
      for (const { name, of } of sheet[tag]?.fields ?? []) {
        const rule = rules[name];
        if (rule?.kind === 'choice') expect([...(of ?? [])].sort(), `${tag} ${name}`).toEqual([...rule.of].sort());
      }
    }
  });

  it('says everything in Chinese, and nothing that nobody says', () => {
    const fields = Object.values(sheet).flatMap((widget) => [widget, ...widget.fields]);
    expect(fields.filter((field) => field['zh-CN'] === '' || field.en === '').map(({ en }) => en)).toEqual([]);
    const said = new Set(fields.map(({ en }) => en));
    expect(Object.keys(ATTRIBUTE_SENTENCES).filter((sentence) => !said.has(sentence.replaceAll('`', '')))).toEqual([]);
  });
});
