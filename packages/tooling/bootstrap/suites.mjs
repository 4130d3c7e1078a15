import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './pnpm.mjs';
import { CACHE, ROOT } from './project.mjs';
import { tallyPlaywright, tallyVitest } from './tally.mjs';

/** A suite that hangs is ended and counts as failed. */
const SUITE_LIMIT_MS = 10 * 60_000;

const REPORTS = join(CACHE, 'reports');

/**
 * One part of the tests: a program whose end, or whose report, says what passed.
 *
 * @typedef {object} Suite
 * @property {string} words
 * @property {string} script Below `node_modules`.
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(exitCode: number) => import('./tally.mjs').Tally} tally
 */

/** @param {number} exitCode */
const tallyExit = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @type {readonly Suite[]} */
export const STATIC_SUITES = [
  {
    words: '格式 Format',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', join(CACHE, 'prettier'), '.'],
    tally: tallyExit,
  },
  {
    words: '规范 Lint',
    script: 'eslint/bin/eslint.js',
    args: ['--max-warnings', '0', '--cache', '--cache-location', join(CACHE, 'eslint'), '.'],
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
 * Every Vitest project with the current Chromium, or the browser tests alone on one of OBS's engines.
 *
 * @param {string} [engine]
 * @returns {Suite}
 */
export function vitestSuite(engine) {
  const report = join(REPORTS, `vitest-${engine ?? 'current'}.json`);
  return {
    words: engine ? `浏览器测试 Browser tests on Chromium ${engine}` : '单元与浏览器测试 Unit and browser tests',
    script: 'vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env: { STALLCAST_ENGINE: engine ?? '' },
    tally: (exitCode) => tallyVitest(report, exitCode),
  };
}

/**
 * Lines that break, in a real browser. They measure times, so that they run alone.
 *
 * @type {Suite}
 */
export const FAULT_SUITE = {
  words: '断线与故障 Faults of lines and relays',
  script: 'vitest/vitest.mjs',
  args: [
    'run',
    '--config=test/faults/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, 'faults.json')}`,
  ],
  tally: (exitCode) => tallyVitest(join(REPORTS, 'faults.json'), exitCode),
};

/**
 * Every widget in Firefox and WebKit, as far as they are on this machine. Each draws all widgets, so that it runs alone.
 *
 * @type {Suite}
 */
export const PAGE_ENGINE_SUITE = {
  words: '其他浏览器 Widgets in Firefox and WebKit',
  script: 'vitest/vitest.mjs',
  args: [
    'run',
    '--config=test/engines/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, 'page-engines.json')}`,
  ],
  tally: (exitCode) => tallyVitest(join(REPORTS, 'page-engines.json'), exitCode),
};

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
    tally: (exitCode) => tallyPlaywright(report, exitCode),
  };
};

/** What needs whole pages and a running relay. */
export const PLAYWRIGHT_SUITES = [
  playwrightSuite('e2e', '端到端测试 Tests from end to end'),
  playwrightSuite('hostile', '恶意输入 Hostile input'),
  playwrightSuite('visual', '画面 What is to be seen'),
];

/**
 * Runs suites one after the other, all of them whatever fails, and ends with the line `N passed, N failed`.
 *
 * @param {readonly Suite[]} suites
 * @returns {Promise<number>} The exit code.
 */
export async function runSuites(suites) {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  const results = [];
  for (const suite of suites) {
    console.log(`\n── ${suite.words}`);
    const startedAt = performance.now();
    const tally = suite.tally(await run(suite));
    results.push({ ...suite, ...tally, seconds: (performance.now() - startedAt) / 1000 });
  }

  console.log('');
  for (const { words, passed, failed, seconds } of results) {
    console.log(`${failed === 0 ? '✓' : '✗'} ${words}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {Suite} suite
 * @returns {Promise<number>}
 */
function run({ script, args, env }) {
  const path = join(ROOT, 'node_modules', script);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm test, which installs it.`);
  const child = spawn(process.execPath, [path, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...environment(), ...env },
    timeout: SUITE_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop);
      if (signal === 'SIGTERM') process.exit(143);
      resolve(code ?? 1);
    });
  });
}
