import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from './measure.js';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const ROW = 28;
const LABEL = 210;
const WIDTH = 720;

/** Draws the chart of one measure beside its words; returns its name in the folder of pictures. */
export async function writeChart({ id, chart }: Measured): Promise<string | null> {
  if (!chart || chart.bars.length === 0) return null;
  const name = `performance-${id.toLowerCase()}.svg`;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, name), chartText(chart));
  return name;
}

/** Bars in ratio to the first one: what holds on one machine alone is not drawn. */
export function chartText({ title, bars }: NonNullable<Measured['chart']>): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const first = bars[0]?.value ?? 1;
  const height = 44 + bars.length * ROW;
  const rows = bars.map(({ label, value, isOurs }, i) => {
    const y = 40 + i * ROW;
    const width = Math.max(2, ((WIDTH - LABEL - 80) * value) / most);
    return (
      `<text x="${LABEL - 10}" y="${y + 15}" text-anchor="end">${escaped(label)}</text>` +
      `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="20" rx="3" fill="${isOurs ? '#c2410c' : '#8a8f98'}"/>` +
      `<text x="${(LABEL + width + 8).toFixed(1)}" y="${y + 15}">${(value / first).toFixed(2)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="14" fill="#1f2328">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="12" y="24" font-weight="bold">${escaped(title)}; less is better, ${escaped(bars[0]?.label ?? '')} = 1</text>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
