import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Checkpoint, Course } from './checkpoint.js';
import { HOURS, type HoursPlayed } from './hours.js';
import { judgeCourse, NOISE, slopeOf, SLOPE, type Finding } from './judge.js';
import { WIDGETS } from './scene.js';
import { chartText } from './soak-chart.js';

const DOCS = join(import.meta.dirname, '../../docs');
const RESULTS = join(import.meta.dirname, 'results');

/** All that a soak found. */
export interface SoakResults {
  takenAt: string;
  machine: { cores: number; node: string };
  /** For the evening on each engine. */
  minutes: number;
  isRealTime: boolean;
  hours: HoursPlayed[];
  evenings: Course[];
  /** Evenings that came to no end, with why. */
  brokenOff: { engine: string; why: string }[];
  controls: { engine: string; checkpoints: readonly Checkpoint[] }[];
}

/** Writes every figure as JSON into a folder that git ignores, and, of a whole run, the report for people and its graph. */
export async function writeSoakReport(results: SoakResults, isWhole: boolean): Promise<string> {
  await mkdir(RESULTS, { recursive: true });
  const path = join(RESULTS, `${results.takenAt.replace(/[:.]/g, '-')}.json`);
  await writeFile(path, JSON.stringify(results, null, 1));
  if (!isWhole) return path;
  const page = join(DOCS, 'soak.md');
  await writeFile(join(DOCS, 'pictures/soak.svg'), chartText(results));
  await writeFile(page, await format(reportText(results), { ...(await resolveConfig(page)), parser: 'markdown' }));
  return `${path}, docs/soak.md`;
}

const count = (value: number): string => value.toLocaleString('en-US');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const findingsText = (findings: readonly Finding[]): string =>
  table(
    ['Check', 'Bound', 'Found', ''],
    findings.map(({ what, bound, found, isMet }) => [what, bound, found.slice(0, 300), isMet ? 'met' : '**missed**']),
  );

/** The report, before it is formatted. */
export function reportText(results: SoakResults): string {
  const { takenAt, machine, minutes, isRealTime, hours, evenings, controls, brokenOff } = results;
  return [
    '# Soak',
    `Written by \`pnpm soak${isRealTime ? ' --real-time' : ''}\` on ${takenAt.slice(0, 10)}: ${machine.cores} cores, Node ${machine.node}. ` +
      'An evening of eight hours, compressed: what grows in a page that is never closed, on the engines inside OBS and on the current one.',
    `## An evening of orders`,
    `The relay’s own overlay page shows ${WIDGETS} widgets of a stall on a real relay with its database, for ${minutes} minutes on each engine. Orders are taken as fast as the relay ` +
      'writes them to the disk, at most 5,000 a second; meanwhile the line is cut, the relay is restarted, the source is hidden and shown, scenes and themes change, and a second ' +
      'source on the same computer is loaded anew. After each stretch the page comes to rest, its waste is collected, and what is alive is counted. In the end every widget has ' +
      'to show what a page shows that has only just been opened.',
    table(
      ['Engine', 'Orders', ...Object.keys(evenings[0]?.done ?? {}).filter((key) => key !== 'orders'), 'Minutes'],
      evenings.map(({ version, done, ms }) => [
        version,
        count(done['orders'] ?? 0),
        ...Object.entries(done).flatMap(([key, value]) => (key === 'orders' ? [] : [count(value)])),
        (ms / 60_000).toFixed(1),
      ]),
    ),
    ...evenings.map(ordersText),
    ...brokenOff.map(({ engine, why }) => `- The evening of ${engine} was **broken off**: ${why}`),
    '![What is alive in the page, over the evening](pictures/soak.svg)',
    ...evenings.flatMap((course) => [
      `### Chromium ${course.version}`,
      findingsText(judgeCourse(course)),
      checkpointsText(course.checkpoints),
    ]),
    'A count is level where the later half of the checkpoints comes down to what the first half has seen: a number with one digit more has more nodes, and a template that is shown for the ' +
      'first time stays, but what leaks goes on growing. Nodes outside the document are those that are alive and not on the page: what is left of them is Lit’s templates and what the engine keeps for itself. A heap that grows by ' +
      `less than ${NOISE / 1_000} kB over a whole evening is taken for level, as compiled code comes and goes; the bound is ${SLOPE} byte an order.`,
    `## ${HOURS} hours by a clock`,
    'A card, a counter, a countdown and a list of orders, on a clock that is wound by hand: a sign of life every five seconds, an order every 61, and every second of the countdown.',
    ...hours.flatMap(({ version, findings, heartbeats, ms }) => [
      `### Chromium ${version}, by the clock`,
      `${count(heartbeats)} signs of life in ${(ms / 1_000).toFixed(1)} s.`,
      findingsText(findings),
    ]),
    '## The control',
    'A list by Lit’s `repeat`, which keeps a node for every row, under the same census. It has to fail, or the census sees nothing.',
    table(
      ['Engine', 'Rows', 'Nodes, from', 'to'],
      controls.map(({ engine, checkpoints }) => [
        engine,
        count(checkpoints.at(-1)?.events ?? 0),
        count(checkpoints[0]?.nodes ?? 0),
        count(checkpoints.at(-1)?.nodes ?? 0),
      ]),
    ),
  ].join('\n\n');
}

function ordersText({ version, done }: Course): string {
  const orders = done['orders'] ?? 0;
  const missing =
    orders < 1_000_000
      ? `, not the million of a whole evening: more minutes (\`--minutes\`) or a faster disk make more`
      : '';
  return `- Chromium ${version} saw ${count(orders)} orders${missing}.`;
}

function checkpointsText(all: readonly Checkpoint[]): string {
  const mega = (bytes: number): string => (bytes / 1_000_000).toFixed(2);
  const rows = all.map((one) => [
    count(one.events),
    count(one.nodes),
    count(one.detached),
    String(one.listeners),
    String(one.handles),
    mega(one.heap),
    mega(one.embedder),
    mega(one.resident),
  ]);
  const head = ['Orders', 'Nodes', 'Outside', 'Listeners', 'Handles', 'Heap, MB', 'Engine’s, MB', 'Resident, MB'];
  return `${table(head, rows)}\n\nThe first line is the time in which caches fill; it is not judged. Slope of the rest: ${slopeOf(all.slice(1)).toFixed(3)} byte an order.`;
}
