import { CANVASES, SCENE_WIDGETS, type Scene, type SceneItem } from '@stallcast/elements';
import fc from 'fast-check';
import type { Frame, Frames } from './frame.js';
import type { Picked } from './pick-items.js';

/** A scene as it may lie on a studio's canvas: where its items really are, and what is picked. */
export interface Situation {
  scene: Scene;
  frames: Frames;
  picked: Picked;
}

const item = fc.record(
  {
    tag: fc.constantFrom(...Object.keys(SCENE_WIDGETS)),
    x: fc.integer({ min: -300, max: 1900 }),
    y: fc.integer({ min: -300, max: 1900 }),
    width: fc.integer({ min: 20, max: 1200 }),
    height: fc.integer({ min: 20, max: 1200 }),
    scale: fc.constantFrom(0.5, 1.5, 2),
    place: fc.constantFrom('top-left' as const, 'center' as const, 'bottom-right' as const),
    layer: fc.integer({ min: 0, max: 3 }),
    locked: fc.constant(true as const),
    hidden: fc.constant(true as const),
    group: fc.constantFrom('one', 'two'),
  },
  { requiredKeys: ['tag', 'x', 'y'] },
);

/** Any situation of up to eight items. */
export const situations: fc.Arbitrary<Situation> = fc
  .tuple(
    fc.constantFrom('portrait' as const, 'landscape' as const),
    fc.array(fc.tuple(item, fc.integer({ min: 20, max: 900 }), fc.boolean()), { maxLength: 8 }),
  )
  .map(([canvas, rows]) => {
    const items = rows.map(([fields], index): SceneItem => ({ ...fields, id: `item-${index}` }));
    const scene: Scene = { version: 1, canvas, items };
    return {
      scene,
      frames: framesOf(items, (index) => rows[index]?.[1] ?? 100),
      picked: new Set(items.filter((_, index) => rows[index]?.[2]).map(({ id }) => id)),
    };
  });

/** Frames of items as the canvas would measure them; `sizeOf` is the size of a widget that has none of its own, px. */
export function framesOf(items: readonly SceneItem[], sizeOf: (index: number) => number = () => 100): Frames {
  return new Map(
    items.map((one, index) => {
      const { id, x, y, scale = 1, place = 'top-left' } = one;
      const [width, height] = [one.width ?? sizeOf(index), one.height ?? sizeOf(index)];
      const across = place.includes('right') ? 1 : place.includes('left') ? 0 : 0.5;
      const down = place.includes('bottom') ? 1 : place.includes('top') ? 0 : 0.5;
      const frame: Frame = {
        x: x + across * width * (1 - scale),
        y: y + down * height * (1 - scale),
        width: width * scale,
        height: height * scale,
      };
      return [id, frame];
    }),
  );
}

/** Whether a frame can be seen and grabbed, with 2 px for what is rounded. */
export function canBeSeen({ canvas }: Scene, { x, y, width, height }: Frame, least: number): boolean {
  const room = CANVASES[canvas];
  const seen = (at: number, size: number, end: number) => Math.min(at + size, end) - Math.max(at, 0);
  return (
    seen(x, width, room.width) >= Math.min(width, least) - 2 &&
    seen(y, height, room.height) >= Math.min(height, least) - 2
  );
}
