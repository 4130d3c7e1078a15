import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { writePartTable } from './rules/part-table.js';
import { isTest, projectFiles, ROOT } from './rules/project-files.js';

const PAGE = `${ROOT}docs/designer/parts.md`;
const FILES = projectFiles('packages/elements/src/components').filter(
  ({ path }) => path.endsWith('.ts') && !isTest(path),
);

describe('the page of parts', () => {
  it('is what the comments of the elements say', async () => {
    const page = await format(writePartTable(FILES), { ...(await resolveConfig(PAGE)), parser: 'markdown' });
    await expect(page).toMatchFileSnapshot(PAGE);
  });

  it('has every part by its tag, and no widget without parts', () => {
    const files = [
      { path: 'b.ts', text: '/**\n * @tag stall-b\n *\n * @csspart value - The number.\n */' },
      { path: 'a.ts', text: '/**\n * @tag stall-a\n */' },
    ];
    const page = writePartTable(files);
    expect(page).toContain('## stall-b\n\n| part | what it is |\n| --- | --- |\n| `value` | The number. |');
    expect(page).not.toContain('stall-a');
  });
});
