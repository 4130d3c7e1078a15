import { describe, expect, it } from 'vitest';
import { findCycles } from './rules/cycles.js';
import { projectFiles } from './rules/project-files.js';

const file = (name: string, ...imports: string[]) => ({
  path: `packages/a/src/${name}.ts`,
  text: imports.map((specifier) => `import '${specifier}';`).join('\n'),
});

describe('files', () => {
  it('import each other in no circle', () => {
    expect(findCycles(projectFiles('packages').filter(({ path }) => path.endsWith('.ts')))).toEqual([]);
  });

  it.each([
    [[file('one', './one.js')]],
    [[file('one', './two.js'), file('two', './one.js')]],
    [[file('one', './deep/two.js'), file('deep/two', '../three.js'), file('three', './one.js')]],
  ])('are found in a circle %#', (files) => {
    expect(findCycles(files)).toHaveLength(1);
  });

  it('may meet again further down', () => {
    expect(findCycles([file('one', './two.js', './three.js'), file('two', './three.js'), file('three')])).toEqual([]);
  });
});
