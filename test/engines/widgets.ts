import { THEMES } from '@stallcast/themes';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from './page/main.js';

const COMPONENTS = join(import.meta.dirname, '../../packages/elements/src/components');

/** Tags of all widgets that have states, from A to Z. */
export const TAGS: readonly string[] = readdirSync(COMPONENTS)
  .filter((folder) => readdirSync(join(COMPONENTS, folder)).includes(`${folder}.states.ts`))
  .map((folder) => `stall-${folder}`);

/** Each widget in both languages, each language in another theme, so that all themes come about twice round. */
export const SETTINGS: readonly Setting[] = TAGS.flatMap((tag, index) =>
  ['zh-CN', 'en'].map((language, turn) => {
    const themes = Object.keys(THEMES);
    return { tag, look: '', language, theme: themes[(index + turn * 3) % themes.length] ?? '' };
  }),
);
