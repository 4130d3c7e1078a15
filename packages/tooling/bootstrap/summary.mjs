/**
 * How a suite came out.
 *
 * @typedef {import('./tally.mjs').Tally & { words: string, seconds: number }} Result
 */

/**
 * Says how suites came out: a line for each, each test that failed, each that passed at the second try only, and `N passed, N failed` as the last line.
 *
 * @param {readonly Result[]} results
 * @returns {string[]}
 */
export function linesOf(results) {
  const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((total, result) => total + result[what], 0);
  return [
    '',
    ...results.map(
      ({ words, passed, failed, seconds }) =>
        `${failed === 0 ? '✓' : '✗'} ${words}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    ),
    ...listOf(
      results.flatMap(({ failures }) => failures),
      (count) => `✗ 有 ${count} 项没通过 ${count} ${count > 1 ? 'tests' : 'test'} failed:`,
    ),
    ...listOf(
      results.flatMap(({ secondTries }) => secondTries),
      (count) => `! 有 ${count} 项第二次才通过 ${count} ${count > 1 ? 'tests' : 'test'} passed at the second try:`,
    ),
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ];
}

/** So many are named; of more, the tests' own output tells. */
const MOST_NAMED = 30;

/**
 * @param {readonly import('./tally.mjs').Failure[]} failures
 * @param {(count: number) => string} headed
 * @returns {string[]} Nothing where nothing failed.
 */
function listOf(failures, headed) {
  if (failures.length === 0) return [];
  const named = failures.slice(0, MOST_NAMED).map(({ name, error }) => `    ${name}: ${firstLineOf(error)}`);
  return [headed(failures.length), ...named, ...(failures.length > MOST_NAMED ? ['    …'] : [])];
}

/** @param {string} error As it was printed, perhaps in colours. */
const firstLineOf = (error) => error.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n', 1)[0] ?? '';
