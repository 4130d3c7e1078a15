/** `STALLCAST_FAULTS=full` takes the durations of a real evening, in place of seconds. */
export const isFull = process.env.STALLCAST_FAULTS === 'full';

/** How often the relay gives a sign of life, ms. */
export const HEARTBEAT_MS = isFull ? 5_000 : 400;

/** How long a fault lasts, ms. */
export const FAULT_MS = isFull ? 60_000 : 3 * HEARTBEAT_MS;

/** How much faster than life a table is asked again: every five seconds as in life, or every 200 ms. */
export const TABLE_SPEED = isFull ? 1 : 25;

/** A table is asked so often, ms. */
export const TABLE_EVERY_MS = 5_000 / TABLE_SPEED;

/** A figure may be old for so long before its mark is there: two heartbeats, and a frame on a busy machine. */
export const STALE_WITHIN_MS = 2 * HEARTBEAT_MS + (isFull ? 0 : 250);

/**
 * The truth is back within so long after a fault: the longest wait between two attempts at a relay of this machine, a heartbeat, and a
 * second for the rest, or two on a machine that is busy. A message that was lost is told by the sale that follows each fault.
 */
const BACK_WITHIN_MS = 1_000 + HEARTBEAT_MS + (isFull ? 1_000 : 2_000);

/** A key that was refused is tried again every five seconds, whatever the machine. */
const ADMITTED_WITHIN_MS = BACK_WITHIN_MS + 4_000;

/** What a page is held to. */
export interface Bounds {
  staleWithinMs: number;
  backWithinMs: number;
}

/** The bounds of whoever keeps a line to a relay. */
export const LINE_BOUNDS: Bounds = { staleWithinMs: STALE_WITHIN_MS, backWithinMs: BACK_WITHIN_MS };

/** The bounds of whoever was refused by a relay for a while. */
export const REFUSED_BOUNDS: Bounds = { staleWithinMs: STALE_WITHIN_MS, backWithinMs: ADMITTED_WITHIN_MS };

/** The bounds of a table: three questions without an answer, and the longest wait, a minute and a quarter. */
export const TABLE_BOUNDS: Bounds = {
  staleWithinMs: 3 * TABLE_EVERY_MS + (isFull ? 1_000 : 450),
  backWithinMs: 75_000 / TABLE_SPEED + TABLE_EVERY_MS + 1_000,
};

/** Whether the durations are the full ones. */
export const durations = isFull ? 'full' : 'short';

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds; fails with what was found after a time. */
export async function until<T>(look: () => Promise<T> | T, holds: (found: T) => boolean, withinMs: number): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (holds(found)) return found;
    if (performance.now() > end) throw new Error(`After ${withinMs} ms it still was: ${JSON.stringify(found)}`);
    await pause(20);
  }
}
