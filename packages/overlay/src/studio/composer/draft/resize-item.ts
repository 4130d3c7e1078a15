import { LIMITS, type Scene, type SceneItem } from '@stallcast/elements';
import type { Frame, Frames } from './frame.js';
import { isSeen, movedBy, type Step } from './move-items.js';

/** A handle of a frame: a side sets width or height, a corner makes the whole larger or smaller. */
export type Handle = 'n' | 'e' | 's' | 'w' | 'ne' | 'se' | 'sw' | 'nw';

export const HANDLES: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

/**
 * Drags a handle of one item. The side or corner across stays where it is.
 *
 * A side changes the box that the widget lies in; a corner scales the widget, and so its text. A locked item stays as it is.
 */
export function resizeItem(scene: Scene, frames: Frames, id: string, handle: Handle, { dx, dy }: Step): Scene {
  const item = scene.items.find((one) => one.id === id);
  const frame = frames.get(id);
  if (!item || item.locked || !frame || frame.width <= 0 || frame.height <= 0) return scene;
  const [toLeft, toTop] = [handle.includes('w'), handle.includes('n')];
  const [across, down] = [toLeft ? -dx : handle.includes('e') ? dx : 0, toTop ? -dy : handle.includes('s') ? dy : 0];
  const next =
    handle.length === 2
      ? scaled(item, frame, Math.max(across / frame.width, down / frame.height))
      : sized(item, frame, across, down);
  const [width, height] = next.after;
  const changed = placedAt(scene, item, frame, next, {
    x: frame.x + (toLeft ? frame.width - width : 0),
    y: frame.y + (toTop ? frame.height - height : 0),
  });
  if (!changed) return scene;
  return { ...scene, items: scene.items.map((one) => (one === item ? changed : one)) };
}

/** Puts a resized item where its frame is to begin; null where it would be lost beyond the canvas, or lie farther out than a scene can say. */
export function placedAt(
  scene: Scene,
  item: SceneItem,
  before: Frame,
  next: Resized,
  { x, y }: Pick<Frame, 'x' | 'y'>,
): SceneItem | null {
  const [width, height] = next.after;
  if (isSeen(scene, before) && !isSeen(scene, { x, y, width, height })) return null;
  const step = { dx: x - item.x - next.offset[0], dy: y - item.y - next.offset[1] };
  const placed = movedBy({ ...next.item, x: item.x, y: item.y }, step);
  const [least, most] = LIMITS.position;
  return Math.min(placed.x, placed.y) < least || Math.max(placed.x, placed.y) > most ? null : placed;
}

/** An item of another size, not yet put where it goes. */
export interface Resized {
  item: SceneItem;
  /** Size of the frame afterwards, px. */
  after: readonly [width: number, height: number];
  /** Where the frame lies from the item's own place, px. */
  offset: readonly [x: number, y: number];
}

/** Makes the box of an item so much larger each way, px of the canvas. */
export function sized(item: SceneItem, frame: Frame, across: number, down: number): Resized {
  const scale = item.scale ?? 1;
  const side = (before: number, more: number): number => within(LIMITS.size, Math.round((before + more) / scale));
  const width = side(frame.width, across);
  const height = side(frame.height, down);
  const changed = {
    ...item,
    ...(across !== 0 && { width }),
    ...(down !== 0 && { height }),
  };
  const after = [across === 0 ? frame.width : width * scale, down === 0 ? frame.height : height * scale] as const;
  return { item: changed, after, offset: offsetOf(item, scale, after) };
}

/** Makes an item larger as a whole: by a tenth for 0.1. Fine enough that an edge of 2000 px comes to lie within a px of where it was let go. */
export function scaled(item: SceneItem, frame: Frame, more: number): Resized {
  const before = item.scale ?? 1;
  const scale = within(LIMITS.scale, Math.round(before * (1 + more) * 1000) / 1000);
  const after = [(frame.width / before) * scale, (frame.height / before) * scale] as const;
  const { scale: _, ...rest } = item;
  return { item: scale === 1 ? rest : { ...rest, scale }, after, offset: offsetOf(item, scale, after) };
}

/** A scaled widget grows from its place in the box, so its frame begins before or after the box. */
export function offsetOf(
  { place = 'top-left' }: SceneItem,
  scale: number,
  [width, height]: readonly [number, number],
): readonly [number, number] {
  const across = place.includes('right') ? 1 : place.includes('left') ? 0 : 0.5;
  const down = place.includes('bottom') ? 1 : place.includes('top') ? 0 : 0.5;
  return [across * (width / scale) * (1 - scale), down * (height / scale) * (1 - scale)];
}

function within([least, most]: readonly [number, number], value: number): number {
  return Math.min(most, Math.max(least, value));
}
