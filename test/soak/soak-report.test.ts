import { describe, expect, it } from 'vitest';
import type { Checkpoint, Course } from './checkpoint.js';
import { chartText } from './soak-chart.js';
import { reportText, type SoakResults } from './soak-report.js';

const checkpoints: Checkpoint[] = Array.from({ length: 21 }, (_, i) => ({
  ...{ atMs: i * 1_000, events: i * 40_000, nodes: 5_800, shown: 2_700, detached: 3_100, listeners: 42, handles: 6 },
  ...{ heap: 6_000_000 + i * 100, embedder: 7_000_000, resident: 260_000_000 },
}));
const evening: Course = {
  ...{ engine: 'current', version: '156.0.1', checkpoints, errors: [], troublesTold: 1 },
  ...{ done: { reconnects: 100, restarts: 20, orders: 800_000 }, wrong: [], compared: 12, ms: 250_000 },
};
const results: SoakResults = {
  ...{ takenAt: '2026-07-01T12:00:00.000Z', machine: { cores: 2, node: '20.20.2' }, minutes: 4, isRealTime: false },
  hours: [{ engine: 'current', version: '156.0.1', checkpoints, findings: [], heartbeats: 5_760, ms: 4_000 }],
  evenings: [evening],
  brokenOff: [],
  controls: [{ engine: 'current', checkpoints }],
};

describe('the report of a soak', () => {
  it('says truly how many orders there were', () => {
    const text = reportText(results);
    expect(text).toContain('800,000 orders, not the million');
    expect(text).toContain('2026-07-01: 2 cores, Node 20.20.2');
    expect(text).toContain('| 156.0.1 | 800,000 | 100 | 20 | 4.2 |');
  });

  it('does not hide what was missed', () => {
    const text = reportText({ ...results, evenings: [{ ...evening, errors: ['TypeError: no'] }] });
    expect(text).toContain('1: TypeError: no | **missed**');
  });

  it('draws a line an engine in each panel', () => {
    expect(chartText(results).match(/<polyline/g)).toHaveLength(3);
    expect(chartText(results)).not.toContain('NaN');
  });
});
