import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
    expect(tallyVitest(vitest(5, 2, files), 1)).toEqual({ passed: 5, failed: 2, secondTries: [] });
  });

  it('counts a file that could not be read in', () => {
    expect(tallyVitest(vitest(5, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({
      passed: 5,
      failed: 1,
      secondTries: [],
    });
  });

  it('counts an error outside any test', () => {
    expect(tallyVitest(vitest(5, 0, []), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  it('names what passed at the second try, among those that passed', () => {
    const secondTries = [{ name: 'a.test.ts > is shown (elements)', error: 'expected 1 to be 2' }];
    expect(tallyVitest(vitest(5, 0, []), 0, reportAt(secondTries))).toEqual({ passed: 5, failed: 0, secondTries });
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
      secondTries: [{ name: 'e2e/deck.spec.ts > a sale is told (chromium)', error: 'late' }],
    });
  });

  it('counts a run that found no tests', () => {
    expect(tallyPlaywright(reportAt({ stats: { expected: 0, unexpected: 0, flaky: 0 } }), 1).failed).toBe(1);
  });
});
