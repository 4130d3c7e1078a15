import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignItems, distributeItems } from './align-items.js';
import { framesOf, situations } from './draft.fixture.js';
import { around } from './frame.js';
import { pickItem, pickTouched } from './pick-items.js';
import { resizeItem } from './resize-item.js';
import { snap, snapLines } from './snap.js';

const SAFE = [{ x: 40, y: 240, width: 1000, height: 1016 }];

describe('snapping', () => {
  it('is done once: what has snapped stays', () => {
    fc.assert(
      fc.property(
        situations,
        fc.constantFrom(0, 20),
        fc.integer({ min: 1, max: 60 }),
        ({ scene, frames }, grid, reach) => {
          const [first, ...others] = frames.values();
          if (!first) return;
          const lines = snapLines(scene.canvas, others, SAFE, grid);
          const one = snap(first, lines, reach);
          const moved = { ...first, x: first.x + one.dx, y: first.y + one.dy };
          const two = snap(moved, lines, reach);
          expect([two.dx, two.dy]).toEqual([0, 0]);
          expect(Math.max(Math.abs(one.dx), Math.abs(one.dy))).toBeLessThanOrEqual(reach);
        },
      ),
    );
  });

  it('goes to the nearest line, and names it', () => {
    const lines = snapLines('portrait', [], SAFE, 0);
    expect(snap({ x: 46, y: 233, width: 300, height: 100 }, lines, 8)).toEqual({
      dx: -6,
      dy: 7,
      guides: [
        { axis: 'x', at: 40 },
        { axis: 'y', at: 240 },
      ],
    });
  });
});

describe('lining up', () => {
  const items = [
    { id: 'a', tag: 'stall-goal', x: 100, y: 100, width: 200, height: 100 },
    { id: 'b', tag: 'stall-goal', x: 400, y: 300, width: 100, height: 100 },
    { id: 'c', tag: 'stall-goal', x: 800, y: 500, width: 200, height: 100 },
  ];
  const scene = { version: 1 as const, canvas: 'portrait' as const, items };
  const frames = framesOf(items);
  const all = new Set(['a', 'b', 'c']);

  it('lines several up with each other, and one with the canvas', () => {
    expect(alignItems(scene, frames, all, 'right').items.map(({ x }) => x)).toEqual([800, 900, 800]);
    expect(alignItems(scene, frames, new Set(['b']), 'center').items[1]!.x).toBe(490);
  });

  it('takes a group as one', () => {
    const grouped = { ...scene, items: items.map((item) => (item.id === 'c' ? item : { ...item, group: 'g' })) };
    expect(alignItems(grouped, frames, all, 'left').items.map(({ x }) => x)).toEqual([100, 400, 100]);
  });

  it('makes the gaps alike', () => {
    const after = distributeItems(scene, frames, all, 'x').items;
    expect(after.map(({ x }) => x)).toEqual([100, 500, 800]);
  });
});

describe('picking', () => {
  it('takes the group, or one alone, or more', () => {
    const items = ['a', 'b', 'c'].map((id) => ({
      id,
      tag: 'stall-goal',
      x: 0,
      y: 0,
      ...(id !== 'c' && { group: 'g' }),
    }));
    const scene = { version: 1 as const, canvas: 'portrait' as const, items };
    expect([...pickItem(scene, new Set(), 'a')]).toEqual(['a', 'b']);
    expect([...pickItem(scene, new Set(), 'a', { isAlone: true })]).toEqual(['a']);
    expect([...pickItem(scene, new Set(['c']), 'a', { isMore: true })]).toEqual(['c', 'a', 'b']);
    expect([...pickItem(scene, new Set(['a', 'b', 'c']), 'a', { isMore: true })]).toEqual(['c']);
  });

  it('catches all that a rectangle around them touches', () => {
    fc.assert(
      fc.property(situations, ({ scene, frames }) => {
        const free = scene.items.filter(({ locked, hidden }) => !locked && !hidden).map(({ id }) => id);
        const marquee = around(frames.values());
        const caught = marquee ? pickTouched(scene, frames, marquee) : new Set<string>();
        for (const id of free) expect(caught.has(id)).toBe(true);
      }),
    );
  });
});

describe('a handle', () => {
  const item = { id: 'a', tag: 'stall-goal', x: 100, y: 400, width: 400, height: 200 };
  const scene = { version: 1 as const, canvas: 'portrait' as const, items: [item] };
  const drag = (handle: Parameters<typeof resizeItem>[3], dx: number, dy: number, more = {}) => {
    const items = [{ ...item, ...more }];
    return resizeItem({ ...scene, items }, framesOf(items), 'a', handle, { dx, dy }).items[0];
  };

  it('of a side changes the box, and leaves the side across where it is', () => {
    expect(drag('e', 60, 0)).toMatchObject({ x: 100, width: 460, height: 200 });
    expect(drag('w', -60, 0)).toMatchObject({ x: 40, width: 460 });
    expect(drag('n', 0, 50)).toMatchObject({ y: 450, height: 150 });
  });

  it('of a corner scales, from the corner across, wherever the widget lies in its box', () => {
    expect(drag('se', 200, 0)).toMatchObject({ x: 100, y: 400, width: 400, scale: 1.5 });
    expect(drag('nw', -200, -100)).toMatchObject({ x: -100 + 0, y: 300, scale: 1.5 });
    for (const place of ['top-left', 'center', 'bottom-right'] as const) {
      const before = framesOf([{ ...item, place }]).get('a')!;
      const after = framesOf([drag('se', 100, 50, { place })!]).get('a')!;
      expect([after.x, after.y]).toEqual([before.x, before.y]);
    }
  });
});
