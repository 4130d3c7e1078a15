import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * A test that failed, at its last try or at its first only, and what it failed on.
 *
 * @typedef {{ name: string, error: string }} Failure
 */

/**
 * How many tests passed and how many failed, which failed as far as the report names them, and which of those that passed did so at the second try only.
 *
 * @typedef {{ passed: number, failed: number, failures: readonly Failure[], secondTries: readonly Failure[] }} Tally
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
  failures: [],
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
  /** @type {readonly VitestFile[]} */
  const files = report.testResults;
  const broken = files.filter(isBroken);
  const secondTries = secondTriesPath !== undefined && existsSync(secondTriesPath) ? read(secondTriesPath) : [];
  return withExit(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      failures: [
        ...broken.map(({ name = '', message = '' }) => ({ name: relative(ROOT, name), error: message })),
        ...files.flatMap(failuresOf),
      ],
      secondTries,
    },
    exitCode,
  );
}

/**
 * A file of tests in Vitest's report.
 *
 * @typedef {object} VitestFile
 * @property {string} [name] Its path.
 * @property {string} status
 * @property {string} [message] Why it could not be read in.
 * @property {{ status: string, fullName?: string, failureMessages?: string[] }[]} assertionResults
 */

/**
 * Whether a file failed without a test of it: it could not be read in.
 *
 * @param {VitestFile} file
 */
const isBroken = ({ status, assertionResults }) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');

/**
 * @param {VitestFile} file
 * @returns {Failure[]}
 */
const failuresOf = ({ name = '', assertionResults }) =>
  assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName = '', failureMessages = [] }) => ({
      name: `${relative(ROOT, name)} > ${fullName}`,
      error: failureMessages.at(-1) ?? '',
    }));

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
    {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      failures: suites.flatMap((/** @type {Part} */ part) => endedAs('unexpected', part)),
      secondTries: suites.flatMap((/** @type {Part} */ part) => endedAs('flaky', part)),
    },
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
 * The tests in a part of the report that ended in a way, with the first thing that each failed on.
 *
 * @param {'unexpected' | 'flaky'} end
 * @param {Part} part
 * @returns {Failure[]}
 */
const endedAs = (end, { suites = [], specs = [] }) => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === end)
      .map(({ projectName, results }) => ({
        name: `${file} > ${title} (${projectName})`,
        error: results.find(({ error }) => error)?.error?.message ?? '',
      })),
  ),
  ...suites.flatMap((part) => endedAs(end, part)),
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
