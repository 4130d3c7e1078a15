import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chart, Measured } from './measure.js';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const WIDTH = 760;
const LABEL = 250;
/** Room for a ratio after the longest bar. */
const FIGURE = 78;
const HEAD = 62;
const ROW = 32;
const BAR = 18;

/** Takes away the charts of earlier reports: what is not measured any more is not shown. */
export async function removeCharts(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const old = (await readdir(FOLDER)).filter((name) => /^performance-.*\.svg$/.test(name));
  await Promise.all(old.map((name) => rm(join(FOLDER, name))));
}

/** Draws the chart of one measure beside its words; returns its name in the folder of pictures. */
export async function writeChart({ id, chart }: Measured): Promise<string | null> {
  const bars = chart?.bars.filter(({ value }) => Number.isFinite(value)) ?? [];
  if (!chart || bars.length < 2) return null;
  const name = `performance-${id.toLowerCase()}.svg`;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, name), chartText({ ...chart, bars }));
  return name;
}

/*
 * The house's colours: leaf for ours, straw for the others, bark on cream; by night leaf in light and cream on bark. A picture in
 * a page follows the viewer's own choice of light or dark.
 */
const STYLE = `
  .ground { fill: #fff8ec }
  .text { fill: #2b2014 }
  .quiet { fill: #674f38 }
  .ours { fill: #2f7d47 }
  .bar { fill: #cbb08c }
  .spread { stroke: #2b2014; stroke-width: 2; fill: none }
  .base { stroke: #d9bf9c; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #211a12 }
    .text { fill: #fff5e3 }
    .quiet { fill: #d9bf9c }
    .ours { fill: #6fc487 }
    .bar { fill: #86705a }
    .spread { stroke: #fff5e3 }
    .base { stroke: #674f38 }
  }`;

/** Bars in ratio to ours: what holds on one machine alone is not drawn. The thin line is from the lowest to the highest run. */
export function chartText({ title, bars, isMoreBetter = false }: Chart): string {
  const ours = [...bars].reverse().find(({ isOurs }) => isOurs) ?? bars[0];
  const unit = ours && ours.value > 0 ? ours.value : 1;
  const most = Math.max(...bars.map(({ value, spread }) => Math.max(value, spread?.[1] ?? 0)), Number.MIN_VALUE);
  const long = (value: number) => ((WIDTH - LABEL - FIGURE) * Math.max(0, value)) / most;
  const height = HEAD + bars.length * ROW + 12;
  const rows = bars.map(({ label, value, spread, isOurs }, i) => {
    const y = HEAD + i * ROW;
    const middle = y + BAR / 2;
    const width = Math.max(2, long(value));
    const [low, high] = (spread ?? [value, value]).map((one) => LABEL + long(one)) as [number, number];
    const isWide = high - low > 3;
    return (
      `<text class="text" x="${LABEL - 12}" y="${middle + 5}" text-anchor="end"${isOurs ? ' font-weight="700"' : ''}>${escaped(label)}</text>` +
      `<rect class="${isOurs ? 'ours' : 'bar'}" x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}"/>` +
      (isWide
        ? `<path class="spread" d="M${low.toFixed(1)} ${middle}H${high.toFixed(1)}M${low.toFixed(1)} ${middle - 4}v8M${high.toFixed(1)} ${middle - 4}v8"/>`
        : '') +
      `<text class="text" x="${(Math.max(LABEL + width, isWide ? high : 0) + 10).toFixed(1)}" y="${middle + 5}"${isOurs ? ' font-weight="700"' : ''}>${ratioText(value / unit)}</text>`
    );
  });
  const explained = `${isMoreBetter ? 'more' : 'less'} is better · ${ours?.label ?? ''} = 1${bars.some(({ spread }) => spread && spread[0] < spread[1]) ? ' · line: lowest to highest run' : ''}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="15">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    `<text class="text" x="16" y="26" font-size="17" font-weight="700">${escaped(title)}</text>`,
    `<text class="quiet" x="16" y="47" font-size="13">${escaped(explained)}</text>`,
    `<path class="base" d="M${LABEL} ${HEAD - 6}V${height - 10}"/>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

const ratioText = (ratio: number) =>
  ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
