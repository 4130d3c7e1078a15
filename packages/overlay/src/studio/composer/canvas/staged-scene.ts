import type { Scene, SceneItem } from '@stallcast/elements';
import type { Picked } from '../draft/pick-items.js';

/** A scene as the studio stages it: what is picked is on air at once, without waiting for its condition or its turn. */
export function stagedScene(scene: Scene, picked: Picked): Scene {
  if (picked.size === 0) return scene;
  return { ...scene, items: scene.items.map((item) => (picked.has(item.id) ? atOnce(item) : item)) };
}

function atOnce({ when: _, turn: __, hidden: ___, ...item }: SceneItem): SceneItem {
  return item;
}
