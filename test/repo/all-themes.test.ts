import { THEMES } from '@stallcast/themes';
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { writeAllThemes } from './rules/all-themes.js';
import { ROOT } from './rules/project-files.js';

const FOLDER = `${ROOT}packages/themes/src/`;

describe('the sheet of all themes', () => {
  it('is what the six themes say', async () => {
    const sheets = Object.keys(THEMES).map((theme) => readFileSync(`${FOLDER}${theme}.css`, 'utf8'));
    const path = `${FOLDER}all.css`;
    const css = await format(writeAllThemes(sheets), { ...(await resolveConfig(path)), parser: 'css' });
    await expect(css).toMatchFileSnapshot(path);
  });

  it('gives the page to the first, and the others to the elements that name them', () => {
    const sheet = (name: string): string =>
      `/* A note. */\n:where(:root, [data-stall-theme='${name}']) { --a: ${name}; }`;
    const all = writeAllThemes([sheet('one'), sheet('two')]);
    expect(all).not.toContain('A note.');
    expect(all).toContain(":where(:root, [data-stall-theme='one']) { --a: one; }");
    expect(all).toContain(":where([data-stall-theme='two']) { --a: two; }");
  });
});
