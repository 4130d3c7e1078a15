import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests passed and how many failed.
 *
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * Counts a Vitest report. A file that could not be read in, and an error outside any test, count as one failure each.
 *
 * @param {string} path Of the JSON report.
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyVitest(path, exitCode) {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  return withExit({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles }, exitCode);
}

/**
 * Counts a Playwright report.
 *
 * @param {string} path Of the JSON report.
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyPlaywright(path, exitCode) {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(path, 'utf8'));
  return withExit({ passed: stats.expected + stats.flaky, failed: stats.unexpected }, exitCode);
}

/**
 * A run that ended badly without a failed test is a failure all the same.
 *
 * @param {Tally} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
const withExit = ({ passed, failed }, exitCode) => ({ passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed });
