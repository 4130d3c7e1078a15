import type { SceneItem } from '@stallcast/elements';
import type { Frame } from './frame.js';
import { offsetOf } from './resize-item.js';

/**
 * Where an item will lie once it is laid out as it was changed. Keys follow each other faster than the page is measured: the next one goes on
 * from here.
 */
export function expectedFrame(frame: Frame, before: SceneItem, after: SceneItem): Frame {
  if (before === after) return frame;
  const [was, is] = [before.scale ?? 1, after.scale ?? 1];
  const side = (measured: number, old: number | undefined, now: number | undefined): number =>
    now !== undefined && now !== old ? now * is : (measured / was) * is;
  const width = side(frame.width, before.width, after.width);
  const height = side(frame.height, before.height, after.height);
  const [wasX, wasY] = offsetOf(before, was, [frame.width, frame.height]);
  const [isX, isY] = offsetOf(after, is, [width, height]);
  return { x: frame.x + after.x - before.x + isX - wasX, y: frame.y + after.y - before.y + isY - wasY, width, height };
}
