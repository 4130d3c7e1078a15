import { describe, expect, it } from 'vitest';
import { findBadNames } from './rules/names.js';
import { projectFiles } from './rules/project-files.js';

describe('file names', () => {
  it('say what is in them', () => {
    expect(findBadNames(projectFiles().map(({ path }) => path))).toEqual([]);
  });

  it.each([
    'packages/store/src/utils.ts',
    'packages/store/src/helpers/clock.ts',
    'packages/store/src/clock.types.ts',
    'packages/store/src/common.ts',
    'packages/store/src/constants.ts',
    'packages/store/src/roomStore.ts',
    'packages/store/src/clock.spec.ts',
  ])('may not be like %s', (path) => {
    expect(findBadNames([path])).toHaveLength(1);
  });

  it.each([
    'packages/store/src/room-store.ts',
    'packages/elements/src/words/zh-cn.ts',
    'packages/elements/src/components/stock-counter/stock-counter.model.test.ts',
    'test/e2e/first-show.spec.ts',
    'packages/protocol/src/fold.property.test.ts',
  ])('may be like %s', (path) => {
    expect(findBadNames([path])).toEqual([]);
  });
});
