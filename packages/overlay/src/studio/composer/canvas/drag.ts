import type { Scene } from '@stallcast/elements';
import type { Bench } from '../bench/bench.js';
import type { Frame, Frames } from '../draft/frame.js';
import { moveItems, type Step } from '../draft/move-items.js';
import type { Picked } from '../draft/pick-items.js';
import type { Handle } from '../draft/resize-item.js';
import { groupFrame, resizeItems } from '../draft/resize-items.js';
import { snapCorner } from '../draft/snap-corner.js';
import { snap, snapLines, type SnapEdges, type Snapped, type SnapLines } from '../draft/snap.js';
import { ownArea } from '../guides/platforms.js';

/** The grid's step, px. */
export const GRID_PX = 20;

/** How near a line is to be snapped to, px of the screen. */
const REACH_PX = 7;

/** A drag under way: it shows what it would come to, and is one step to undo. */
export interface Drag {
  /** Goes to a distance from where it began, px of the canvas. Returns the lines that it snapped to. */
  to(step: Step, isFree: boolean): Snapped['guides'];
  end(): void;
  cancel(): void;
}

/** Begins to drag what is picked, or a handle of it: of the only item, or of the frame around several. */
export function beginDrag(bench: Bench, zoom: number, handle: Handle | null): Drag {
  const scene = bench.$history.get().present;
  const frames = bench.$frames.get();
  const picked = bench.$picked.get();
  const lines = linesFor(bench, scene, frames, picked);
  const reach = REACH_PX / zoom;
  let next = scene;
  return {
    to(wish, isFree) {
      const snapped = isFree ? NONE : snapStep(scene, frames, picked, handle, wish, lines, reach);
      const step = { dx: wish.dx + snapped.dx, dy: wish.dy + snapped.dy };
      next = change(scene, frames, picked, handle, step);
      bench.preview(next === scene ? null : next);
      return snapped.guides;
    },
    end() {
      bench.preview(null);
      // What was removed or taken back by a key meanwhile stays so.
      if (next !== scene && bench.$history.get().present === scene) bench.edit(() => next);
    },
    cancel: () => bench.preview(null),
  };
}

const NONE: Snapped = { dx: 0, dy: 0, guides: [] };

function change(scene: Scene, frames: Frames, picked: Picked, handle: Handle | null, step: Step): Scene {
  if (handle === null) return moveItems(scene, frames, picked, step);
  return resizeItems(scene, frames, picked, handle, step);
}

function linesFor(bench: Bench, scene: Scene, frames: Frames, picked: Picked): SnapLines | null {
  const { isSnapping, hasGrid, platform } = bench.$view.get();
  if (!isSnapping) return null;
  const others = [...frames].filter(([id]) => !picked.has(id)).map(([, frame]) => frame);
  const safe = [ownArea(platform === 'none' ? 'douyin' : platform, scene.canvas)];
  return snapLines(scene.canvas, others, safe, hasGrid ? GRID_PX : 0);
}

function snapStep(
  scene: Scene,
  frames: Frames,
  picked: Picked,
  handle: Handle | null,
  step: Step,
  lines: SnapLines | null,
  reach: number,
): Snapped {
  const whole = groupFrame(scene, frames, picked);
  if (!lines || !whole || whole.width <= 0 || whole.height <= 0) return NONE;
  if (handle?.length === 2) return snapCorner(whole, handle, step, lines, reach);
  const { dx, dy } = step;
  const moved: Frame = { ...whole };
  const isX = handle === null || handle === 'e' || handle === 'w';
  const isY = handle === null || handle === 'n' || handle === 's';
  if (isX) moved.x += dx;
  if (isY) moved.y += dy;
  return snap(moved, lines, reach, handle === null ? undefined : EDGES[handle]);
}

const EDGES: Readonly<Record<string, SnapEdges>> = {
  e: { x: ['end'], y: [] },
  w: { x: ['start'], y: [] },
  n: { x: [], y: ['start'] },
  s: { x: [], y: ['end'] },
};
