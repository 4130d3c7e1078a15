import { CANVASES, type Scene, type SceneItem } from '@stallcast/elements';
import type { Frame, Frames } from './frame.js';
import { movable, type Picked } from './pick-items.js';

/** Of every item at least so much stays on the canvas, px each way, or all of a smaller one. */
export const LEAST_SEEN = 64;

/** A distance on the canvas, px. */
export interface Step {
  dx: number;
  dy: number;
}

/** Moves what is picked by a distance, as far as all of it can still be seen and found again. What is locked stays. */
export function moveItems(scene: Scene, frames: Frames, picked: Picked, wish: Step): Scene {
  const items = movable(scene, picked);
  const { dx, dy } = heldIn(
    scene,
    items.flatMap(({ id }) => frames.get(id) ?? []),
    wish,
  );
  if (dx === 0 && dy === 0) return scene;
  const moved = new Set(items.map(({ id }) => id));
  return {
    ...scene,
    items: scene.items.map((item) => (moved.has(item.id) ? movedBy(item, { dx, dy }) : item)),
  };
}

/** Moves one item; whole px, so that text is drawn sharp. */
export function movedBy<T extends Pick<SceneItem, 'x' | 'y'>>(item: T, { dx, dy }: Step): T {
  return { ...item, x: Math.round(item.x + dx), y: Math.round(item.y + dy) };
}

/** Whether enough of a frame lies on the canvas to be seen and found again. */
export function isSeen({ canvas }: Scene, { x, y, width, height }: Frame): boolean {
  const shown = (at: number, size: number, room: number): boolean =>
    Math.min(at + size, room) - Math.max(at, 0) >= Math.min(size, LEAST_SEEN) - 1;
  const { width: roomX, height: roomY } = CANVASES[canvas];
  return shown(x, width, roomX) && shown(y, height, roomY);
}

/** How far frames may really be moved together, so that none is lost beyond the canvas. One that lies outside may come back. */
export function heldIn({ canvas }: Scene, frames: readonly Frame[], { dx, dy }: Step): Step {
  const { width, height } = CANVASES[canvas];
  return {
    dx: held(
      Math.round(dx),
      frames.map(({ x, width: size }) => [x, size]),
      width,
    ),
    dy: held(
      Math.round(dy),
      frames.map(({ y, height: size }) => [y, size]),
      height,
    ),
  };
}

function held(wish: number, spans: readonly (readonly [at: number, size: number])[], room: number): number {
  let [least, most] = [-Infinity, Infinity];
  for (const [at, size] of spans) {
    const seen = Math.min(size, LEAST_SEEN);
    least = Math.max(least, Math.ceil(Math.min(0, seen - size - at)));
    most = Math.min(most, Math.floor(Math.max(0, room - seen - at)));
  }
  // `+ 0` makes a plain zero of a negative one.
  return Math.min(most, Math.max(least, wish)) + 0;
}
