/** `STALLCAST_FAULTS=full` takes the durations of a real evening, in place of seconds. */
const isFull = process.env.STALLCAST_FAULTS === 'full';

/** How often the relay gives a sign of life, ms. */
export const HEARTBEAT_MS = isFull ? 5_000 : 400;

/** How long a fault lasts, ms. */
export const FAULT_MS = isFull ? 60_000 : 3 * HEARTBEAT_MS;

/** A figure may be old for so long before its mark is there: two heartbeats, and a frame on a busy machine. */
export const STALE_WITHIN_MS = 2 * HEARTBEAT_MS + (isFull ? 0 : 250);

/** The truth is back within so long after a fault: the longest wait between two attempts, and a second for the rest. */
export const BACK_WITHIN_MS = 5_000 + 1_000 + HEARTBEAT_MS;

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
