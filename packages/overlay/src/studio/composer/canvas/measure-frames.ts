import type { Scene } from '@stallcast/elements';
import type { Frame, Frames } from '../draft/frame.js';

/** What a widget with nothing to show is drawn as, px. */
const EMPTY = { width: 240, height: 72 } as const;

/** Where an item really lies, and whether its widget has something to show there. */
export interface Measured extends Frame {
  isEmpty: boolean;
}

/**
 * Measures where the items of a scene that are on air really lie, px of the canvas.
 *
 * @param root What the scene element has rendered.
 * @param zoom Px of the screen for one of the canvas.
 */
export function measureFrames(root: ParentNode, scene: Scene, zoom: number): Map<string, Measured> {
  const canvas = root.querySelector<HTMLElement>('.canvas');
  const found = new Map<string, Measured>();
  if (!canvas || zoom <= 0) return found;
  const from = canvas.getBoundingClientRect();
  for (const box of canvas.querySelectorAll<HTMLElement>('.box')) {
    const item = scene.items.find(({ id }) => id === box.dataset['item']);
    const widget = box.firstElementChild;
    if (!item || !widget || box.hidden) continue;
    const isScaled = item.scale !== undefined && item.scale !== 1;
    // A box without a size is as large as its widget; a scaled widget is larger or smaller than its box.
    const { left, top, width, height } = (isScaled ? widget : box).getBoundingClientRect();
    const inner = widget.getBoundingClientRect();
    const isEmpty = inner.width < zoom || inner.height < zoom;
    found.set(item.id, {
      x: round((left - from.left) / zoom),
      y: round((top - from.top) / zoom),
      width: width < zoom ? (item.width ?? EMPTY.width) : round(width / zoom),
      height: height < zoom ? (item.height ?? EMPTY.height) : round(height / zoom),
      isEmpty,
    });
  }
  return found;
}

/** What a screen's px make of whole ones is put right. */
const round = (length: number): number => Math.round(length * 10) / 10;

/** Whether two measurements are alike. */
export function areSame(a: Frames, b: Frames): boolean {
  return a.size === b.size && [...a].every(([id, frame]) => JSON.stringify(frame) === JSON.stringify(b.get(id)));
}
