import { LIMITS, type Scene, type SceneItem } from '@stallcast/elements';
import { around, type Frame, type Frames } from './frame.js';
import type { Step } from './move-items.js';
import { movable, type Picked } from './pick-items.js';
import { placedAt, resizeItem, scaled, sized, type Handle } from './resize-item.js';

/** The frame around all of what is picked and may be moved, whose handles resize it together; null around nothing. */
export function groupFrame(scene: Scene, frames: Frames, picked: Picked): Frame | null {
  return around(movable(scene, picked).flatMap(({ id }) => frames.get(id) ?? []));
}

/**
 * Drags a handle of what is picked. The side or corner across stays where it is.
 *
 * Of several, places and sizes change together by one factor: a side's for their boxes, a corner's for all of them and so for their
 * text. As soon as one would be smaller or larger than a scene can say, or lost beyond the canvas, none goes on.
 */
export function resizeItems(scene: Scene, frames: Frames, picked: Picked, handle: Handle, step: Step): Scene {
  const items = movable(scene, picked).flatMap((item) => {
    const frame = frames.get(item.id);
    return frame && frame.width > 0 && frame.height > 0 ? [{ item, frame }] : [];
  });
  const [only] = items;
  const whole = groupFrame(scene, frames, picked);
  if (!only || !whole) return scene;
  if (items.length === 1) return resizeItem(scene, frames, only.item.id, handle, step);

  const wish = factorOf(whole, handle, step);
  const attempt = (factor: number): Scene | null => {
    const changed = new Map<string, SceneItem>();
    for (const { item, frame } of items) {
      const next = resized(scene, item, frame, whole, handle, factor);
      if (!next) return null;
      changed.set(item.id, next);
    }
    return { ...scene, items: scene.items.map((item) => changed.get(item.id) ?? item) };
  };
  const reached = farthest(within(boundsOf(items, handle), wish), (factor) => attempt(factor) !== null);
  return (reached === 1 ? null : attempt(reached)) ?? scene;
}

/** How many times as large what lies within a frame becomes when one of its handles is dragged. */
function factorOf({ width, height }: Frame, handle: Handle, { dx, dy }: Step): number {
  const across = (handle.includes('w') ? -dx : handle.includes('e') ? dx : 0) / width;
  const down = (handle.includes('n') ? -dy : handle.includes('s') ? dy : 0) / height;
  return 1 + (handle.length === 2 ? Math.max(across, down) : across + down);
}

function resized(
  scene: Scene,
  item: SceneItem,
  frame: Frame,
  whole: Frame,
  handle: Handle,
  factor: number,
): SceneItem | null {
  const isCorner = handle.length === 2;
  const [isX, isY] = [isCorner || handle === 'e' || handle === 'w', isCorner || handle === 'n' || handle === 's'];
  const more = factor - 1;
  const next = isCorner
    ? scaled(item, frame, more)
    : sized(item, frame, isX ? frame.width * more : 0, isY ? frame.height * more : 0);
  const fixedX = handle.includes('w') ? whole.x + whole.width : whole.x;
  const fixedY = handle.includes('n') ? whole.y + whole.height : whole.y;
  return placedAt(scene, item, frame, next, {
    x: isX ? fixedX + (frame.x - fixedX) * factor : frame.x,
    y: isY ? fixedY + (frame.y - fixedY) * factor : frame.y,
  });
}

/** The factors by which every one of them may still be resized. One is always among them. */
function boundsOf(
  items: readonly { item: SceneItem; frame: Frame }[],
  handle: Handle,
): readonly [least: number, most: number] {
  const ends = items.map(({ item: { scale = 1 }, frame }) => {
    const [size, [least, most]] =
      handle.length === 2
        ? [scale, LIMITS.scale]
        : [(handle === 'e' || handle === 'w' ? frame.width : frame.height) / scale, LIMITS.size];
    return [Math.min(1, least / size), Math.max(1, most / size)] as const;
  });
  return [Math.max(...ends.map(([least]) => least)), Math.min(...ends.map(([, most]) => most))];
}

/** Halvings until what is left of the way is less than a px. */
const HALVINGS = 12;

/** Goes from 1, which holds, as far towards a wish as holds. */
function farthest(wish: number, holds: (factor: number) => boolean): number {
  if (wish === 1 || holds(wish)) return wish;
  let [good, bad] = [1, wish];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (good + bad) / 2;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

const within = ([least, most]: readonly [number, number], value: number): number =>
  Math.min(most, Math.max(least, value));
