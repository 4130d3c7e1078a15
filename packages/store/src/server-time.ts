import type { Clock } from './clock.js';

/** How long one estimate is trusted over later, smaller ones. */
const TRUST_MS = 60_000;

/** Tells the server's time by the page's monotonic clock, whatever the page's wall clock says. */
export interface ServerTime {
  /** Takes the `at` of a frame that has just come in. */
  hear(at: string): void;
  /** The server's time, ms since 1970; the page's own until the first frame. */
  now(): number;
}

/**
 * Creates an estimate from the frames' own times.
 *
 * A frame is late by its time on the way, never early: the largest difference heard is the nearest to the truth. It gives way
 * after a minute, for clocks drift.
 */
export function createServerTime(clock: Clock): ServerTime {
  let difference: number | null = null;
  let heardAt = 0;

  return {
    hear(at) {
      const sent = Date.parse(at);
      if (Number.isNaN(sent)) return;
      const monotonic = clock.monotonic();
      const heard = sent - monotonic;
      if (difference !== null && heard < difference && monotonic - heardAt < TRUST_MS) return;
      difference = heard;
      heardAt = monotonic;
    },

    now() {
      return difference === null ? clock.wall() : clock.monotonic() + difference;
    },
  };
}
