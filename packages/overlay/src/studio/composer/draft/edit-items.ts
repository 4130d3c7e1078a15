import { LIMITS, type AttributeValue, type Scene, type SceneItem } from '@stallcast/elements';
import type { Frames } from './frame.js';
import { heldIn, movedBy } from './move-items.js';
import type { Picked } from './pick-items.js';

/** How far a copy lies from what it was made of, px. */
const COPY_STEP = 24;

/** A scene after something was added, and what it was. */
export interface Added {
  scene: Scene;
  picked: Picked;
}

/** Adds an item above all others; null where the scene is full. */
export function addItem(scene: Scene, item: Omit<SceneItem, 'id'>): Added | null {
  if (scene.items.length >= LIMITS.items) return null;
  const id = freeId(scene, item.tag.replace(/^stall-/, ''));
  const layer = Math.max(0, ...scene.items.map((one) => one.layer ?? 0));
  const added: SceneItem = { ...item, id, ...(layer > 0 && { layer }) };
  return { scene: { ...scene, items: [...scene.items, added] }, picked: new Set([id]) };
}

/** Takes out what is picked and not locked. */
export function removeItems(scene: Scene, picked: Picked): Scene {
  const items = scene.items.filter(({ id, locked }) => !picked.has(id) || locked);
  return items.length === scene.items.length ? scene : { ...scene, items };
}

/** Adds a copy of what is picked, a little to the right and below, as a group of its own where it was one. Null where it would be too much. */
export function duplicateItems(scene: Scene, frames: Frames, picked: Picked): Added | null {
  const originals = scene.items.filter(({ id }) => picked.has(id));
  if (originals.length === 0 || scene.items.length + originals.length > LIMITS.items) return null;
  const step = heldIn(
    scene,
    originals.flatMap(({ id }) => frames.get(id) ?? []),
    { dx: COPY_STEP, dy: COPY_STEP },
  );
  const groups = new Map<string, string>();
  let next = scene;
  const copies: string[] = [];
  for (const original of originals) {
    const id = freeId(next, original.id);
    const { locked: _, group, ...rest } = original;
    if (group !== undefined && !groups.has(group)) groups.set(group, freeGroup(next, [...groups.values()]));
    const own = group === undefined ? undefined : groups.get(group);
    const copy: SceneItem = { ...movedBy(rest, step), id, ...(own !== undefined && { group: own }) };
    next = { ...next, items: [...next.items, copy] };
    copies.push(id);
  }
  return { scene: next, picked: new Set(copies) };
}

/** Changes fields of what is picked. A field that is undefined is taken out. Places and sizes of what is locked stay. */
export function patchItems(scene: Scene, picked: Picked, patch: Partial<Record<keyof SceneItem, unknown>>): Scene {
  const isPlacing = Object.keys(patch).some((name) => PLACING.has(name));
  return changeItems(scene, picked, (item) => {
    if (item.locked && isPlacing) return item;
    const fields = Object.entries({ ...item, ...patch }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(fields) as unknown as SceneItem;
  });
}

const PLACING: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height', 'scale', 'place']);

/** Sets an attribute of what is picked; undefined takes it away. */
export function setAttribute(scene: Scene, picked: Picked, name: string, value: AttributeValue | undefined): Scene {
  return changeItems(scene, picked, (item) => {
    const { [name]: _, ...rest } = item.attributes ?? {};
    const attributes = value === undefined ? rest : { ...rest, [name]: value };
    const { attributes: __, ...bare } = item;
    return Object.keys(attributes).length > 0 ? { ...bare, attributes } : bare;
  });
}

/** Turns a mark on for all that is picked, or off where all have it. */
export function toggleItems(scene: Scene, picked: Picked, mark: 'locked' | 'hidden'): Scene {
  const isOn = scene.items.filter(({ id }) => picked.has(id)).every((item) => item[mark]);
  return changeItems(scene, picked, ({ [mark]: _, ...item }) => (isOn ? item : { ...item, [mark]: true }));
}

/** Makes one group of what is picked. One item alone is none. */
export function groupItems(scene: Scene, picked: Picked): Scene {
  const count = scene.items.filter(({ id }) => picked.has(id)).length;
  if (count < 2) return scene;
  const group = freeGroup(scene);
  return changeItems(scene, picked, (item) => ({ ...item, group }));
}

/** Takes what is picked out of its groups. */
export function ungroupItems(scene: Scene, picked: Picked): Scene {
  if (!scene.items.some(({ id, group }) => picked.has(id) && group !== undefined)) return scene;
  return changeItems(scene, picked, ({ group: _, ...item }) => item);
}

/** Changes each of what is picked. */
export function changeItems(scene: Scene, picked: Picked, change: (item: SceneItem) => SceneItem): Scene {
  if (!scene.items.some(({ id }) => picked.has(id))) return scene;
  return { ...scene, items: scene.items.map((item) => (picked.has(item.id) ? change(item) : item)) };
}

/** An id that no item has: the wish itself, or with a number behind it. */
function freeId({ items }: Scene, wish: string): string {
  const taken = new Set(items.map(({ id }) => id));
  const stem = wish.replace(/-\d+$/, '').slice(0, 34);
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function freeGroup({ items }: Scene, also: readonly string[] = []): string {
  const taken = new Set([...items.map(({ group }) => group), ...also]);
  let number = 1;
  while (taken.has(`group-${number}`)) number += 1;
  return `group-${number}`;
}
