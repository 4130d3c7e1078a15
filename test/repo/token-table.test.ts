import { THEMES, TOKENS } from '@stallcast/themes';
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { ROOT } from './rules/project-files.js';
import { writeTokenTable } from './rules/token-table.js';

const PAGE = `${ROOT}docs/designer/tokens.md`;

describe('the page of tokens', () => {
  it('is what the typed list and the theme say', async () => {
    const sheets = Object.fromEntries(
      Object.keys(THEMES).map((theme) => [theme, readFileSync(`${ROOT}packages/themes/src/${theme}.css`, 'utf8')]),
    );
    const page = await format(writeTokenTable(TOKENS, sheets), { ...(await resolveConfig(PAGE)), parser: 'markdown' });
    await expect(page).toMatchFileSnapshot(PAGE);
  });

  it('leaves out what is not for people, and looks palette colours up', () => {
    const token = { en: 'Says.', 'zh-CN': '说。' };
    const page = writeTokenTable(
      {
        '--stall-color-plate': { ...token, kind: 'public', tier: 'semantic' },
        '--stall-palette-cream': { ...token, kind: 'internal', tier: 'palette' },
      },
      {
        one: '--stall-palette-cream: #fff5e3; --stall-color-plate: var(--stall-palette-cream);',
        two: '--stall-color-plate: #000;',
      },
    );
    expect(page).toContain('| `--stall-color-plate` | `#fff5e3` | Says. | 说。 |');
    expect(page).toContain('| name | one | two |');
    expect(page).toContain('| `--stall-color-plate` | `#fff5e3` | `#000` |');
    expect(page).not.toContain('palette');
  });
});
