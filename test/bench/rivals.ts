import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { buildPage, buildPageAt, type BuiltPage } from './build-page.js';
import { CONTENDERS, type Contender } from './contenders.js';

/** The folder of the rivals: a project of its own, with a lockfile of its own. */
export const RIVALS = fileURLToPath(new URL('../rivals/', import.meta.url));

/** Installs the rivals from their lockfile where one of them is not there; false where that did not work. */
export function installRivals(): boolean {
  const { dependencies } = JSON.parse(readFileSync(join(RIVALS, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const areThere = () => Object.keys(dependencies).every((name) => existsSync(join(RIVALS, 'node_modules', name)));
  if (areThere()) return true;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: RIVALS, stdio: 'inherit' });
  return status === 0 && areThere();
}

/** All pages but NodeCG's, which it serves itself, by the id of the contender. */
export async function buildContenders(contenders: readonly Contender[] = CONTENDERS) {
  const pages: Record<string, BuiltPage> = {};
  for (const { id, isOurs, wire } of contenders) {
    if (wire !== 'nodecg') pages[id] = await (isOurs ? buildPage(id) : buildRival(id));
  }
  return pages;
}

/** Builds the page of one rival, with the look that all of them share in it. */
export const buildRival = (id: string): Promise<BuiltPage> => buildPageAt(join(RIVALS, id), [SHARED_LOOK, VUE_FLAGS]);

const SHARED_LOOK: Plugin = {
  name: 'shared-look',
  transformIndexHtml: (html) =>
    html.replace('<!-- look -->', `<style>${readFileSync(join(RIVALS, 'look.css'), 'utf8')}</style>`),
};

/** Vue leaves out what its guide tells to leave out. */
const VUE_FLAGS: Plugin = {
  name: 'vue-flags',
  config: () => ({
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  }),
};
