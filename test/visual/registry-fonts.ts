import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FAMILIES = { 'noto-sans-sc': 'Noto Sans SC Variable', 'noto-serif-sc': 'Noto Serif SC Variable' } as const;
const ADDRESS = 'https://fonts.test';

const SANS = `'${FAMILIES['noto-sans-sc']}'`;
const SERIF = `'${FAMILIES['noto-serif-sc']}'`;

const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${name}/package.json`));

/**
 * Gives a page fonts that are the same on every machine: those of the registry, and no other.
 *
 * They come in pieces, and a page asks for the pieces that hold what it writes. Widgets measure their text, so wait for
 * `document.fonts.ready` and let them draw anew.
 */
export async function bringFonts(page: Page): Promise<void> {
  await page.route(`${ADDRESS}/**`, (route) => {
    const [, name = '', ...rest] = new URL(route.request().url()).pathname.split('/');
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({ path: join(folderOf(name), ...rest), headers });
  });
  const faces = Object.keys(FAMILIES).map((name) =>
    readFileSync(join(folderOf(name), 'index.css'), 'utf8').replaceAll('./files/', `${ADDRESS}/${name}/files/`),
  );
  await page.addStyleTag({ content: faces.join('\n') });
}

/**
 * The rules that dress the widgets in these fonts. A theme that sets titles in Song keeps a serif.
 *
 * They go on the widgets themselves: nearer than any theme.
 */
export const REGISTRY_FONTS = `
  stall-room { --stall-font-text: ${SANS}; --stall-font-value: ${SANS}; --stall-font-song: ${SERIF}; --stall-font-title: ${SANS}; }
  :is([data-stall-theme='batik'], [data-stall-theme='newyear'], [data-stall-theme='paper']) stall-room { --stall-font-title: ${SERIF}; }
`;
