import { describe, expect, it } from 'vitest';
import { reportSurges } from './surge-report.js';
import type { SurgeRun } from './surge.js';

const run = (contender: string, cpuMs: number, isBatched = false): SurgeRun => ({
  contender,
  isBatched,
  perSecond: 1_000,
  cpuMs,
  framesPerSecond: 60,
  damaged: 120,
  layouts: 120,
  styles: 120,
  scriptMs: 10,
  caughtUp: true,
});

describe('the report of a surge', () => {
  const { rows, verdicts } = reportSurges([
    run('script', 100),
    run('widgets', 50, true),
    run('vue', 200),
    run('react', 300),
  ]);

  it('tells each page in ratio to the script', () => {
    expect(rows.map(([, page, ratio]) => [page, ratio])).toContainEqual(['Vue 3.5', '2.00 (2.00 to 2.00)']);
  });

  it('judges ours by the cheapest rival', () => {
    expect(verdicts.find(({ what }) => what.includes('batches'))).toMatchObject({
      found: '0.25 (Vue 3.5)',
      outcome: 'goal not reached',
    });
  });
});
