import { LIMITS, parseScene, type Scene, type SceneItem } from '@stallcast/elements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeSeen, framesOf, situations } from './draft.fixture.js';
import { expectedFrame } from './expected-frame.js';
import type { Frame } from './frame.js';
import { LEAST_SEEN } from './move-items.js';
import { HANDLES } from './resize-item.js';
import { groupFrame, resizeItems } from './resize-items.js';

const step = fc.record({ dx: fc.integer({ min: -1500, max: 1500 }), dy: fc.integer({ min: -1500, max: 1500 }) });
const handle = fc.constantFrom(...HANDLES);
/** A widget of no size of its own is measured alike before and after. */
const sized = situations.map(({ scene, picked }) => {
  const items = scene.items.map((item): SceneItem => ({ width: 200, height: 90, ...item }));
  return { scene: { ...scene, items }, picked, frames: framesOf(items) };
});
const sideOf = ({ x, y, width, height }: Frame) => ({ n: y, s: y + height, w: x, e: x + width });
const ACROSS = { n: 's', s: 'n', w: 'e', e: 'w' } as const;

describe('a handle of several', () => {
  const items: SceneItem[] = [
    { id: 'a', tag: 'stall-goal', x: 100, y: 400, width: 400, height: 200 },
    { id: 'b', tag: 'stall-goal', x: 300, y: 700, width: 200, height: 100, scale: 0.5, place: 'top-left' },
    { id: 'c', tag: 'stall-goal', x: 40, y: 40, width: 200, height: 100 },
  ];
  const scene: Scene = { version: 1, canvas: 'portrait', items };
  const drag = (to: (typeof HANDLES)[number], dx: number, dy: number, of: Scene = scene) =>
    resizeItems(of, framesOf(of.items), new Set(['a', 'b']), to, { dx, dy }).items;

  it('of a corner makes places and sizes larger by one factor, from the corner across', () => {
    expect(drag('se', 200, 0)).toEqual([
      { ...items[0], scale: 1.5 },
      { ...items[1], x: 400, y: 850, scale: 0.75 },
      items[2],
    ]);
    expect(drag('nw', 200, 175)).toMatchObject([{ x: 300, y: 575, scale: 0.5 }, { x: 400, scale: 0.25 }, {}]);
  });

  it('of a side makes the boxes wider or higher, and leaves the other way alone', () => {
    expect(drag('e', 200, 999)).toEqual([{ ...items[0], width: 600 }, { ...items[1], x: 400, width: 300 }, items[2]]);
    expect(drag('n', 999, -350)).toMatchObject([{ y: 50, height: 400, width: 400 }, { y: 650, height: 200 }, {}]);
  });

  it('goes no further than the smallest of them can, and all of them stop there', () => {
    const [a, b] = drag('se', -390, -390);
    expect([a?.scale, b?.scale]).toEqual([0.5, LIMITS.scale[0]]);
    const [wide, narrow] = drag('e', -395, 0);
    expect([wide?.width, narrow?.width]).toEqual([40, LIMITS.size[0]]);
  });

  it('goes no further than the largest can, and holds none back that is measured smaller than a scene can say', () => {
    const wide = { ...scene, items: items.map((item) => (item.id === 'a' ? { ...item, width: 1600 } : item)) };
    expect(drag('e', 4000, 0, wide)).toMatchObject([{ width: 2000 }, { x: 350, width: 250 }, {}]);
    const frames = new Map([...framesOf(items), ['b', { x: 300, y: 700, width: 8, height: 50 }] as const]);
    expect(resizeItems(scene, frames, new Set(['a', 'b']), 'e', { dx: 40, dy: 0 }).items[0]).toMatchObject({
      x: 100,
      width: 440,
    });
  });

  it('leaves a locked one out, and is the only one’s handle where there is but one', () => {
    const locked: Scene = {
      ...scene,
      items: items.map((item) => (item.id === 'b' ? { ...item, locked: true } : item)),
    };
    expect(drag('se', 200, 0, locked)).toEqual([{ ...items[0], scale: 1.5 }, locked.items[1], items[2]]);
    expect(resizeItems(scene, framesOf(items), new Set(), 'e', { dx: 5, dy: 5 })).toBe(scene);
  });

  it('keeps every scene one that can be written and read again, loses nothing, and touches nothing else', () => {
    fc.assert(
      fc.property(sized, handle, step, ({ scene: before, frames, picked }, to, by) => {
        const after = resizeItems(before, frames, picked, to, by);
        expect(parseScene(JSON.stringify(after)).faults).toEqual([]);
        const next = framesOf(after.items);
        for (const [at, item] of after.items.entries()) {
          const [old, was, is] = [before.items[at]!, frames.get(item.id)!, next.get(item.id)!];
          if (old.locked || !picked.has(item.id)) expect(item).toBe(old);
          if (canBeSeen(before, was, LEAST_SEEN)) expect(canBeSeen(after, is, LEAST_SEEN - 2)).toBe(true);
        }
      }),
    );
  });

  it('leaves frames that are known before they are measured', () => {
    fc.assert(
      fc.property(sized, handle, step, ({ scene: before, frames, picked }, to, by) => {
        const after = resizeItems(before, frames, picked, to, by);
        const next = framesOf(after.items);
        for (const [at, item] of after.items.entries()) {
          const [known, measured] = [expectedFrame(frames.get(item.id)!, before.items[at]!, item), next.get(item.id)!];
          for (const side of ['x', 'y', 'width', 'height'] as const) expect(known[side]).toBeCloseTo(measured[side], 6);
        }
      }),
    );
    // As wide as its words: twice as large by its scale.
    const item: SceneItem = { id: 'a', tag: 'stall-price', x: 10, y: 10 };
    const frame = { x: 10, y: 10, width: 130, height: 60 };
    expect(expectedFrame(frame, item, { ...item, scale: 2 })).toEqual({ x: 10, y: 10, width: 260, height: 120 });
  });

  it('keeps the side across where it is, and what lies between in its proportion', () => {
    fc.assert(
      fc.property(sized, handle, step, ({ scene: before, frames, picked }, to, by) => {
        const after = resizeItems(before, frames, picked, to, by);
        const next = framesOf(after.items);
        const [was, is] = [groupFrame(before, frames, picked), groupFrame(after, next, picked)];
        if (!was || !is) return;
        // Whole px, and scales of a thousandth.
        const near = (of: number): number => 2 + of / 900;
        for (const side of to as unknown as Iterable<keyof typeof ACROSS>) {
          const across = ACROSS[side];
          expect(Math.abs(sideOf(is)[across] - sideOf(was)[across])).toBeLessThanOrEqual(near(was.width + was.height));
        }
        const isCorner = to.length === 2;
        const axes = isCorner || 'ew'.includes(to) ? (['x', 'width'] as const) : (['y', 'height'] as const);
        if (was[axes[1]] < 100) return;
        const factor = is[axes[1]] / was[axes[1]];
        for (const id of picked) {
          const [a, b] = [frames.get(id)!, next.get(id)!];
          if (before.items.find((item) => item.id === id)?.locked) continue;
          expect(Math.abs(b[axes[1]] - a[axes[1]] * factor)).toBeLessThanOrEqual(near(was[axes[1]]) * 4);
        }
      }),
    );
  });
});
