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
    expect(tallyVitest(vitest(5, 2, files), 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a file that could not be read in', () => {
    expect(tallyVitest(vitest(5, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({
      passed: 5,
      failed: 1,
    });
  });

  it('counts an error outside any test', () => {
    expect(tallyVitest(vitest(5, 0, []), 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts a run that left no report', () => {
    expect(tallyVitest('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the tally of a Playwright run', () => {
  it('takes the counts as they are', () => {
    const path = reportAt({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(tallyPlaywright(path, 1)).toEqual({ passed: 8, failed: 1 });
  });

  it('counts a run that found no tests', () => {
    expect(tallyPlaywright(reportAt({ stats: { expected: 0, unexpected: 0, flaky: 0 } }), 1).failed).toBe(1);
  });
});
