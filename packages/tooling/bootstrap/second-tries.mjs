import { writeFileSync } from 'node:fs';

/**
 * Writes down, as a reporter of Vitest, which tests passed at the second try only: Vitest's own report counts them like all the others.
 *
 * The list goes to the path in `STALLCAST_SECOND_TRIES`.
 */
export default class SecondTries {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const path = process.env.STALLCAST_SECOND_TRIES;
    if (!path) throw new Error('Expected a path in STALLCAST_SECOND_TRIES, found none: npm test sets it.');
    const flaky = modules.flatMap((module) =>
      [...module.children.allTests()].filter((test) => test.diagnostic()?.flaky),
    );
    writeFileSync(path, JSON.stringify(flaky.map(describe)));
  }
}

/**
 * @param {import('vitest/node').TestCase} test
 * @returns {import('./tally.mjs').Failure}
 */
const describe = (test) => ({
  name: `${test.module.relativeModuleId} > ${test.fullName} (${test.project.name})`,
  error: test.result().errors?.[0]?.message ?? '',
});
