/** What was, is, and was taken back. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last step was, where the next of its kind goes into it. */
  open: { kind: string; at: number } | null;
}

const MOST = 200;

/** Steps of one kind within this time are one step to undo, ms. */
const TOGETHER_MS = 900;

/** Begins with what is there. */
export function beginHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], open: null };
}

/**
 * Takes a step. What changed nothing is none.
 *
 * @param kind Steps of one kind that follow each other at once, such as presses of an arrow key, are one; without it each stands alone.
 * @param now Ms, on any clock.
 */
export function record<T>(history: History<T>, present: T, kind: string | null = null, now = 0): History<T> {
  if (present === history.present) return history;
  const open = kind === null ? null : { kind, at: now };
  const { open: last } = history;
  if (kind !== null && last?.kind === kind && now - last.at <= TOGETHER_MS)
    return { ...history, present, future: [], open };
  return { past: [...history.past, history.present].slice(-MOST), present, future: [], open };
}

/** Takes the last step back. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    open: null,
  };
}

/** Takes the step again that was taken back last. */
export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, open: null };
}
