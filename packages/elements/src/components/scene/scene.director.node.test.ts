import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './scene.conditions.js';
import { direct, MOVE_MS, type Direction } from './scene.director.js';
import type { Scene, SceneItem } from './scene.format.js';

const FACTS: readonly Fact[] = ['presale', 'provenance', 'share', 'tickets', 'announcement'];

function item(id: string, seconds: number, when: SceneItem['when'], group = 'side'): SceneItem {
  return { id, tag: 'stall-goal', x: 0, y: 0, ...(when && { when }), turn: { group, seconds } };
}
const sceneOf = (...items: SceneItem[]): Scene => ({ version: 1, canvas: 'portrait', items });
const shownOf = (direction: Direction) => [...direction.shown].sort();

const items = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...'abcdefgh'),
      seconds: fc.integer({ min: 5, max: 40 }),
      when: fc.option(fc.subarray([...FACTS], { maxLength: 1 }), { nil: undefined }),
      group: fc.constantFrom('side', 'counter', 'canopy'),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.map(({ id, seconds, when, group }) => item(id, seconds, when, group)));
const start = fc.integer({ min: 0, max: 1e9 }).map((seconds) => Date.parse('2026-07-01T00:00:00Z') + seconds * 1000);
/** What becomes true or untrue, and how long after what came before. */
const course = fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.subarray([...FACTS])), { maxLength: 12 });

interface Step {
  at: number;
  facts: ReadonlySet<Fact>;
  direction: Direction;
}

/** Plays a course as a page does: at each change of facts, and whenever the director asked to be asked again. */
function play(
  scene: Scene,
  from: number,
  changes: readonly (readonly [number, readonly Fact[]])[],
  forMs: number,
): Step[] {
  const steps: Step[] = [];
  let at = from;
  let facts: ReadonlySet<Fact> = new Set(FACTS.slice(0, 3));
  let direction = direct(scene, facts, at, null);
  steps.push({ at, facts, direction });
  const until = (end: number): void => {
    while (direction.nextAt !== null && direction.nextAt < end) {
      expect(direction.nextAt).toBeGreaterThan(at);
      at = direction.nextAt;
      direction = direct(scene, facts, at, direction);
      steps.push({ at, facts, direction });
    }
    at = end;
  };
  for (const [wait, next] of changes) {
    until(at + wait);
    facts = new Set(next);
    direction = direct(scene, facts, at, direction);
    steps.push({ at, facts, direction });
  }
  until(at + forMs);
  return steps;
}

const mayShow = ({ when = [] }: SceneItem, facts: ReadonlySet<Fact>) => when.every((one) => facts.has(one as Fact));

describe('direct', () => {
  it('shows one of a group at a time, each for its seconds', () => {
    const scene = sceneOf(item('a', 10, undefined), item('b', 20, undefined));
    const at = (seconds: number) => shownOf(direct(scene, new Set(), seconds * 1000, null));
    expect([0, 9, 10, 29, 30, 40].map(at)).toEqual([['a'], ['a'], ['b'], ['b'], ['a'], ['b']]);
  });

  it('has nothing to wait for while there is one candidate, or none', () => {
    const scene = sceneOf(item('a', 10, ['presale']), item('b', 10, ['share']));
    expect(direct(scene, new Set<Fact>(['presale']), 0, null)).toMatchObject({ shown: new Set(['a']), nextAt: null });
    expect(direct(scene, new Set(), 0, null)).toMatchObject({ shown: new Set(), nextAt: null });
  });

  it('shows what takes no turns as long as its conditions hold, and nothing that is hidden', () => {
    const scene = sceneOf(
      { id: 'a', tag: 'stall-goal', x: 0, y: 0, when: ['presale', 'no-share'] },
      { id: 'b', tag: 'stall-goal', x: 0, y: 0, hidden: true },
    );
    expect(shownOf(direct(scene, new Set<Fact>(['presale']), 0, null))).toEqual(['a']);
    expect(shownOf(direct(scene, new Set<Fact>(['presale', 'share']), 0, null))).toEqual([]);
  });

  it('lets what is on air have its seconds when another becomes possible', () => {
    const scene = sceneOf(item('a', 10, undefined), item('b', 10, ['share']), item('c', 10, ['presale']));
    const facts = new Set<Fact>(['presale']);
    // 15 s: the second slot, that of c. With b there are three slots, and 17 s lies in that of b.
    const before = direct(scene, facts, 15_000, direct(scene, facts, 9_000, null));
    expect(shownOf(before)).toEqual(['c']);
    expect(shownOf(direct(scene, new Set<Fact>(['presale', 'share']), 17_000, before))).toEqual(['c']);
  });

  it('never shows two of a group, nor one whose conditions do not hold, nor nobody where one could be', () => {
    fc.assert(
      fc.property(items, start, course, (list, from, changes) => {
        const scene = sceneOf(...list);
        for (const { facts, direction, at } of play(scene, from, changes, 120_000)) {
          for (const group of ['side', 'counter', 'canopy']) {
            const members = list.filter(({ turn }) => turn?.group === group);
            const shown = members.filter(({ id }) => direction.shown.has(id));
            expect(shown.length).toBeLessThanOrEqual(1);
            expect(shown.every((one) => mayShow(one, facts))).toBe(true);
            // Only what waits for another group's plates to come to rest is missing.
            const isAwaited = direction.nextAt !== null && direction.nextAt - at <= MOVE_MS;
            if (shown.length === 0 && !isAwaited) expect(members.filter((one) => mayShow(one, facts))).toEqual([]);
          }
        }
      }),
    );
  });

  it('changes a group no more than once in the seconds of what it shows, unless that may no longer be shown', () => {
    fc.assert(
      fc.property(items, start, course, (list, from, changes) => {
        const scene = sceneOf(...list);
        const steps = play(scene, from, changes, 120_000);
        for (const group of ['side', 'counter', 'canopy']) {
          let since: { id: string; at: number } | undefined;
          for (const { at, facts, direction } of steps) {
            const id = direction.turns.get(group)?.shown ?? null;
            if (id === (since?.id ?? null)) continue;
            const was = list.find((one) => one.id === since?.id);
            // A page that was just opened jumps into the middle of a turn.
            if (since && was && mayShow(was, facts) && since.at !== from) {
              // A group that had to wait for another begins late and still ends on time.
              expect(at - since.at).toBeGreaterThanOrEqual((was.turn?.seconds ?? 0) * 1000 - 3 * MOVE_MS);
            }
            since = id === null ? undefined : { id, at };
          }
        }
      }),
    );
  });

  it('gives everyone exactly their seconds, round after round', () => {
    fc.assert(
      fc.property(items, start, (list, from) => {
        const one = list.map((each) => ({
          ...each,
          when: [],
          turn: { group: 'side', seconds: each.turn?.seconds ?? 5 },
        }));
        const scene = sceneOf(...one);
        const round = one.reduce((sum, { turn }) => sum + turn.seconds, 0);
        const counts = new Map<string, number>();
        let direction: Direction | null = null;
        for (let second = 0; second < 3 * round; second++) {
          direction = direct(scene, new Set(), from + second * 1000, direction);
          for (const id of direction.shown) counts.set(id, (counts.get(id) ?? 0) + 1);
        }
        for (const { id, turn } of one) expect(counts.get(id)).toBe(3 * turn.seconds);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same for whoever looks later: without more news a page that was opened before shows what a new one shows', () => {
    fc.assert(
      fc.property(items, start, course, (list, from, changes) => {
        const scene = sceneOf(...list);
        const last = play(scene, from, changes, 400_000).at(-1);
        if (!last) throw new Error('Expected a step.');
        expect(shownOf(last.direction)).toEqual(shownOf(direct(scene, last.facts, last.at, null)));
      }),
    );
  });

  it('passes the turns of several groups on one after the other', () => {
    fc.assert(
      fc.property(items, start, course, (list, from, changes) => {
        let movedAt = -Infinity;
        let before: Direction | null = null;
        for (const { at, direction } of play(sceneOf(...list), from, changes, 120_000)) {
          const comes = [...direction.turns].filter(
            ([group, { shown }]) => before && shown !== null && shown !== before.turns.get(group)?.shown,
          );
          expect(comes.length).toBeLessThanOrEqual(1);
          if (comes.length > 0) {
            expect(at - movedAt).toBeGreaterThanOrEqual(MOVE_MS);
            movedAt = at;
          }
          before = direction;
        }
      }),
    );
  });
});
