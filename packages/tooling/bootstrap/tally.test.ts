import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from './project.mjs';
import { tallyPlaywright, tallyVitest } from './tally.mjs';

function reportAt(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const vitest = (passed: number, failed: number, files: { status: string; assertionResults: { status: string }[] }[]) =>
  reportAt({ numPassedTests: passed, numFailedTests: failed, testResults: files });

describe('the tally of a Vitest run', () => {
  it('takes the counts as they are', () => {
    const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(tallyVitest(vitest(5, 2, files), 1)).toMatchObject({ passed: 5, failed: 2, secondTries: [] });
  });

  it('counts and names a file that could not be read in', () => {
    const file = { name: join(ROOT, 'a.test.ts'), message: 'no such import', status: 'failed', assertionResults: [] };
    expect(tallyVitest(vitest(5, 0, [file]), 1)).toEqual({
      passed: 5,
      failed: 1,
      failures: [{ name: 'a.test.ts', error: 'no such import' }],
      secondTries: [],
    });
  });

  it('names what failed, and what it failed on at last', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a stall opens', failureMessages: ['late'] },
      { status: 'failed', fullName: 'a stall closes', failureMessages: ['late', 'wrong'] },
    ];
    const file = { name: join(ROOT, 'stall.test.ts'), status: 'failed', assertionResults };
    expect(tallyVitest(vitest(1, 1, [file]), 1).failures).toEqual([
      { name: 'stall.test.ts > a stall closes', error: 'wrong' },
    ]);
  });

  it('counts an error outside any test', () => {
    expect(tallyVitest(vitest(5, 0, []), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  it('names what passed at the second try, among those that passed', () => {
    const secondTries = [{ name: 'a.test.ts > is shown (elements)', error: 'expected 1 to be 2' }];
    expect(tallyVitest(vitest(5, 0, []), 0, reportAt(secondTries))).toMatchObject({
      passed: 5,
      failed: 0,
      failures: [],
      secondTries,
    });
  });

  it('knows of no second try where none was written down', () => {
    expect(tallyVitest(vitest(5, 0, []), 0, '/nowhere/second-tries.json').secondTries).toEqual([]);
  });

  it('counts a run that left no report', () => {
    expect(tallyVitest('/nowhere/report.json', 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the tally of a Playwright run', () => {
  it('takes the counts as they are', () => {
    const path = reportAt({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(tallyPlaywright(path, 1)).toMatchObject({ passed: 8, failed: 1 });
  });

  it('names what passed at the second try, however deep it stands', () => {
    const tests = [
      { projectName: 'chromium', status: 'flaky', results: [{ error: { message: 'late' } }, {}] },
      { projectName: 'obs', status: 'expected', results: [{}] },
      { projectName: 'other', status: 'unexpected', results: [{ error: { message: 'wrong' } }] },
    ];
    const specs = [{ file: 'e2e/deck.spec.ts', title: 'a sale is told', tests }];
    const suites = [{ suites: [{ suites: [], specs }], specs: [] }];
    const path = reportAt({ stats: { expected: 1, unexpected: 1, flaky: 1 }, suites });
    expect(tallyPlaywright(path, 1)).toEqual({
      passed: 2,
      failed: 1,
      failures: [{ name: 'e2e/deck.spec.ts > a sale is told (other)', error: 'wrong' }],
      secondTries: [{ name: 'e2e/deck.spec.ts > a sale is told (chromium)', error: 'late' }],
    });
  });

  it('counts a run that found no tests', () => {
    expect(tallyPlaywright(reportAt({ stats: { expected: 0, unexpected: 0, flaky: 0 } }), 1).failed).toBe(1);
  });
});
