import type { SceneCanvas } from '@stallcast/elements';
import type { View } from '../bench/bench.js';
import { drawBusyFrame, drawPicture } from './backdrop.js';

/** Draws what lies behind the widgets where it has to be drawn, once for each wish: a picture of the host's own, or a busy market. */
export function createBehind(): (canvas: HTMLCanvasElement, view: View, shape: SceneCanvas) => void {
  let drawn: readonly unknown[] = [];
  return (canvas, { picture, backdrop }, shape) => {
    const wish = [picture, backdrop, shape];
    if (canvas.hidden || wish.every((one, index) => one === drawn[index])) return;
    drawn = wish;
    if (picture) drawPicture(canvas, picture);
    else drawBusyFrame(canvas);
  };
}
