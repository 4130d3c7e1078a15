import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './pnpm.mjs';
import { CACHE, ROOT } from './project.mjs';
import { linesOf } from './summary.mjs';
import { tallyExit, tallyPlaywright, tallyVitest } from './tally.mjs';

/** A suite that hangs is ended and counts as failed. The longest takes six minutes, and twice that on a machine that is busy elsewhere. */
const SUITE_LIMIT_MS = 20 * 60_000;

const REPORTS = join(CACHE, 'reports');

/**
 * One part of the tests: a program whose end, or whose report, says what passed.
 *
 * @typedef {object} Suite
 * @property {string} words
 * @property {string} script Below `node_modules`.
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {{ args: readonly string[], env?: NodeJS.ProcessEnv }} [secondTry] What gives each of its failed tests a second try.
 * @property {(exitCode: number) => import('./tally.mjs').Tally} tally
 */

/** @type {readonly Suite[]} */
export const STATIC_SUITES = [
  {
    words: '规范 Lint',
    script: 'eslint/bin/eslint.js',
    args: ['--max-warnings', '0', '--cache', '--cache-location', join(CACHE, 'eslint'), '.'],
    tally: tallyExit,
  },
  {
    words: '格式 Format',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', join(CACHE, 'prettier'), '.'],
    tally: tallyExit,
  },
  { words: '类型 Types of the libraries', script: 'typescript/bin/tsc', args: ['-b'], tally: tallyExit },
  {
    words: '类型 Types of the tests',
    script: 'typescript/bin/tsc',
    args: ['-p', 'tsconfig.tests.json'],
    tally: tallyExit,
  },
];

/**
 * A run of Vitest with its report.
 *
 * @param {string} words
 * @param {string} name Of the report.
 * @param {{ args?: readonly string[], env?: NodeJS.ProcessEnv, secondTryArgs?: readonly string[] }} [options]
 * @returns {Suite}
 */
function vitest(words, name, { args = [], env = {}, secondTryArgs = [] } = {}) {
  const report = join(REPORTS, `${name}.json`);
  const secondTries = join(REPORTS, `${name}-second-tries.json`);
  return {
    words,
    script: 'vitest/vitest.mjs',
    args: ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
    secondTry: {
      args: [`--reporter=${join(ROOT, 'packages', 'tooling', 'bootstrap', 'second-tries.mjs')}`, ...secondTryArgs],
      env: { STALLCAST_SECOND_TRIES: secondTries },
    },
    tally: (exitCode) => tallyVitest(report, exitCode, secondTries),
  };
}

/**
 * Every Vitest project with the current Chromium, or the browser tests alone on one of OBS's engines.
 *
 * Which of the projects have a second try stands in `vitest.config.ts`: those in a browser.
 *
 * @param {string} [engine]
 * @returns {Suite}
 */
export const vitestSuite = (engine) =>
  vitest(
    engine ? `浏览器测试 Browser tests on Chromium ${engine}` : '单元与浏览器测试 Unit and browser tests',
    `vitest-${engine ?? 'current'}`,
    { env: { STALLCAST_ENGINE: engine ?? '' } },
  );

/** Lines that break, in a real browser. They measure times, so that no other suite runs beside them. */
export const FAULT_SUITE = vitest('断线与故障 Faults of lines and relays', 'faults', {
  args: ['--config=test/faults/vitest.config.ts'],
  secondTryArgs: ['--retry=1'],
});

/** What is made in a real OBS, as far as it is on this machine. */
export const OBS_SUITE = vitest('真实的 OBS A real OBS', 'obs', {
  args: ['--config=test/obs/vitest.config.ts'],
  secondTryArgs: ['--retry=1'],
});

/** Every widget in Firefox and WebKit, as far as they are on this machine. Each draws all widgets, so that it runs alone. */
export const PAGE_ENGINE_SUITE = vitest('其他浏览器 Widgets in Firefox and WebKit', 'page-engines', {
  args: ['--config=test/engines/vitest.config.ts'],
  secondTryArgs: ['--retry=1'],
});

/**
 * Playwright's tests of one folder of `test`.
 *
 * @param {string} folder
 * @param {string} words
 * @returns {Suite}
 */
const playwrightSuite = (folder, words) => {
  const report = join(REPORTS, `playwright-${folder}.json`);
  return {
    words,
    script: '../test/node_modules/@playwright/test/cli.js',
    args: ['test', `test/${folder}/`, '--config', 'test/playwright.config.ts', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    secondTry: { args: ['--retries=1', '--trace=on-first-retry'] },
    tally: (exitCode) => tallyPlaywright(report, exitCode),
  };
};

/** What needs whole pages and a running relay. */
export const PLAYWRIGHT_SUITES = [
  playwrightSuite('e2e', '端到端测试 Tests from end to end'),
  playwrightSuite('walks', '新主播的每条路 The ways of a new host'),
  playwrightSuite('hostile', '恶意输入 Hostile input'),
  playwrightSuite('visual', '画面 What is to be seen'),
];

/**
 * Runs suites, all of them whatever fails, and ends with the line `N passed, N failed`.
 *
 * @param {readonly (Suite | readonly Suite[])[]} suites One after the other; those of a group beside each other.
 * @param {{ hasSecondTry?: boolean }} [options] Whether a failed test of a suite that measures time is tried again.
 * @returns {Promise<number>} The exit code.
 */
export async function runSuites(suites, { hasSecondTry = false } = {}) {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  /** @type {import('./summary.mjs').Result[]} */
  const results = [];
  for (const entry of suites) {
    const group = 'words' in entry ? [entry] : entry;
    console.log(`\n── ${group.map(({ words }) => words).join(' · ')}`);
    const ran = group.map(async (suite) => {
      const startedAt = performance.now();
      const exitCode = await run(hasSecondTry ? withSecondTry(suite) : suite, group.length > 1);
      return { words: suite.words, ...suite.tally(exitCode), seconds: (performance.now() - startedAt) / 1000 };
    });
    results.push(...(await Promise.all(ran)));
  }

  for (const line of linesOf(results)) console.log(line);
  return results.every(({ failed }) => failed === 0) ? 0 : 1;
}

/**
 * @param {Suite} suite
 * @returns {Suite}
 */
const withSecondTry = (suite) => ({
  ...suite,
  args: [...suite.args, ...(suite.secondTry?.args ?? [])],
  env: { ...suite.env, ...suite.secondTry?.env },
});

/**
 * @param {Suite} suite
 * @param {boolean} isBeside Whether others run meanwhile: what it says is then shown in one piece, at its end.
 * @returns {Promise<number>}
 */
function run({ script, args, env }, isBeside) {
  const path = join(ROOT, 'node_modules', script);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm test, which installs it.`);
  const child = spawn(process.execPath, [path, ...args], {
    cwd: ROOT,
    stdio: ['inherit', isBeside ? 'pipe' : 'inherit', isBeside ? 'pipe' : 'inherit'],
    env: { ...environment(), ...env },
    timeout: SUITE_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (said += part));
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop);
      if (signal === 'SIGTERM') process.exit(143);
      process.stdout.write(said);
      resolve(code ?? 1);
    });
  });
}
