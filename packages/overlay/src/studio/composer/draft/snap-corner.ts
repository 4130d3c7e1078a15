import type { Frame } from './frame.js';
import type { Step } from './move-items.js';
import type { Handle } from './resize-item.js';
import type { Snapped, SnapLines } from './snap.js';

/** So near to a line an edge counts as lying on it, px. */
const ON_LINE_PX = 0.01;

/**
 * Snaps a corner that is dragged: it scales by one number, so the nearer of its two edges goes to its line, and the other follows.
 *
 * @param step How far the corner was dragged.
 * @returns How much further it goes so that the edge lies on the line; with the lines that the frame's edges then lie on.
 */
export function snapCorner(frame: Frame, handle: Handle, step: Step, lines: SnapLines, reach: number): Snapped {
  const sides = [
    {
      axis: 'x',
      from: handle.includes('w') ? frame.x + frame.width : frame.x,
      size: frame.width,
      by: step.dx,
      isBack: handle.includes('w'),
    },
    {
      axis: 'y',
      from: handle.includes('n') ? frame.y + frame.height : frame.y,
      size: frame.height,
      by: step.dy,
      isBack: handle.includes('n'),
    },
  ] as const;
  const wish = 1 + Math.max(...sides.map(({ by, size, isBack }) => (isBack ? -by : by) / size));
  const edgeOf = ({ from, size, isBack }: (typeof sides)[number], factor: number): number =>
    from + (isBack ? -size : size) * factor;

  let factor = wish;
  let nearest = Infinity;
  for (const side of sides) {
    for (const at of lines[side.axis]) {
      const next = (at - side.from) / (side.isBack ? -side.size : side.size);
      const far = Math.abs(at - edgeOf(side, wish));
      // A frame has no size of nothing, nor one behind its own corner.
      if (next <= 0 || far > reach || far >= nearest) continue;
      [factor, nearest] = [next, far];
    }
  }
  if (nearest === Infinity) return { dx: 0, dy: 0, guides: [] };
  const [across, down] = sides.map(({ size, isBack }) => (isBack ? -1 : 1) * size * (factor - 1));
  return {
    dx: (across ?? 0) - step.dx,
    dy: (down ?? 0) - step.dy,
    guides: sides.flatMap((side) => {
      const at = lines[side.axis].find((line) => Math.abs(line - edgeOf(side, factor)) < ON_LINE_PX);
      return at === undefined ? [] : [{ axis: side.axis, at }];
    }),
  };
}
