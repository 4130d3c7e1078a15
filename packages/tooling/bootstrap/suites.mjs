import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './pnpm.mjs';
import { CACHE, ROOT } from './project.mjs';
import { tallyPlaywright, tallyVitest } from './tally.mjs';

const REPORTS = join(CACHE, 'reports');
const VITEST_REPORT = join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

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
 * Every Vitest project: unit, browser and repo rules.
 *
 * @param {'all' | ''} engines `all` runs the browser tests on OBS's engines as well.
 * @returns {Suite}
 */
export const vitestSuite = (engines) => ({
  words: '单元与浏览器 Unit and browser',
  script: 'vitest/vitest.mjs',
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
  env: { STALLCAST_ENGINE: engines },
  tally: (exitCode) => tallyVitest(VITEST_REPORT, exitCode),
});

/** @type {Suite} */
export const END_TO_END_SUITE = {
  words: '端到端 End to end',
  script: '../test/node_modules/@playwright/test/cli.js',
  args: ['test', '--config', 'test/playwright.config.ts', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT },
  tally: (exitCode) => tallyPlaywright(PLAYWRIGHT_REPORT, exitCode),
};

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
