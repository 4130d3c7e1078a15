import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll, BUILT } from './build.mjs';
import { hasPnpm, installPnpm, runPnpm } from './pnpm.mjs';
import { CACHE, pinnedPnpm, ROOT } from './project.mjs';
import { fingerprint, stampAt } from './stamp.mjs';

const BUILD_CONTENTS = ['pnpm-lock.yaml', 'tsconfig.base.json', 'tsconfig.json'];
const WORKSPACES = ['packages', 'examples'];

/** The tests' own package holds two browsers; whoever only wants to sell does not download them. */
const WITHOUT_TESTS = ['--filter', '!@stallcast/test'];

/**
 * Lists what is still to do before the project runs: pnpm, dependencies, build. What is done already is left out.
 *
 * @param {{ tests: boolean }} options Whether the tests' own packages are wanted, too.
 * @returns {import('./steps.mjs').Step[]}
 */
export function setUpSteps({ tests }) {
  /** @type {import('./steps.mjs').Step[]} */
  const steps = [];
  if (!hasPnpm()) steps.push({ words: '准备 pnpm Getting pnpm', work: installPnpm });

  const install = installation(tests);
  if (!install.done) steps.push({ words: '安装依赖 Installing dependencies', work: install.work });

  const print = fingerprint({ contents: BUILD_CONTENTS, trees: ['packages'] });
  const built = stampAt(join(CACHE, 'built'));
  if (!built.matches(print) || !BUILT.every((path) => existsSync(join(ROOT, path)))) {
    steps.push({
      words: '构建 Building',
      async work() {
        built.clear();
        await buildAll();
        built.write(print);
      },
    });
  }
  return steps;
}

/** @param {boolean} tests */
function installation(tests) {
  const print = fingerprint({
    contents: ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'test/package.json', ...manifests()],
    words: [pinnedPnpm()],
  });
  const whole = stampAt(join(CACHE, 'installed-whole'));
  const part = stampAt(join(CACHE, 'installed-part'));
  return {
    done: whole.matches(print) || (!tests && part.matches(print)),
    async work() {
      await runPnpm('install', [...(tests ? [] : WITHOUT_TESTS), 'install', '--frozen-lockfile']);
      (tests ? whole : part).write(print);
    },
  };
}

/** Every workspace package's manifest. */
function manifests() {
  return WORKSPACES.filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}/package.json`))
    .filter((path) => existsSync(join(ROOT, path)));
}
