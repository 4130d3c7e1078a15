import type { Scene, SceneItem } from '@stallcast/elements';
import { overlaps, type Frame, type Frames } from './frame.js';

/** Ids of items, as they are picked on the canvas. */
export type Picked = ReadonlySet<string>;

/** Picks an item: with its group unless alone; added to, or taken out of, what is picked already where `isMore`. */
export function pickItem(
  scene: Scene,
  picked: Picked,
  id: string,
  { isMore = false, isAlone = false }: { isMore?: boolean; isAlone?: boolean } = {},
): Picked {
  const ids = isAlone ? [id] : groupOf(scene, id);
  if (!isMore) return new Set(ids);
  const next = new Set(picked);
  const isOut = ids.every((one) => picked.has(one));
  for (const one of ids) {
    if (isOut) next.delete(one);
    else next.add(one);
  }
  return next;
}

/** Picks all that a dragged rectangle touches, with their groups. What is hidden or locked is not caught. */
export function pickTouched(scene: Scene, frames: Frames, marquee: Frame): Picked {
  const touched = scene.items.filter(({ id, hidden, locked }) => {
    const frame = frames.get(id);
    return frame !== undefined && !hidden && !locked && overlaps(frame, marquee);
  });
  return new Set(touched.flatMap(({ id }) => groupOf(scene, id)));
}

/** Leaves out what is no longer in the scene. */
export function pickLasting(scene: Scene, picked: Picked): Picked {
  const lasting = scene.items.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  return lasting.length === picked.size ? picked : new Set(lasting);
}

/** The picked items that may be moved. */
export function movable(scene: Scene, picked: Picked): SceneItem[] {
  return scene.items.filter(({ id, locked }) => picked.has(id) && !locked);
}

function groupOf({ items }: Scene, id: string): string[] {
  const group = items.find((item) => item.id === id)?.group;
  if (group === undefined) return [id];
  return items.filter((item) => item.group === group).map((item) => item.id);
}
