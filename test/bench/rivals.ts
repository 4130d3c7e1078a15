import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from '../../packages/tooling/bootstrap/project.mjs';
import type { Plugin } from 'vite';
import { buildPage, buildPageAt, type BuiltPage } from './build-page.js';
import { CONTENDERS, type Contender } from './contenders.js';

/** The folder of the rivals: a project of its own, with a lockfile of its own. */
export const RIVALS = fileURLToPath(new URL('../rivals/', import.meta.url));

/** What there is to compare with, and what is not and why, in words. */
export interface Gathered {
  contenders: readonly Contender[];
  pages: Readonly<Record<string, BuiltPage>>;
  /** A sentence for each that is left out. */
  leftOut: readonly string[];
}

/**
 * Installs the rivals from their lockfile where they are not there, or others than it names; null, or why it did not work.
 *
 * What was fetched is kept in the project's cache, so that it is fetched once.
 */
export function installRivals(): string | null {
  const { dependencies } = readPackage(RIVALS) as { dependencies: Record<string, string> };
  const areThere = () =>
    Object.entries(dependencies).every(([name, version]) => {
      const folder = join(RIVALS, 'node_modules', name);
      return existsSync(join(folder, 'package.json')) && readPackage(folder)['version'] === version;
    });
  if (areThere()) return null;
  console.log(
    '安装对比对象 Installing the rivals from test/rivals/package-lock.json (660 packages, about two minutes)',
  );
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--cache', join(CACHE, 'npm')];
  const { status, stderr, error } = spawnSync('npm', ['ci', ...options], { cwd: RIVALS, encoding: 'utf8' });
  if (status === 0 && areThere()) return null;
  const why =
    error?.message ?? stderr.split('\n').find((line) => line.startsWith('npm error')) ?? `npm ended with ${status}`;
  return why.replace(/^npm error /, '');
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;

/**
 * Installs and builds whoever is compared. A rival that cannot be installed or built is left out by name, and said so; ours are
 * never left out.
 */
export async function gather(): Promise<Gathered> {
  const why = installRivals();
  const wanted = why ? CONTENDERS.filter(({ isOurs }) => isOurs) : CONTENDERS;
  const leftOut = why
    ? [
        `${namesOf(CONTENDERS.filter(({ isOurs }) => !isOurs))}: the rivals could not be installed by "npm ci" in test/rivals (${why}).`,
      ]
    : [];
  const pages: Record<string, BuiltPage> = {};
  const contenders: Contender[] = [];
  for (const contender of wanted) {
    const { id, isOurs, wire, name } = contender;
    try {
      // NodeCG serves its page itself.
      if (wire !== 'nodecg') pages[id] = await (isOurs ? buildPage(id) : buildRival(id));
      contenders.push(contender);
    } catch (error) {
      if (isOurs) throw error;
      leftOut.push(`${name}: its page could not be built (${error instanceof Error ? error.message : String(error)}).`);
    }
  }
  return { contenders, pages, leftOut };
}

const namesOf = (contenders: readonly Contender[]) => contenders.map(({ name }) => name).join(', ');

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
