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
      ? scaled(
          item,
          frame,
          1 + across / frame.width > 1 + down / frame.height ? across / frame.width : down / frame.height,
        )
      : sized(item, frame, across, down);
  const [width, height] = next.after;
  const wish = { dx: toLeft ? frame.width - width : 0, dy: toTop ? frame.height - height : 0 };
  const shift = {
    dx: wish.dx + frame.x - item.x - next.offset[0],
    dy: wish.dy + frame.y - item.y - next.offset[1],
  };
  const placed = { ...frame, x: frame.x + wish.dx, y: frame.y + wish.dy, width, height };
  // What would be lost beyond the canvas is not made so small.
  if (isSeen(scene, frame) && !isSeen(scene, placed)) return scene;
  const changed: SceneItem = movedBy({ ...next.item, x: item.x, y: item.y }, shift);
  const [least, most] = LIMITS.position;
  if (Math.min(changed.x, changed.y) < least || Math.max(changed.x, changed.y) > most) return scene;
  return { ...scene, items: scene.items.map((one) => (one === item ? changed : one)) };
}

interface Resized {
  item: SceneItem;
  /** Size of the frame afterwards, px. */
  after: readonly [width: number, height: number];
  /** Where the frame lies from the item's own place, px. */
  offset: readonly [x: number, y: number];
}

function sized(item: SceneItem, frame: Frame, across: number, down: number): Resized {
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

function scaled(item: SceneItem, frame: Frame, more: number): Resized {
  const before = item.scale ?? 1;
  const scale = within(LIMITS.scale, Math.round(before * (1 + more) * 100) / 100);
  const after = [(frame.width / before) * scale, (frame.height / before) * scale] as const;
  const { scale: _, ...rest } = item;
  return { item: scale === 1 ? rest : { ...rest, scale }, after, offset: offsetOf(item, scale, after) };
}

/** A scaled widget grows from its place in the box, so its frame begins before or after the box. */
function offsetOf(
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
