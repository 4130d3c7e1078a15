import { CANVASES, type SceneCanvas } from '@stallcast/elements';
import type { Frame } from './frame.js';
import type { Step } from './move-items.js';

/** What edges and middles may snap to: lines, px of the canvas. */
export interface SnapLines {
  x: readonly number[];
  y: readonly number[];
}

/** A frame that snapped: how much further it goes, and the lines to show. */
export interface Snapped extends Step {
  guides: readonly { axis: 'x' | 'y'; at: number }[];
}

/** Which lines of a frame snap, by axis. */
export interface SnapEdges {
  x: readonly ('start' | 'middle' | 'end')[];
  y: readonly ('start' | 'middle' | 'end')[];
}

const ALL: SnapEdges = { x: ['start', 'middle', 'end'], y: ['start', 'middle', 'end'] };

/**
 * Gathers what a frame may snap to: the canvas's edges and middle, what is to be kept free, the other items, and a grid if there is one.
 *
 * @param gridPx The grid's step; 0 for none.
 */
export function snapLines(
  canvas: SceneCanvas,
  others: Iterable<Frame>,
  safe: readonly Frame[],
  gridPx: number,
): SnapLines {
  const { width, height } = CANVASES[canvas];
  const x = new Set([0, width / 2, width]);
  const y = new Set([0, height / 2, height]);
  for (const frame of [...others, ...safe]) {
    for (const at of [frame.x, frame.x + frame.width / 2, frame.x + frame.width]) x.add(at);
    for (const at of [frame.y, frame.y + frame.height / 2, frame.y + frame.height]) y.add(at);
  }
  for (let at = gridPx; gridPx > 0 && at < width; at += gridPx) x.add(at);
  for (let at = gridPx; gridPx > 0 && at < height; at += gridPx) y.add(at);
  return { x: [...x], y: [...y] };
}

/** Snaps a frame to the nearest line of each axis that is no further than `reach` px. What has snapped stays when it is asked again. */
export function snap(frame: Frame, lines: SnapLines, reach: number, edges: SnapEdges = ALL): Snapped {
  const x = nearest(frame.x, frame.width, lines.x, reach, edges.x);
  const y = nearest(frame.y, frame.height, lines.y, reach, edges.y);
  return {
    dx: x?.by ?? 0,
    dy: y?.by ?? 0,
    guides: [...(x ? [{ axis: 'x' as const, at: x.at }] : []), ...(y ? [{ axis: 'y' as const, at: y.at }] : [])],
  };
}

const PART = { start: 0, middle: 0.5, end: 1 } as const;

function nearest(
  from: number,
  size: number,
  lines: readonly number[],
  reach: number,
  edges: SnapEdges['x'],
): { by: number; at: number } | null {
  let found: { by: number; at: number } | null = null;
  for (const edge of edges) {
    for (const at of lines) {
      const by = at - (from + size * PART[edge]);
      if (Math.abs(by) <= reach && (!found || Math.abs(by) < Math.abs(found.by))) found = { by, at };
    }
  }
  return found;
}
