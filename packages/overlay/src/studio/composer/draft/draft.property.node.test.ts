import { LIMITS, parseScene, SCENE_WIDGETS, type Scene, type SceneItem } from '@stallcast/elements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignItems, ALIGNMENTS, distributeItems } from './align-items.js';
import { canBeSeen, framesOf, situations, type Situation } from './draft.fixture.js';
import {
  addItem,
  duplicateItems,
  groupItems,
  patchItems,
  removeItems,
  setAttribute,
  toggleItems,
  ungroupItems,
} from './edit-items.js';
import { beginHistory, record, redo, undo, type History } from './history.js';
import { LEAST_SEEN, moveItems } from './move-items.js';
import { drawnOrder, raiseItems, reorderItems } from './order-items.js';
import { HANDLES, resizeItem } from './resize-item.js';

type Operation = (situation: Situation) => Scene;

const distance = fc.record({ dx: fc.integer({ min: -3000, max: 3000 }), dy: fc.integer({ min: -3000, max: 3000 }) });

/** Everything that can be done to a scene, with anything that it can be done with. */
const OPERATIONS: Readonly<Record<string, fc.Arbitrary<Operation>>> = {
  move: distance.map((step) => (one) => moveItems(one.scene, one.frames, one.picked, step)),
  resize: fc.tuple(fc.constantFrom(...HANDLES), distance, fc.nat(7)).map(
    ([handle, step, index]) =>
      ({ scene, frames }) =>
        resizeItem(scene, frames, `item-${index}`, handle, step),
  ),
  align: fc.constantFrom(...ALIGNMENTS).map(
    (to) =>
      ({ scene, frames, picked }) =>
        alignItems(scene, frames, picked, to),
  ),
  distribute: fc.constantFrom('x' as const, 'y' as const).map(
    (axis) =>
      ({ scene, frames, picked }) =>
        distributeItems(scene, frames, picked, axis),
  ),
  add: fc.constantFrom(...Object.keys(SCENE_WIDGETS)).map(
    (tag) =>
      ({ scene }) =>
        addItem(scene, { tag, x: 40, y: 40 })?.scene ?? scene,
  ),
  remove: fc.constant(({ scene, picked }) => removeItems(scene, picked)),
  duplicate: fc.constant(({ scene, frames, picked }) => duplicateItems(scene, frames, picked)?.scene ?? scene),
  patch: fc
    .record({ x: fc.integer({ min: 0, max: 900 }), width: fc.constantFrom(undefined, 300), name: fc.constant('a') })
    .map(
      (patch) =>
        ({ scene, picked }) =>
          patchItems(scene, picked, patch),
    ),
  attribute: fc.constantFrom('wide', undefined).map(
    (value) =>
      ({ scene, picked }) =>
        setAttribute(scene, picked, 'caption', value),
  ),
  lock: fc.constant(({ scene, picked }) => toggleItems(scene, picked, 'locked')),
  hide: fc.constant(({ scene, picked }) => toggleItems(scene, picked, 'hidden')),
  group: fc.constant(({ scene, picked }) => groupItems(scene, picked)),
  ungroup: fc.constant(({ scene, picked }) => ungroupItems(scene, picked)),
  layer: fc.constantFrom(1 as const, -1 as const).map(
    (by) =>
      ({ scene, picked }) =>
        reorderItems(scene, picked, by),
  ),
  raise: fc.constantFrom('front' as const, 'back' as const).map(
    (to) =>
      ({ scene, picked }) =>
        raiseItems(scene, picked, to),
  ),
};

const placesOf = (items: readonly SceneItem[]) =>
  items.map(({ id, x, y, width, height, scale, place }) => ({ id, x, y, width, height, scale, place }));

describe.each(Object.entries(OPERATIONS))('to %s', (name, operations) => {
  it('is taken back by undo, and done again by redo', () => {
    fc.assert(
      fc.property(situations, operations, (situation, operate) => {
        const before = beginHistory(situation.scene);
        const after = record(before, operate(situation));
        expect(undo(after).present).toBe(situation.scene);
        expect(redo(undo(after)).present).toBe(after.present);
      }),
    );
  });

  it('never moves, resizes or takes out what is locked', () => {
    fc.assert(
      fc.property(situations, operations, (situation, operate) => {
        const locked = situation.scene.items.filter((item) => item.locked);
        const after = operate(situation).items;
        const kept = locked.map(({ id }) => after.find((item) => item.id === id)!);
        expect(placesOf(kept)).toEqual(placesOf(locked));
      }),
    );
  });

  it('loses nothing beyond the canvas that could be seen before', () => {
    fc.assert(
      fc.property(situations, operations, (situation, operate) => {
        // A figure that is typed is taken as it is.
        if (name === 'patch') return;
        const seen = situation.scene.items.filter(({ id }) =>
          canBeSeen(situation.scene, situation.frames.get(id)!, LEAST_SEEN),
        );
        const after = operate(situation);
        for (const { id } of seen) {
          const item = after.items.find((one) => one.id === id);
          if (!item) continue;
          const old = situation.frames.get(id)!;
          const was = situation.scene.items.find((one) => one.id === id)!;
          const own = (side: 'width' | 'height') => item[side] ?? old[side] / (was.scale ?? 1);
          const frame = framesOf([{ ...item, width: own('width'), height: own('height') }]).get(id)!;
          expect(canBeSeen(after, frame, LEAST_SEEN), JSON.stringify([old, frame])).toBe(true);
        }
      }),
    );
  });

  it('leaves a scene that is one: ids of its own, and no fault', () => {
    fc.assert(
      fc.property(situations, operations, (situation, operate) => {
        const after = operate(situation);
        expect(new Set(after.items.map(({ id }) => id)).size).toBe(after.items.length);
        const { faults } = parseScene(JSON.parse(JSON.stringify(after)));
        expect(faults.filter(({ en }) => !en.includes('caption'))).toEqual([]);
      }),
    );
  });
});

describe('a history', () => {
  it('goes back all the way, and forward again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), (steps) => {
        const distinct = steps.filter((step, index) => step !== (index === 0 ? -1 : steps[index - 1]));
        let history: History<number> = beginHistory(-1);
        for (const step of distinct) history = record(history, step);
        for (const _ of distinct) history = undo(history);
        expect(history.present).toBe(-1);
        expect(undo(history)).toBe(history);
        for (const _ of distinct) history = redo(history);
        expect(history.present).toBe(distinct.at(-1) ?? -1);
        expect(redo(history)).toBe(history);
      }),
    );
  });

  it('takes presses of one key that follow at once as one step, and no more after a rest', () => {
    let history = beginHistory(0);
    history = record(history, 1, 'nudge', 0);
    history = record(history, 2, 'nudge', 500);
    history = record(history, 3, 'nudge', 2_000);
    expect(undo(history).present).toBe(2);
    expect(undo(undo(history)).present).toBe(0);
  });

  it('forgets what was taken back once something else is done', () => {
    const history = record(undo(record(beginHistory('a'), 'b')), 'c');
    expect(redo(history)).toBe(history);
  });
});

describe('layers', () => {
  it('are those that were drawn before, but for what is taken up', () => {
    fc.assert(
      fc.property(situations, ({ scene, picked }) => {
        const rest = (one: Scene) => drawnOrder(one).flatMap(({ id }) => (picked.has(id) ? [] : [id]));
        expect(rest(reorderItems(scene, picked, 1))).toEqual(rest(scene));
        expect(rest(raiseItems(scene, picked, 'back'))).toEqual(rest(scene));
      }),
    );
  });

  it('go up one place at a time', () => {
    const items = ['a', 'b', 'c'].map((id): SceneItem => ({ id, tag: 'stall-goal', x: 0, y: 0 }));
    const scene: Scene = { version: 1, canvas: 'portrait', items };
    expect(drawnOrder(reorderItems(scene, new Set(['a']), 1)).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(drawnOrder(reorderItems(scene, new Set(['b', 'c']), 1))).toEqual(items);
    expect(drawnOrder(raiseItems(scene, new Set(['a']), 'front')).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});

describe('a scene that is full', () => {
  it('takes no more', () => {
    const items = Array.from({ length: LIMITS.items }, (_, i): SceneItem => ({
      id: `a-${i}`,
      tag: 'stall-goal',
      x: 0,
      y: 0,
    }));
    const scene: Scene = { version: 1, canvas: 'portrait', items };
    expect(addItem(scene, { tag: 'stall-goal', x: 0, y: 0 })).toBeNull();
    expect(duplicateItems(scene, new Map(), new Set(['a-0']))).toBeNull();
  });
});
