import { dayOf } from './calendar.js';
import type { Ledger } from './ledger.js';

/** How often the calendar is looked at, ms. A timer set for midnight would oversleep where the computer sleeps. */
const LOOK_EVERY_MS = 10_000;

/** The host's timers, so that a test can play them. */
export interface DayTimers {
  setInterval(run: () => void, ms: number): unknown;
  clearInterval(timer: unknown): void;
}

export interface DayWatchOptions {
  /** The time in ms. @default Date.now */
  now?: () => number;
  /** @default the host's own */
  timers?: DayTimers;
  /** Told when a day could not be turned; it is tried again at the next look. */
  onFault?: (error: unknown) => void;
}

/**
 * Has a ledger turn its day when the session's calendar does, and at once for a day that turned while nobody watched.
 *
 * The ledger itself has no timers: without this its dates move with the next order. Several may watch one stall.
 */
export function watchDays(ledger: Ledger, options: DayWatchOptions = {}): () => void {
  const { now = Date.now, timers = globalThis as unknown as DayTimers, onFault } = options;
  let seen = '';
  let isStopped = false;

  const look = (): void => {
    const tz = ledger.snapshot().state.session?.tz;
    const today = tz === undefined ? '' : `${dayOf(now(), tz)} ${tz}`;
    if (isStopped || today === seen) return;
    const before = seen;
    seen = today;
    ledger.turnDay().catch((error: unknown) => {
      seen = before;
      onFault?.(error);
    });
  };
  look();
  const timer = timers.setInterval(look, LOOK_EVERY_MS);
  // A process that has nothing else to do may end.
  (timer as { unref?: () => void }).unref?.();
  return () => {
    isStopped = true;
    timers.clearInterval(timer);
  };
}
