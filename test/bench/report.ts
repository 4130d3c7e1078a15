import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bytes } from './bounds.js';
import { removeCharts, writeChart } from './charts.js';
import { IDLE_FRAMES } from './damaged-frames.js';
import type { Measured } from './measure.js';
import { ratioTable, type RatioTable } from './ratio-table.js';
import type { Results } from './results.js';
import { summaryInChinese } from './summary.js';
import type { Weight } from './weigh.js';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const PATH = join(DOCS, 'performance.md');
const NAMES = { widgets: 'the three widgets', script: 'the hand-written script' };

/** Other reports that belong to this one, where they are there. */
const RELATED: readonly (readonly [file: string, words: string])[] = [
  ['soak.md', 'An evening of eight hours, compressed'],
  ['relay-performance.md', 'The relay’s speed'],
  ['reliability.md', 'What happens when a line breaks'],
];

/** Writes the results for people. */
export async function writeReport(results: Results): Promise<void> {
  const charts = new Map<string, string>();
  await removeCharts();
  for (const one of results.measured) {
    const name = await writeChart(one);
    if (name) charts.set(one.id, name);
  }
  const options = { ...(await resolveConfig(PATH)), parser: 'markdown' };
  await writeFile(PATH, await format(reportText(results, charts), options));
}

/** The report, before it is formatted. */
export function reportText(results: Results, charts: ReadonlyMap<string, string> = new Map()): string {
  const { extent, frames, weights, measured, verdicts, leftOut } = results;
  const table = ratioTable(measured);
  const related = RELATED.filter(([file]) => existsSync(join(DOCS, file)));
  return [
    '# Performance',
    machineText(results),
    summaryInChinese(results, table),
    ...(leftOut.length > 0 ? [`Not measured: ${leftOut.join(' ')}`] : []),
    'Counts and bytes are exact. Times differ from machine to machine and from minute to minute, so none is told here but as a **ratio**: to a page ' +
      'that does the same work in the same browser in the same run. The script written by hand (`test/bench/pages/script`) reads the same frames from ' +
      'the same WebSocket and writes the same facts – title, price, stock, last orders – to the page once a frame. It does not resume, check, age, translate, ' +
      'mark or move anything: it is the limit, and no rival. The rivals (`test/rivals`) do that work too, each as its users write it, over socket.io or ' +
      'NodeCG’s own line from the same server; they are built from a lockfile of their own. The jQuery widget and the sales popup are written again by us, ' +
      'since those that services host cannot be had. Runs are interleaved, A B C and C B A, so that what slows the machine down meets all alike.',
    ...ratioText(table),
    ...measured.flatMap((one) => measuredText(one, charts.get(one.id), extent === 'full')),

    '## Frames painted while nothing changes, on each engine',
    'Each browser draws the page at 1080 × 1920 frame by frame, on demand, as OBS does, and tells whether a pixel was painted anew. ' +
      `One box is sold; after that nothing changes for ${IDLE_FRAMES} frames, which are ten seconds. The order stays on screen, and a ` +
      'sign of life comes over the wire every second. The frames after the sale show that the count sees something.',
    frames.length === 0
      ? 'No browser that draws frames on demand was there.'
      : tableText(
          ['Browser', 'Page', 'Data', 'Damaged of 60 after the sale', `Damaged of ${IDLE_FRAMES} at rest`],
          frames.map((one) => [
            `Chromium ${one.version}`,
            NAMES[one.variant],
            one.synthetic ? 'demo' : 'real',
            one.onChange,
            one.idle,
          ]),
        ),

    '## What the bytes are',
    'Built for production by Vite for Chromium 103, compressed with brotli 11: product card, stock counter, order ticker, room, store and relay adapter. ' +
      'Each part is compressed alone here, so they come to more than the whole.',
    tableText(
      ['Part', 'Minified', 'Brotli'],
      [...weights.parts.map(({ name, weight }) => row(name, weight)), row('**all three widgets**', weights.widgets)],
    ),

    '## Bounds and goals',
    'A bound is today’s value with a little slack: where one is missed, the benchmark fails. A goal is where we want to be, and is told with what was found.',
    tableText(
      ['What', 'Bound', 'Found', 'Outcome'],
      verdicts.map(({ what, bound, found, outcome }) => [
        what,
        bound,
        found,
        outcome === 'met' ? outcome : `**${outcome}**`,
      ]),
    ),
    ...(related.length > 0 ? ['## See also', related.map(([file, words]) => `- [${words}](${file})`).join('\n')] : []),
  ].join('\n\n');
}

function machineText({ takenAt, extent, minutesTaken, machine }: Results): string {
  const command = `pnpm bench${extent === 'full' ? ' --full' : ''}`;
  return (
    `Written by \`${command}\` on ${takenAt.slice(0, 10)}, in one run of ${Math.round(minutesTaken)} minutes: ${machine.cores} cores, ${machine.system}, ` +
    `Node ${machine.node}; ${busyText(machine.load)}. Every single figure is in \`test/bench/results/${takenAt.slice(0, 10)}.json\`.`
  );
}

function ratioText({ head, rows, techniques, beaten, tally }: RatioTable): string[] {
  if (rows.length === 0) return [];
  return [
    '## Ours beside the others',
    `A cell is what ours – as it is used, with the relay’s batches – takes of what the other takes: 0.25 is a quarter. The median of the rounds, and from the lowest to the highest. **Bold with ✗** are those where ` +
      `the other takes less; within a twentieth two are even. Against rivals ours takes less in ${tally.ours} comparisons, is even in ${tally.even}, and takes more in ${tally.theirs}.`,
    tableText(head, rows),
    ...(techniques.length > 0
      ? [
          'Beside single techniques, where there is no page to compare with:',
          tableText(['What', 'Technique', 'Ours to it'], techniques),
        ]
      : []),
    '### Where others beat ours',
    beaten.length > 0 ? beaten.map((one) => `- ${one}`).join('\n') : 'Nowhere in this run.',
  ];
}

function measuredText(
  { title, lead, head, rows, chart, rounds, seconds }: Measured,
  picture: string | undefined,
  isFull: boolean,
): string[] {
  const dropped = rounds && rounds.done < rounds.planned && !isFull;
  const told = [
    ...(rounds
      ? [
          `${rounds.done} ${rounds.done === 1 ? 'round' : 'rounds'}${dropped ? ` of ${rounds.planned} that were planned: the others were dropped to stay in time` : ''}`,
        ]
      : []),
    ...(seconds ? [`${seconds.toFixed(0)} seconds`] : []),
  ];
  return [
    `## ${title}`,
    `${lead}${told.length > 0 ? ` (${told.join('; ')}.)` : ''}`,
    ...(chart && picture ? [`![${chart.title}](pictures/${picture})`] : []),
    ...(rows.length > 0 ? [tableText(head, rows)] : []),
  ];
}

const busyText = (load: number) =>
  load < 0.25
    ? 'nothing else was running'
    : `other work took ${load.toFixed(1)} of each core just before, so take the times again on a quiet machine`;

const row = (name: string, weight: Weight) => [name, bytes(weight.minified), bytes(weight.brotli)];

/** A table in Markdown. */
export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
