import type { Checkpoint, Course } from './checkpoint.js';
import type { SoakResults } from './soak-report.js';

const WIDTH = 720;
const PANEL = 150;
const LEFT = 64;
const RIGHT = 150;
const COLOURS = ['#c2410c', '#1d4ed8', '#15803d'];

type Line = readonly [name: string, valueOf: (one: Checkpoint) => number, unit: string];

const LINES: readonly Line[] = [
  ['Heap of scripts and engine', ({ heap, embedder }) => (heap + embedder) / 1e6, 'MB'],
  ['Nodes that are alive', ({ nodes }) => nodes, ''],
  ['Resident memory', ({ resident }) => resident / 1e6, 'MB'],
];

/** Draws what is alive in the page over the evening, one panel a measure, one line an engine. Each panel begins at zero. */
export function chartText({ evenings }: Pick<SoakResults, 'evenings'>): string {
  const height = LINES.length * PANEL + 30;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12" fill="#1f2328">`,
    '<title>What is alive in the page, over the evening</title>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...LINES.map((line, i) => panelText(line, evenings, i * PANEL)),
    `<text x="${LEFT}" y="${height - 8}">checkpoints of the evening →</text>`,
    '</svg>\n',
  ].join('\n');
}

function panelText([name, valueOf, unit]: Line, evenings: readonly Course[], top: number): string {
  const most = Math.max(1, ...evenings.flatMap(({ checkpoints }) => checkpoints.map(valueOf)));
  const base = top + PANEL - 20;
  const y = (value: number): number => base - (value / most) * (PANEL - 60);
  const label = (value: number): string =>
    `${value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')} ${unit}`.trim();
  const lines = evenings.map(({ version, checkpoints }, i) => {
    const step = (WIDTH - LEFT - RIGHT) / Math.max(1, checkpoints.length - 1);
    const points = checkpoints
      .map((one, at) => `${(LEFT + at * step).toFixed(1)},${y(valueOf(one)).toFixed(1)}`)
      .join(' ');
    const last = checkpoints.at(-1);
    const colour = COLOURS[i % COLOURS.length] ?? '';
    return (
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<text x="${WIDTH - RIGHT + 8}" y="${top + 38 + i * 16}" fill="${colour}">${version.split('.')[0]}: ${last ? label(valueOf(last)) : ''}</text>`
    );
  });
  return [
    `<text x="${LEFT}" y="${top + 22}" font-weight="bold">${name}</text>`,
    `<line x1="${LEFT}" y1="${base}" x2="${WIDTH - RIGHT}" y2="${base}" stroke="#d0d7de"/>`,
    `<text x="${LEFT - 8}" y="${base + 4}" text-anchor="end">0</text>`,
    `<text x="${LEFT - 8}" y="${(y(most) + 4).toFixed(1)}" text-anchor="end">${label(most)}</text>`,
    ...lines,
  ].join('\n');
}
