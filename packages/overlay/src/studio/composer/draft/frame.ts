/** A rectangle on the canvas, px. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the items of a scene really lie, by id: an item without a size is as large as its widget. */
export type Frames = ReadonlyMap<string, Frame>;

/** The smallest frame around several; null around none. */
export function around(frames: Iterable<Frame>): Frame | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of frames) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two frames share more than an edge. */
export function overlaps(a: Frame, b: Frame): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
