import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bytes, FRAME_MS } from './bounds.js';
import { IDLE_FRAMES } from './damaged-frames.js';
import type { Results } from './results.js';
import type { Spread } from './statistics.js';
import type { Weight } from './weigh.js';

const PATH = join(import.meta.dirname, '..', '..', 'docs', 'performance.md');
const NAMES = { widgets: 'the three widgets', script: 'the hand-written script' };

/** Writes the results for people. */
export async function writeReport(results: Results): Promise<void> {
  const options = { ...(await resolveConfig(PATH)), parser: 'markdown' };
  await writeFile(PATH, await format(reportText(results), options));
}

/** The report, before it is formatted. */
export function reportText({ takenAt, machine, frames, weights, delays, verdicts }: Results): string {
  return [
    '# Performance',
    `Written by \`pnpm bench\` on ${takenAt.slice(0, 10)}: ${machine.cores} cores, ${machine.system}, Node ${machine.node}; ${busyText(machine.load)}. ` +
      'Counts and bytes are exact. Times differ from machine to machine and from minute to minute, so none is told here: only what ' +
      'the widgets take **in ratio to a script written by hand** for the same work, both in the same browser and the same run. ' +
      'The script (`test/bench/pages/script`) reads the same frames from the same WebSocket and writes the same facts – title, price, ' +
      'stock, last orders – to the page once a frame. It does not resume, check, age, translate, mark or move anything: it is the floor.',

    '## Frames painted while nothing changes',
    'Each browser draws the page at 1080 × 1920 frame by frame, on demand, as OBS does, and tells whether a pixel was painted anew. ' +
      `One box is sold; after that nothing changes for ${IDLE_FRAMES} frames, which are ten seconds. The order stays on screen, and a ` +
      'sign of life comes over the wire every second. The frames after the sale show that the count sees something.',
    table(
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
    table(
      ['Page script', 'Minified', 'Brotli'],
      [
        row(NAMES.widgets, weights.widgets),
        row(NAMES.script, weights.script),
        ['ratio', ratio(weights, 'minified'), ratio(weights, 'brotli')],
      ],
    ),
    'What the widgets’ script is made of. Each part is compressed alone here, so they come to more than the whole.',
    table(
      ['Part', 'Minified', 'Brotli'],
      weights.parts.map(({ name, weight }) => row(name, weight)),
    ),

    ...(delays ? delayText(delays) : []),

    '## Bounds',
    table(
      ['What', 'Bound', 'Found', 'Outcome'],
      verdicts.map(({ what, bound, found, outcome }) => [what, bound, found, outcome]),
    ),
  ].join('\n\n');
}

function delayText({ browser, loads }: NonNullable<Results['delays']>): string[] {
  return [
    '## From a change on the wire to the frame that shows it',
    `Chromium ${browser}, its own 60 frames a second. Every change sells one box: an order, its stock and the totals. Changes come at random ` +
      'moments (a Poisson process), since even steps would fall in with the frames. The same probe in both pages looks at the document ' +
      'after every frame and reads the stock from card and counter, through their shadow roots. Runs alternate, A B B A, in pairs under ' +
      'the same arrivals; told are the median of the pairs and, in brackets, the lowest and the highest.',
    table(
      [
        'Changes a second',
        'Pairs of runs',
        'Median delay, ratio',
        'Slowest twentieth, ratio',
        'Slowest twentieth, frames later',
      ],
      loads.map(({ runs, median, late }) => [
        runs.load.perSecond,
        `${runs.widgets.length} × ${runs.load.changes} changes`,
        spread(median.ratio),
        spread(late.ratio),
        spread(late.difference, FRAME_MS),
      ]),
    ),
  ];
}

const busyText = (load: number) =>
  load < 0.25
    ? 'nothing else was running'
    : `other work took ${load.toFixed(1)} of each core just before, so take the times again on a quiet machine`;

const row = (name: string, weight: Weight) => [name, bytes(weight.minified), bytes(weight.brotli)];

const ratio = ({ widgets, script }: Results['weights'], key: keyof Weight) => (widgets[key] / script[key]).toFixed(1);

const spread = ({ low, middle, high }: Spread, unit = 1) =>
  `${(middle / unit).toFixed(2)} (${(low / unit).toFixed(2)} to ${(high / unit).toFixed(2)})`;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
