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
  styleMs: 1,
  layoutMs: 1,
  otherMs: 8,
  caughtUp: true,
});

describe('the report of a surge', () => {
  const { rows, verdicts, duels } = reportSurges(
    [run('script', 100), run('widgets', 50, true), run('vue', 200), run('react', 300)],
    { done: 1, planned: 5 },
  );

  it('tells each page in ratio to the script', () => {
    expect(rows.map(([, page, ratio]) => [page, ratio])).toContainEqual(['Vue 3.5', '2.00 (2.00 to 2.00)']);
  });

  it('judges ours by the cheapest rival', () => {
    const batches = verdicts.filter(({ what }) => what.includes('batches'));
    expect(batches.map(({ found, outcome }) => [found, outcome])).toEqual([
      ['0.25 at best (Vue 3.5)', 'met'],
      ['0.25 (Vue 3.5)', 'goal not reached'],
    ]);
  });

  it('misses its bound where ours takes more than the cheapest rival in every round', () => {
    const { verdicts: dear } = reportSurges([run('script', 100), run('widgets', 510, true), run('vue', 200)], {
      done: 1,
      planned: 1,
    });
    expect(dear.filter(({ outcome }) => outcome === 'missed')).toHaveLength(1);
  });

  it('compares ours, as it is used, with each of the others', () => {
    expect(duels?.map(({ rival, ratio }) => [rival, ratio.middle])).toContainEqual(['Vue 3.5', 0.25]);
  });
});
