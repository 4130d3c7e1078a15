import type { Scene } from '@stallcast/elements';
import { encodeScene } from '../../packages/overlay/src/scene-code/scene-code.js';

const at = (id: string, tag: string, x: number, y: number, attributes: Record<string, string | number> = {}) => ({
  id,
  tag,
  x,
  y,
  width: 440,
  attributes,
});

/** Twelve widgets that are on air at once, all evening. */
const SCENE: Scene = {
  version: 1,
  canvas: 'landscape',
  items: [
    at('card', 'stall-product-card', 40, 40, { 'product-id': 'peach', look: 'wide' }),
    at('stock', 'stall-stock-counter', 40, 420, { 'product-id': 'peach', look: 'row' }),
    at('price', 'stall-price', 40, 560, { 'product-id': 'peach' }),
    at('promises', 'stall-promises', 40, 720, { 'product-id': 'peach' }),
    at('toast', 'stall-order-ticker', 500, 40, { look: 'toast' }),
    at('list', 'stall-order-ticker', 500, 240, { look: 'list', rows: 6 }),
    at('goal', 'stall-goal', 500, 780),
    at('announcement', 'stall-announcement', 500, 920, { look: 'strip' }),
    at('shelf', 'stall-shelf', 960, 40, { look: 'list', rows: 5 }),
    at('chart', 'stall-sales-chart', 960, 560),
    at('origin', 'stall-origin', 1_420, 40, { 'product-id': 'peach', look: 'slip' }),
    at('share', 'stall-share', 1_420, 560),
  ],
};

/** How many widgets it has. */
export const WIDGETS = SCENE.items.length;

/** Writes the scene for a link. */
export async function sceneCode(): Promise<string> {
  const code = await encodeScene(SCENE);
  if (!code) throw new Error('The scene of the soak is too long for a link.');
  return code;
}
