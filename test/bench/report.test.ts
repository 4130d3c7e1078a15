import { describe, expect, it } from 'vitest';
import { judgeWeight } from './bounds.js';
import { reportText } from './report.js';
import { reportLatency } from './latency-report.js';
import { thisMachine, type Results } from './results.js';

const weights = {
  widgets: { minified: 90_000, brotli: 30_000 },
  script: { minified: 1_500, brotli: 750 },
  parts: [{ name: 'lit', weight: { minified: 18_000, brotli: 6_000 } }],
};

function setup(overrides: Partial<Results> = {}): string {
  return reportText({
    takenAt: '2026-07-01T11:00:00.000Z',
    machine: { ...thisMachine(), load: 0 },
    frames: [{ browser: 'b', version: '127.0', variant: 'widgets', synthetic: true, idle: 0, onChange: 26 }],
    weights,
    extent: 'usual',
    minutesTaken: 12,
    leftOut: [],
    measured: [
      reportLatency(
        [
          {
            load: { perSecond: 20, changes: 2 },
            runs: {
              widgets: [
                [12, 12],
                [11, 11],
              ],
              script: [
                [10, 10],
                [10, 10],
              ],
            },
          },
        ],
        '156.0',
        { done: 2, planned: 5 },
      ),
    ],
    verdicts: judgeWeight(weights.widgets),
    ...overrides,
  });
}

describe('the report', () => {
  it('tells counts, bytes and ratios', () => {
    const text = setup();
    expect(text).toContain('| Chromium 127.0 | the three widgets | demo | 26 | 0 |');
    expect(text).toContain('| lit | 18,000 B | 6,000 B |');
    expect(text).toContain('| 20 | Stallcast | 2 × 2 changes | 1.15 (1.10 to 1.20) |');
    expect(text).toContain('goal not reached');
  });

  it('promises no milliseconds', () => {
    expect(setup()).not.toMatch(/\d ?ms\b/);
  });

  it('says when the machine was busy with other work', () => {
    expect(setup()).toContain('nothing else was running');
    expect(setup({ machine: { ...thisMachine(), load: 1.6 } })).toContain('other work took 1.6 of each core');
  });

  it('says how often everything was done, and what was dropped', () => {
    expect(setup()).toContain('2 rounds of 5 that were planned: the others were dropped');
  });

  it('names who was left out', () => {
    expect(setup({ leftOut: ['NodeCG: it did not start.'] })).toContain('Not measured: NodeCG: it did not start.');
  });

  it('begins with a table of ratios and says who takes less', () => {
    const text = setup();
    expect(text.indexOf('Ours beside the others')).toBeLessThan(text.indexOf('From a change on the wire'));
    expect(text).toContain('| Median delay at 20 changes a second | **1.15 (1.10–1.20)** ✗ |');
    expect(text).toContain('none but the limit');
  });

  it('has a summary in Chinese', () => {
    expect(setup()).toContain('**中文摘要。**');
  });

  it('says when nothing could be counted', () => {
    expect(setup({ frames: [] })).toContain('No browser that draws frames on demand was there.');
  });
});
