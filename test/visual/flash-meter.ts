/*
 * Flashes as WCAG 2.3.1 counts them: a pair of opposing changes of relative luminance by 10 % or more of the brightest, where the
 * darker of the two is below 80 %. They count where a quarter of a field of ten degrees flashes together.
 */
import { readPng, type Picture } from './read-png.js';

const CHANGE = 0.1;
const DARKER_BELOW = 0.8;
/** A cell and a field, in px of the pictures; a picture is a quarter of the canvas. Ten degrees are a third of its width. */
const CELL = 5;
const FIELD = { columns: 18, rows: 13 };
const SHARE_OF_FIELD = 0.25;

/** What was measured, in flashes within the worst second. */
export interface Flashes {
  /** Of any field: what 2.3.1 speaks of. */
  field: number;
  /** Of any single cell, however small. */
  cell: number;
}

/** Measures pictures that were taken one after the other, `fps` a second. */
export function measureFlashes(pngs: readonly Buffer[], fps: number): Flashes {
  const grids = pngs.map((png) => luminances(readPng(png)));
  const [first] = grids;
  if (!first) throw new Error('Expected pictures, got none.');
  const { columns, rows } = first;
  const changes = first.cells.map((_, cell) => changesOf(grids.map(({ cells }) => cells[cell] ?? 0)));
  let field = 0;
  let cell = 0;
  for (let from = 0; from === 0 || from + fps <= pngs.length; from++) {
    const flashes = changes.map((times) => Math.floor(times.filter((at) => at >= from && at < from + fps).length / 2));
    cell = Math.max(cell, ...flashes);
    field = Math.max(field, worstField(flashes, columns, rows));
  }
  return { field, cell };
}

/** When a cell's luminance has turned and gone the other way by enough. */
export function changesOf(series: readonly number[]): number[] {
  const times: number[] = [];
  let [low = 0] = series;
  let high = low;
  let direction = 0;
  series.forEach((value, at) => {
    if (direction >= 0) high = Math.max(high, value);
    if (direction <= 0) low = Math.min(low, value);
    if (direction <= 0 && value - low >= CHANGE && low < DARKER_BELOW) {
      direction = 1;
      high = value;
      times.push(at);
    } else if (direction >= 0 && high - value >= CHANGE && value < DARKER_BELOW) {
      direction = -1;
      low = value;
      times.push(at);
    }
  });
  return times;
}

/** The number of flashes that a quarter of some field has at least. */
function worstField(flashes: readonly number[], columns: number, rows: number): number {
  const width = Math.min(FIELD.columns, columns);
  const height = Math.min(FIELD.rows, rows);
  let worst = 0;
  for (let y = 0; y + height <= rows; y++) {
    for (let x = 0; x + width <= columns; x++) {
      const inside: number[] = [];
      for (let row = y; row < y + height; row++)
        inside.push(...flashes.slice(row * columns + x, row * columns + x + width));
      inside.sort((a, b) => b - a);
      worst = Math.max(worst, inside[Math.ceil(FIELD.columns * FIELD.rows * SHARE_OF_FIELD) - 1] ?? 0);
    }
  }
  return worst;
}

function luminances({ width, height, channels, pixels }: Picture): { cells: number[]; columns: number; rows: number } {
  const columns = Math.floor(width / CELL);
  const rows = Math.floor(height / CELL);
  const cells = Array.from({ length: columns * rows }, (_, cell) => {
    let sum = 0;
    const left = (cell % columns) * CELL;
    const top = Math.floor(cell / columns) * CELL;
    for (let y = top; y < top + CELL; y++) {
      for (let x = left; x < left + CELL; x++) {
        const at = (y * width + x) * channels;
        sum += 0.2126 * linear(pixels[at]) + 0.7152 * linear(pixels[at + 1]) + 0.0722 * linear(pixels[at + 2]);
      }
    }
    return sum / CELL ** 2;
  });
  return { cells, columns, rows };
}

const LINEAR = Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});
const linear = (value = 0): number => LINEAR[value] ?? 0;
