/** Time and timers, so that a test can play them. */
export interface Clock {
  /** Wall time, ms since 1970. May jump. */
  wall(): number;
  /** Ms that only ever grow. May stand still while a computer sleeps. */
  monotonic(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

interface Host {
  performance: { now(): number };
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The clock of the page or process. */
export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => host().performance.now(),
  setTimeout: (run, ms) => host().setTimeout(run, ms),
  clearTimeout: (timer) => host().clearTimeout(timer),
};

/** Looked up at each call: fake timers are put in place after this module has loaded. */
function host(): Host {
  return globalThis as unknown as Host;
}
