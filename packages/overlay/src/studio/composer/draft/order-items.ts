import type { Scene, SceneItem } from '@stallcast/elements';
import type { Picked } from './pick-items.js';

/** The items from the lowest to the uppermost, as they are drawn. */
export function drawnOrder({ items }: Scene): SceneItem[] {
  return [...items].sort((a, b) => (a.layer ?? 0) - (b.layer ?? 0));
}

/** Takes what is picked one place up (1) or down (-1) among the layers, each no further than the end. */
export function reorderItems(scene: Scene, picked: Picked, by: 1 | -1): Scene {
  const items = drawnOrder(scene);
  const before = items.map(({ id }) => id);
  const from = by === 1 ? items.length - 1 : 0;
  for (let at = from; at >= 0 && at < items.length; at -= by) {
    const [item, next] = [items[at], items[at + by]];
    if (!item || !next || !picked.has(item.id) || picked.has(next.id)) continue;
    items[at] = next;
    items[at + by] = item;
  }
  if (items.every(({ id }, index) => id === before[index])) return scene;
  return { ...scene, items: items.map(withoutLayer) };
}

/** Puts what is picked above all others, or below. */
export function raiseItems(scene: Scene, picked: Picked, to: 'front' | 'back'): Scene {
  const items = drawnOrder(scene);
  const chosen = items.filter(({ id }) => picked.has(id));
  const rest = items.filter(({ id }) => !picked.has(id));
  const next = to === 'front' ? [...rest, ...chosen] : [...chosen, ...rest];
  if (next.every((item, index) => item === items[index])) return scene;
  return { ...scene, items: next.map(withoutLayer) };
}

/** The order in the file says it from here on. */
function withoutLayer({ layer: _, ...item }: SceneItem): SceneItem {
  return item;
}
