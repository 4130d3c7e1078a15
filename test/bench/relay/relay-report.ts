import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chartText } from '../charts.js';
import { tableText } from '../report.js';
import { median, quantile, spreadOf } from '../statistics.js';
import { SERVERS, type Server } from './contenders.js';
import type { Findings } from './findings.js';

const DOCS = join(import.meta.dirname, '..', '..', '..', 'docs');
/** Whom the others are told in ratio to. */
const MEASURE = 'socket.io';

/** Writes docs/performance-relay.md with its charts. */
export async function writeRelayReport(findings: Findings): Promise<string> {
  const path = join(DOCS, 'performance-relay.md');
  await mkdir(join(DOCS, 'pictures'), { recursive: true });
  for (const [name, text] of charts(findings)) await writeFile(join(DOCS, 'pictures', name), text);
  const options = { ...(await resolveConfig(path)), parser: 'markdown' };
  await writeFile(path, await format(relayReportText(findings), options));
  return path;
}

/** The report, before it is formatted; other reports may include it. */
export function relayReportText(findings: Findings): string {
  const { takenAt, machine, tookS, leftOut } = findings;
  return [
    '# The relay’s performance',
    `Written by \`pnpm bench:relay\` on ${takenAt.slice(0, 10)} in ${tookS.toFixed(0)} s: ${machine.cores} cores, ${machine.system}, Node ${machine.node}; ` +
      `other work before it took ${machine.load.toFixed(1)} of each core. Servers, viewers and the shop are processes of their own on one machine, by loopback, and share ` +
      `its ${machine.cores} cores. So times belong to this machine and this hour; **the ratios to a plain socket.io server in the same run are what is told**. Rounds are ` +
      'interleaved; what is told of them is the median, with the lowest and the highest in parentheses.',
    'Beside our relay: a socket.io server as its guide writes one (state in memory, `emit` to a room), and NodeCG 2 with a replicant. Neither keeps anything on disk: ' +
      'socket.io has no storage, and NodeCG’s is written later than it answers. So our relay runs without its database too (“in memory”), which is no setting of it, to be fair to both. ' +
      'All tell the same facts of an order, its stock and the totals, with WebSockets that are not compressed.',
    ...(leftOut.length > 0 ? [`There was no time for: ${leftOut.join('; ')}.`] : []),
    ...ingestText(findings),
    ...fanOutText(findings),
    ...recoveryText(findings),
    ...slowText(findings),
    ...beatenText(findings),
  ].join('\n\n');
}

/** The same tables for a terminal. */
export const relaySummary = (findings: Findings): string =>
  [ingestText, fanOutText, recoveryText, slowText, beatenText]
    .flatMap((text) => text(findings))
    .filter((part) => part.startsWith('|') || part.startsWith('#') || part.startsWith('-'))
    .join('\n\n');

/** One number of each round of a server. */
type Figures = ReadonlyMap<string, number[]>;

function figures<T>(rounds: readonly { server: string; runs: T[] }[], of: (run: T) => number | null): Figures {
  const found = new Map<string, number[]>();
  for (const { server, runs } of rounds) {
    for (const run of runs) {
      const value = of(run);
      if (value !== null && Number.isFinite(value)) found.set(server, [...(found.get(server) ?? []), value]);
    }
  }
  return found;
}

const serversOf = (all: Figures): Server[] => SERVERS.filter(({ id }) => all.has(id));

function told(all: Figures, server: string, digits: number): string {
  const values = all.get(server) ?? [];
  if (values.length === 0) return '–';
  const { low, middle, high } = spreadOf(values);
  const text = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return values.length === 1 ? text(middle) : `${text(middle)} (${text(low)}–${text(high)})`;
}

/** In ratio to the server that is the measure, round by round. */
function ratio(all: Figures, server: string): string {
  const theirs = all.get(MEASURE) ?? [];
  const pairs = (all.get(server) ?? []).flatMap((value, i) => (theirs[i] ? [value / theirs[i]] : []));
  return pairs.length === 0 ? '–' : median(pairs).toFixed(2);
}

function ingestText({ ingest, commands }: Findings): string[] {
  if (ingest.length === 0) return [];
  const table = (rounds: Findings['ingest']) => {
    const at = (atOnce: number, of: (run: (typeof rounds)[number]['runs'][number]) => number) =>
      figures(rounds, (run) => (run.atOnce === atOnce ? of(run) : null));
    const rate = at(64, ({ aSecond }) => aSecond);
    const alone = [0.5, 0.99].map((q) => at(1, ({ waits }) => quantile(waits, q)));
    const many = [0.5, 0.99].map((q) => at(64, ({ waits }) => quantile(waits, q)));
    const cpu = at(64, ({ cpuAMessageUs }) => cpuAMessageUs);
    return tableText(
      ['Server', 'Kept', 'A second', 'Ratio', 'p50, p99 of 64, ms', 'p50, p99 alone, ms', 'CPU each, µs'],
      serversOf(rate).map(({ id, name, keeps }) => [
        name,
        keeps === 'disk' ? 'on disk' : 'in memory',
        told(rate, id, 0),
        ratio(rate, id),
        many.map((one) => told(one, id, 1)).join(', '),
        alone.map((one) => told(one, id, 2)).join(', '),
        told(cpu, id, 0),
      ]),
    );
  };
  return [
    '## Orders a second',
    'A shop sends signed webhooks (HMAC-SHA256) over 64 connections, each the next when the last one is answered, with ten viewers connected; then over one alone. ' +
      'On disk means: answered after SQLite’s commit with `synchronous=FULL`, and still there after a kill. More a second is better.',
    '![Time for an order](pictures/performance-relay-ingest.svg)',
    table(ingest),
    ...(commands.length > 0 ? ['Commands of a deck, the same way:', table(commands)] : []),
  ];
}

function fanOutText({ fanOut }: Findings): string[] {
  const sizes = [...new Set(fanOut.flatMap(({ runs }) => runs.map(({ wanted }) => wanted)))];
  if (sizes.length === 0) return [];
  return [
    '## One change to many viewers',
    'From the change at the server, which ours has yet to commit to disk, to its receipt by each viewer; the server’s CPU for each message that arrived; and by how much its memory grew for each connection, after a collection of garbage. ' +
      'What viewers take to read is in the times: they share the cores.',
    '![CPU for a message](pictures/performance-relay-cpu.svg)',
    '![Memory for a connection](pictures/performance-relay-memory.svg)',
    ...sizes.flatMap((size) => {
      const of = (value: (run: (typeof fanOut)[number]['runs'][number]) => number) =>
        figures(fanOut, (run) => (run.wanted === size ? value(run) : null));
      const p50 = of(({ delays }) => quantile(delays, 0.5));
      const p99 = of(({ delays }) => quantile(delays, 0.99));
      const cpu = of(({ cpuAMessageUs }) => cpuAMessageUs);
      const memory = of(({ rss, viewers }) => rss / viewers / 1_024);
      const arrived = of((run) => (100 * run.arrived) / (run.wanted * run.changes));
      const bytes = of(({ bytesAMessage }) => bytesAMessage);
      return [
        `### ${size.toLocaleString('en-US')} viewers`,
        tableText(
          [
            'Server',
            'p50, ms',
            'Ratio',
            'p99, ms',
            'Ratio',
            'CPU a message, µs',
            'Ratio',
            'kB a connection',
            'Bytes',
            'Arrived, %',
          ],
          serversOf(p50).map(({ id, name }) => [
            name,
            told(p50, id, 2),
            ratio(p50, id),
            told(p99, id, 1),
            ratio(p99, id),
            told(cpu, id, 1),
            ratio(cpu, id),
            size < 1_000 ? '–' : told(memory, id, 1),
            told(bytes, id, 0),
            told(arrived, id, 1),
          ]),
        ),
      ];
    }),
  ];
}

function recoveryText({ recovery }: Findings): string[] {
  if (recovery.length === 0) return [];
  const name = (id: string) => SERVERS.find((one) => one.id === id)?.name ?? id;
  return [
    '## All viewers come back at once',
    'The server is killed (SIGKILL) with all viewers connected and started again; each viewer comes back after the random waits of our adapter (up to 0.5, 1, 2, 4, then 5 s), the rivals’ viewers too. ' +
      'Level: told everything up to a sale made after the restart; for the rivals, given the state again. Told from the moment it listens again, and for each viewer from its own attempt, which is the server’s part of it.',
    tableText(
      [
        'Server',
        'Level',
        '50 %, s',
        '99 %, s',
        '100 %, s',
        'Attempt p50, ms',
        'p99, ms',
        'Away, s',
        'Peak, MB',
        'Loop late p99, max, ms',
      ],
      recovery.map(({ server, run }) => [
        name(server),
        `${run.level.length} of ${run.viewers}`,
        ...[0.5, 0.99, 1].map((q) => (run.level.length ? (quantile(run.level, q) / 1_000).toFixed(1) : '–')),
        ...[0.5, 0.99].map((q) => (run.attempt.length ? quantile(run.attempt, q).toFixed(0) : '–')),
        (run.awayMs / 1_000).toFixed(1),
        (run.peakRss / 1e6).toFixed(0),
        `${run.loopP99Ms.toFixed(0)}, ${run.loopMaxMs.toFixed(0)}`,
      ]),
    ),
  ];
}

function slowText({ slow }: Findings): string[] {
  if (slow.length === 0) return [];
  const name = (id: string) => SERVERS.find((one) => one.id === id)?.name ?? id;
  return [
    '## Viewers that do not read',
    'Changes of 20 kB, a hundred and fifty a second: first all read, then one in a hundred (two at least) has stopped. Told of those who read. A line of ours that holds 256 kB is sent nothing more; what it missed is merged, and after 30 s it is cut.',
    tableText(
      ['Server', 'Silent', 'p50 before, with, ms', 'p99 before, with, ms', 'Grown, MB', 'Each silent one was told, MB'],
      slow.map(({ server, run }) => [
        name(server),
        `${run.silent} of ${run.viewers}`,
        [run.without, run.beside].map((all) => (all.length ? quantile(all, 0.5).toFixed(1) : '–')).join(', '),
        [run.without, run.beside].map((all) => (all.length ? quantile(all, 0.99).toFixed(1) : '–')).join(', '),
        (run.grown / 1e6).toFixed(0),
        (run.toldBytes / 1e6).toFixed(0),
      ]),
    ),
  ];
}

/** Where a rival is better than our relay as people start it. */
function beatenText({ ingest, fanOut, recovery }: Findings): string[] {
  const lines: string[] = [];
  const compare = (what: string, all: Figures, less: boolean) => {
    for (const { id, name } of SERVERS.filter((one) => !one.isOurs && all.has(one.id))) {
      for (const ours of SERVERS.filter((one) => one.isOurs && one.keeps === 'disk' && all.has(one.id))) {
        const times = median(all.get(ours.id)!) / median(all.get(id)!);
        const worse = less ? times : 1 / times;
        if (worse > 1.05) lines.push(`- ${what}: ${name} is ${worse.toFixed(1)} times better than ${ours.name}.`);
      }
    }
  };
  compare(
    'Orders a second',
    figures(ingest, (run) => (run.atOnce === 64 ? run.aSecond : null)),
    false,
  );
  compare(
    'An order alone, p50',
    figures(ingest, (run) => (run.atOnce === 1 ? quantile(run.waits, 0.5) : null)),
    true,
  );
  for (const size of new Set(fanOut.flatMap(({ runs }) => runs.map(({ wanted }) => wanted)))) {
    const of = (value: (run: (typeof fanOut)[number]['runs'][number]) => number) =>
      figures(fanOut, (run) => (run.wanted === size ? value(run) : null));
    const viewers = `${size.toLocaleString('en-US')} viewers`;
    compare(
      `${viewers}, p50`,
      of(({ delays }) => quantile(delays, 0.5)),
      true,
    );
    compare(
      `${viewers}, p99`,
      of(({ delays }) => quantile(delays, 0.99)),
      true,
    );
    if (size < 1_000) continue;
    compare(
      `${viewers}, CPU a message`,
      of(({ cpuAMessageUs }) => cpuAMessageUs),
      true,
    );
    compare(
      `${viewers}, memory a connection`,
      of(({ rss, viewers: count }) => rss / count),
      true,
    );
  }
  const back = new Map(
    recovery
      .filter(({ run }) => run.attempt.length > 0)
      .map(({ server, run }) => [server, [quantile(run.attempt, 0.99)]]),
  );
  compare('Coming back, p99 of an attempt', back, true);
  return ['## Where a rival beats us', lines.length > 0 ? lines.join('\n') : 'In none of the measures above.'];
}

function* charts({ ingest, fanOut }: Findings): Generator<[string, string]> {
  const largest = Math.max(...fanOut.flatMap(({ runs }) => runs.map(({ wanted }) => wanted)));
  const bars = (all: Figures) =>
    serversOf(all).map(({ id, name, isOurs }) => ({ label: name, value: median(all.get(id)!), isOurs }));
  const of = (value: (run: (typeof fanOut)[number]['runs'][number]) => number) =>
    figures(fanOut, (run) => (run.wanted === largest ? value(run) : null));
  const viewers = `${largest.toLocaleString('en-US')} viewers`;
  const rate = figures(ingest, (run) => (run.atOnce === 64 ? 1 / run.aSecond : null));
  if (rate.size > 0)
    yield ['performance-relay-ingest.svg', chartText({ title: 'Time for an order, 64 at once', bars: bars(rate) })];
  if (fanOut.length === 0) return;
  yield [
    'performance-relay-cpu.svg',
    chartText({ title: `CPU for a message, ${viewers}`, bars: bars(of((run) => run.cpuAMessageUs)) }),
  ];
  yield [
    'performance-relay-memory.svg',
    chartText({ title: `Memory for a connection, ${viewers}`, bars: bars(of((run) => run.rss / run.viewers)) }),
  ];
}
