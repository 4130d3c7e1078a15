import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesOf, situations } from './draft.fixture.js';
import { resizeItem, type Handle } from './resize-item.js';
import { snapLines } from './snap.js';
import { snapCorner } from './snap-corner.js';

const SAFE = [{ x: 40, y: 240, width: 1000, height: 1016 }];
const CORNERS = ['nw', 'ne', 'se', 'sw'] as const;
const LINES = snapLines('portrait', [], SAFE, 0);
const FRAME = { x: 100, y: 300, width: 400, height: 200 };

describe('a corner that snaps', () => {
  it('brings the nearer edge to its line, and the other edge follows by the same factor', () => {
    // 100 + 400 × 1.0975 = 539, one px short of the middle.
    expect(snapCorner(FRAME, 'se', { dx: 39, dy: 0 }, LINES, 8)).toEqual({
      dx: expect.closeTo(1) as number,
      dy: expect.closeTo(20) as number,
      guides: [{ axis: 'x', at: 540 }],
    });
    // Upwards 300 + 200 − 200 × 1.31 = 238, while the left edge would have 64 px to go.
    const up = snapCorner(FRAME, 'nw', { dx: 0, dy: -62 }, LINES, 8);
    expect(up).toMatchObject({ dy: expect.closeTo(2) as number, guides: [{ axis: 'y', at: 240 }] });
    expect(up.dx).toBeCloseTo(-120);
  });

  it('stays free where no line is near, and never turns a frame over', () => {
    expect(snapCorner(FRAME, 'se', { dx: 100, dy: 0 }, LINES, 8)).toEqual({ dx: 0, dy: 0, guides: [] });
    const lines = { x: [90], y: [] };
    expect(snapCorner(FRAME, 'se', { dx: -405, dy: -999 }, lines, 8)).toEqual({ dx: 0, dy: 0, guides: [] });
  });

  it('is done once, names lines on which the edges really lie, and the resized item lies there too', () => {
    const by = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom<Handle>(...CORNERS),
        by,
        by,
        fc.integer({ min: 1, max: 60 }),
        (one, corner, dx, dy, reach) => {
          const [item, ...rest] = one.scene.items.map((raw) => ({ width: 300, height: 120, ...raw, locked: false }));
          if (!item) return;
          const frames = framesOf([item, ...rest]);
          const frame = frames.get(item.id)!;
          const others = rest.map(({ id }) => frames.get(id)!);
          const lines = snapLines(one.scene.canvas, others, SAFE, 0);
          const first = snapCorner(frame, corner, { dx, dy }, lines, reach);
          if (first.guides.length === 0) return;
          const step = { dx: dx + first.dx, dy: dy + first.dy };
          const again = snapCorner(frame, corner, step, lines, reach);
          expect([again.dx, again.dy].map((more) => Math.abs(more) < 0.001)).toEqual([true, true]);
          const scene = { ...one.scene, items: [item, ...rest] };
          const after = resizeItem(scene, frames, item.id, corner, step);
          const [now] = after.items;
          // At the end of what a scene can say, or of the canvas, it stops before the line.
          if (after === scene || !now || [0.25, 4].includes(now.scale ?? 1)) return;
          const { x, y, width, height } = framesOf([now]).get(item.id)!;
          const edges = { x: corner.includes('w') ? x : x + width, y: corner.includes('n') ? y : y + height };
          // Whole px, and scales of a thousandth.
          for (const { axis, at } of first.guides) expect(Math.abs(edges[axis] - at)).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
