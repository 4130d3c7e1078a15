import { expect, it } from 'vitest';
import { emptyFindings } from './findings.js';
import { relayReportText } from './relay-report.js';

const machine = { cores: 2, system: 'linux x64', node: '20.20.2', load: 0 };

it('tells ratios round by round, and where a rival is better', () => {
  const findings = emptyFindings(machine, 'usual');
  const fanOut = (delay: number, cpuAMessageUs: number) => ({
    wanted: 1_000,
    viewers: 1_000,
    changes: 1,
    arrived: 1_000,
    delays: [delay],
    bytesAMessage: 1_400,
    cpuAMessageUs,
    rss: 16 * 1_024 * 1_000,
  });
  const round = (socket: [number, number], io: [number, number]) => [
    { server: 'socket', runs: [fanOut(...socket)] },
    { server: 'socket.io', runs: [fanOut(...io)] },
  ];
  findings.fanOut = [...round([30, 5], [10, 10]), ...round([40, 6], [20, 10])];
  const text = relayReportText(findings);
  expect(text).toContain('### 1,000 viewers');
  expect(text).toContain('| Stallcast, WebSocket | 35 (30–40) | 2.50 |');
  expect(text).toContain('| 5.5 (5–6) | 0.55 |');
  expect(text).toContain('- 1,000 viewers, p50: socket.io is 2.3 times better than Stallcast, WebSocket.');
  expect(text).not.toContain('CPU a message: socket.io');
  expect(text).not.toContain('## Orders a second');
});

it('says what was left out', () => {
  const findings = { ...emptyFindings(machine, 'usual'), leftOut: ['recovery, NodeCG 2'] };
  expect(relayReportText(findings)).toContain('There was no time for: recovery, NodeCG 2.');
});
