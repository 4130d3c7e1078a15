import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const WIDGETS = join(ROOT, 'packages', 'elements', 'dist');

/** Shrinks the style sheets and templates in the built widgets, for pages that take them as they are. The libraries have to be built. */
export async function minifyWidgets() {
  // Not imported at the top: it is a library itself, and not there before the first build.
  const { minifyLiterals } = await import('@stallcast/tooling/page-builds');
  for (const name of readdirSync(WIDGETS, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const file = join(WIDGETS, name);
    const code = readFileSync(file, 'utf8');
    const short = minifyLiterals(code);
    if (short !== code) writeFileSync(file, short);
  }
}
