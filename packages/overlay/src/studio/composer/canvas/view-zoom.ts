/** How near one may come: as many times as large as the whole canvas fits. */
export const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** The next zoom, nearer (1) or farther (-1), or all of the canvas (0). */
export function nextZoom(zoom: number, by: -1 | 0 | 1): number {
  if (by === 0) return ZOOMS[0];
  const wished = by === 1 ? ZOOMS.find((one) => one > zoom) : [...ZOOMS].reverse().find((one) => one < zoom);
  return wished ?? (by === 1 ? ZOOMS[ZOOMS.length - 1]! : ZOOMS[0]);
}

/**
 * Where to scroll so that what lay under a point stays there when all grows around it, px.
 *
 * @param scrolled How far it was scrolled before.
 * @param point The point, from the edge of what is scrolled.
 * @param factor How many times as large it becomes.
 */
export function keepUnder(scrolled: number, point: number, factor: number): number {
  return Math.max(0, (scrolled + point) * factor - point);
}
