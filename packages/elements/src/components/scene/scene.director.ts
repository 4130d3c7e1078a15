/*
 * Who is on air when.
 *
 *   time      |  slot of A  |  slot of B  |  slot of A  | …    the schedule: a function of the clock alone
 *   on air    |  A          |  B          |  A          |
 *
 * What can be shown changes in the middle of a slot, and so does the schedule. What is on air then stays to the end of the slot in
 * which its own time is over, and from there on the schedule holds again: whoever looks later sees the same.
 */
import { holds, type Fact } from './scene.conditions.js';
import type { Scene, SceneItem } from './scene.format.js';

/** How long two plates of one change move, with some rest. The next group waits for it, so that never more than two move. */
export const MOVE_MS = 700;

/** A timer that is this late still counts as on time. */
const LATE_MS = 2_000;

/** Who has the turn in one group. */
export interface Turn {
  /** Null where nobody can be shown. */
  shown: string | null;
  /** Since when, ms since 1970. */
  since: number;
}

/** What is on air. */
export interface Direction {
  /** Ids of items. */
  shown: ReadonlySet<string>;
  /** By group. */
  turns: ReadonlyMap<string, Turn>;
  /** When a turn was last passed on, ms since 1970. */
  movedAt: number;
  /** When the clock alone changes it next; null for never. */
  nextAt: number | null;
}

/** Seconds of an item's turn, in ms. */
const lengthOf = (item: SceneItem): number => (item.turn?.seconds ?? 0) * 1000;

/**
 * Decides what is on air at a time, ms since 1970 by the server's clock.
 *
 * Without `before` it is a function of scene, facts and time, so that any frame can be made again: what a page shows that was just
 * opened, or shown again. With it, what is on air has its seconds whatever else may become possible, and the turns of several
 * groups are passed on one after the other. What may no longer be shown leaves at once.
 */
export function direct(scene: Scene, facts: ReadonlySet<Fact>, now: number, before: Direction | null): Direction {
  const shown = new Set<string>();
  const groups = new Map<string, SceneItem[]>();
  for (const item of scene.items) {
    if (item.turn && !groups.has(item.turn.group)) groups.set(item.turn.group, []);
    if (item.hidden || !(item.when ?? []).every((condition) => holds(condition, facts))) continue;
    if (item.turn) groups.get(item.turn.group)?.push(item);
    else shown.add(item.id);
  }

  const turns = new Map<string, Turn>();
  const times: number[] = [];
  let movedAt = before?.movedAt ?? -Infinity;
  let place = 0;
  for (const [group, candidates] of groups) {
    const was = before?.turns.get(group);
    // Each group's slots begin a little later than those of the one before it.
    const wish = turnAt(candidates, now, place * MOVE_MS, was);
    place += 1;
    let { turn } = wish;
    const isMove = was !== undefined && turn.shown !== was.shown;
    if (isMove && now - movedAt < MOVE_MS) {
      const isStillGood = candidates.some(({ id }) => id === was.shown);
      turn = isStillGood ? was : { shown: null, since: now };
      times.push(movedAt + MOVE_MS);
    } else {
      if (isMove) movedAt = now;
      if (wish.nextAt !== null) times.push(wish.nextAt);
    }
    turns.set(group, turn);
    if (turn.shown !== null) shown.add(turn.shown);
  }
  return { shown, turns, movedAt, nextAt: times.length > 0 ? Math.min(...times) : null };
}

/** Who has the turn, and when that changes by the clock alone. */
function turnAt(
  candidates: readonly SceneItem[],
  now: number,
  offset: number,
  was: Turn | undefined,
): { turn: Turn; nextAt: number | null } {
  const slot = slotAt(candidates, now, offset);
  if (!slot) return { turn: was?.shown === null ? was : { shown: null, since: now }, nextAt: null };
  const nextAt = candidates.length > 1 ? slot.endsAt : null;
  if (!was) return { turn: { shown: slot.id, since: slot.startsAt }, nextAt };

  const stays = candidates.find(({ id }) => id === was.shown);
  if (stays && (stays.id === slot.id || slot.startsAt < was.since + lengthOf(stays))) return { turn: was, nextAt };
  const isOnTime = stays !== undefined && now - slot.startsAt <= LATE_MS;
  return { turn: { shown: slot.id, since: isOnTime ? slot.startsAt : now }, nextAt };
}

/** The slot of the schedule at a time: everyone's seconds, one after the other, over and over. */
function slotAt(
  candidates: readonly SceneItem[],
  now: number,
  offset: number,
): { id: string; startsAt: number; endsAt: number } | null {
  const round = candidates.reduce((sum, item) => sum + lengthOf(item), 0);
  if (round <= 0) return null;
  let startsAt = Math.floor((now - offset) / round) * round + offset;
  for (const item of candidates) {
    const endsAt = startsAt + lengthOf(item);
    if (now < endsAt) return { id: item.id, startsAt, endsAt };
    startsAt = endsAt;
  }
  return null;
}
