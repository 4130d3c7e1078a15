/**
 * How a suite came out.
 *
 * @typedef {import('./tally.mjs').Tally & { words: string, seconds: number }} Result
 */

/**
 * Says how suites came out: a line for each, each test that passed at the second try only, and `N passed, N failed` as the last line.
 *
 * @param {readonly Result[]} results
 * @returns {string[]}
 */
export function linesOf(results) {
  const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((total, result) => total + result[what], 0);
  const secondTries = results.flatMap((result) => result.secondTries);
  const isPlural = secondTries.length > 1;
  return [
    '',
    ...results.map(
      ({ words, passed, failed, seconds }) =>
        `${failed === 0 ? '✓' : '✗'} ${words}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    ),
    ...(secondTries.length > 0
      ? [
          `! 有 ${secondTries.length} 项第二次才通过 ${secondTries.length} ${isPlural ? 'tests' : 'test'} passed at the second try:`,
        ]
      : []),
    ...secondTries.map(({ name, error }) => `    ${name}: ${firstLineOf(error)}`),
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ];
}

/** @param {string} error As it was printed, perhaps in colours. */
const firstLineOf = (error) => error.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n', 1)[0] ?? '';
