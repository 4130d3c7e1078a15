import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bytes } from './bounds.js';
import { writeChart } from './charts.js';
import { IDLE_FRAMES } from './damaged-frames.js';
import type { Measured } from './measure.js';
import type { Results } from './results.js';
import type { Weight } from './weigh.js';

const PATH = join(import.meta.dirname, '..', '..', 'docs', 'performance.md');
const NAMES = { widgets: 'the three widgets', script: 'the hand-written script' };

/** Writes the results for people. */
export async function writeReport(results: Results): Promise<void> {
  const charts = new Map<string, string>();
  for (const one of results.measured) {
    const name = await writeChart(one);
    if (name) charts.set(one.id, name);
  }
  const options = { ...(await resolveConfig(PATH)), parser: 'markdown' };
  await writeFile(PATH, await format(reportText(results, charts), options));
}

/** The report, before it is formatted. */
export function reportText(
  { takenAt, extent, machine, frames, weights, measured, verdicts }: Results,
  charts: ReadonlyMap<string, string> = new Map(),
): string {
  return [
    '# Performance',
    `Written by \`pnpm bench${extent === 'full' ? ' -- --full' : ''}\` on ${takenAt.slice(0, 10)}: ${machine.cores} cores, ${machine.system}, Node ${machine.node}; ${busyText(machine.load)}. ` +
      'Counts and bytes are exact. Times differ from machine to machine and from minute to minute, so none is told here: only what ' +
      'a page takes **in ratio to a script written by hand** for the same work, both in the same browser and the same run. ' +
      'The script (`test/bench/pages/script`) reads the same frames from the same WebSocket and writes the same facts – title, price, ' +
      'stock, last orders – to the page once a frame. It does not resume, check, age, translate, mark or move anything: it is the floor. ' +
      'The rivals (`test/rivals`) do that work too, each as its users write it, over socket.io from the same server; they are built from a ' +
      'lockfile of their own. The jQuery widget and the sales popup are written again by us, since those that services host cannot be had.',

    '## Frames painted while nothing changes',
    'Each browser draws the page at 1080 × 1920 frame by frame, on demand, as OBS does, and tells whether a pixel was painted anew. ' +
      `One box is sold; after that nothing changes for ${IDLE_FRAMES} frames, which are ten seconds. The order stays on screen, and a ` +
      'sign of life comes over the wire every second. The frames after the sale show that the count sees something.',
    tableText(
      ['Browser', 'Page', 'Data', 'Damaged of 60 after the sale', `Damaged of ${IDLE_FRAMES} at rest`],
      frames.map((one) => [
        `Chromium ${one.version}`,
        NAMES[one.variant],
        one.synthetic ? 'demo' : 'real',
        one.onChange,
        one.idle,
      ]),
    ),
    ...(frames.length === 0 ? ['No browser that draws frames on demand was there.'] : []),

    '## Bytes',
    'Built for production by Vite for Chromium 103, compressed with brotli 11: product card, stock counter, order ticker, room, store and relay adapter.',
    tableText(
      ['Page script', 'Minified', 'Brotli'],
      [
        row(NAMES.widgets, weights.widgets),
        row(NAMES.script, weights.script),
        ['ratio', ratio(weights, 'minified'), ratio(weights, 'brotli')],
      ],
    ),
    'What the widgets’ script is made of. Each part is compressed alone here, so they come to more than the whole.',
    tableText(
      ['Part', 'Minified', 'Brotli'],
      weights.parts.map(({ name, weight }) => row(name, weight)),
    ),

    ...measured.flatMap((one) => measuredText(one, charts.get(one.id))),

    '## Bounds',
    tableText(
      ['What', 'Bound', 'Found', 'Outcome'],
      verdicts.map(({ what, bound, found, outcome }) => [what, bound, found, outcome]),
    ),
  ].join('\n\n');
}

function measuredText({ title, lead, head, rows, chart }: Measured, picture: string | undefined): string[] {
  return [
    `## ${title}`,
    lead,
    ...(chart && picture ? [`![${chart.title}](pictures/${picture})`] : []),
    tableText(head, rows),
  ];
}

const busyText = (load: number) =>
  load < 0.25
    ? 'nothing else was running'
    : `other work took ${load.toFixed(1)} of each core just before, so take the times again on a quiet machine`;

const row = (name: string, weight: Weight) => [name, bytes(weight.minified), bytes(weight.brotli)];

const ratio = ({ widgets, script }: Results['weights'], key: keyof Weight) => (widgets[key] / script[key]).toFixed(1);

/** A table in Markdown. */
export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
