import { existsSync, readFileSync } from 'node:fs';

/**
 * A test that failed and then passed.
 *
 * @typedef {{ name: string, error: string }} SecondTry With what it had failed on.
 */

/**
 * How many tests passed and how many failed, and which of those that passed did so at the second try only.
 *
 * @typedef {{ passed: number, failed: number, secondTries: readonly SecondTry[] }} Tally
 */

/**
 * Counts what is passed or failed as a whole.
 *
 * @param {number} exitCode
 * @returns {Tally}
 */
export const tallyExit = (exitCode) => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
  secondTries: [],
});

/**
 * Counts a Vitest report. A file that could not be read in, and an error outside any test, count as one failure each.
 *
 * @param {string} path Of the JSON report.
 * @param {number} exitCode
 * @param {string} [secondTriesPath] Of what `second-tries.mjs` has written, where there are second tries.
 * @returns {Tally}
 */
export function tallyVitest(path, exitCode, secondTriesPath) {
  if (!existsSync(path)) return tallyExit(1);
  const report = read(path);
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const secondTries = secondTriesPath !== undefined && existsSync(secondTriesPath) ? read(secondTriesPath) : [];
  return withExit(
    { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, secondTries },
    exitCode,
  );
}

/**
 * Counts a Playwright report.
 *
 * @param {string} path Of the JSON report.
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyPlaywright(path, exitCode) {
  if (!existsSync(path)) return tallyExit(1);
  const { stats, suites = [] } = read(path);
  return withExit(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected, secondTries: suites.flatMap(flakyOf) },
    exitCode,
  );
}

/**
 * A part of a Playwright report: a file, or a group of tests.
 *
 * @typedef {object} Part
 * @property {Part[]} [suites]
 * @property {{ file: string, title: string, tests: Attempts[] }[]} [specs]
 *
 * @typedef {{ projectName: string, status: string, results: { error?: { message?: string } }[] }} Attempts
 */

/**
 * @param {Part} part
 * @returns {SecondTry[]}
 */
const flakyOf = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName, results }) => ({
        name: `${file} > ${title} (${projectName})`,
        error: results.find(({ error }) => error)?.error?.message ?? '',
      })),
  ),
  ...suites.flatMap(flakyOf),
];

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * A run that ended badly without a failed test is a failure all the same.
 *
 * @param {Tally} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
const withExit = (tally, exitCode) => ({ ...tally, failed: exitCode !== 0 && tally.failed === 0 ? 1 : tally.failed });
