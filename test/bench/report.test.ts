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
    expect(text).toContain('| ratio | 60.0 | 40.0 |');
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

  it('says when nothing could be counted', () => {
    expect(setup({ frames: [] })).toContain('No browser that draws frames on demand was there.');
  });
});
