import type { Plan } from './rounds.js';

/** How long a run takes: to try it, twelve minutes, or as long as it needs. */
export type Extent = 'quick' | 'usual' | 'full';

/** How many minutes the usual run has; what is asked for with `--minutes` shortens or lengthens all of it alike. */
export const USUAL_MINUTES = 12;

/** What each instrument does in a run. `seconds` is when no further round is begun. */
export interface Plans {
  rest: { frames: number; countdownFrames: number; sideBySide: number; themes?: readonly string[] };
  surge: Plan & { surges: readonly number[]; runSeconds: number; warmUpSeconds: number };
  extreme: Plan & { runSeconds: number; patienceSeconds: number };
  latency: Plan & { loads: readonly { perSecond: number; changes: number }[] };
  motions: Plan & { times: number; counterSeconds: number };
  firstCard: Plan;
  memoryChanges: number;
  sources: Plan & { changes: number };
  reducerChanges: number;
  hidden: Plan & { runSeconds: number; longOrders: number };
  idle: Plan & { runSeconds: number };
  throttle: Plan & { windowSeconds: number };
}

const ONCE = { atLeast: 1, planned: 1, seconds: 0 };

const QUICK: Plans = {
  rest: { frames: 30, countdownFrames: 90, sideBySide: 1, themes: ['orchard'] },
  surge: { ...ONCE, surges: [1_000], runSeconds: 1, warmUpSeconds: 0.25 },
  extreme: { ...ONCE, runSeconds: 0.5, patienceSeconds: 2 },
  latency: { ...ONCE, loads: [{ perSecond: 100, changes: 40 }] },
  motions: { ...ONCE, times: 1, counterSeconds: 1 },
  firstCard: ONCE,
  memoryChanges: 5_000,
  sources: { ...ONCE, changes: 60 },
  reducerChanges: 50_000,
  hidden: { ...ONCE, runSeconds: 1, longOrders: 10_000 },
  idle: { ...ONCE, runSeconds: 1 },
  throttle: { ...ONCE, windowSeconds: 0.3 },
};

/** Timings five times, counts twice, as far as there is time. */
const usual = (scale: number): Plans => {
  const timings = (seconds: number): Plan => ({ atLeast: 1, planned: 5, seconds: seconds * scale });
  return {
    rest: { frames: 120, countdownFrames: 150, sideBySide: 2 },
    surge: { ...timings(145), surges: [100, 1_000], runSeconds: 1.5, warmUpSeconds: 0.5 },
    extreme: { ...timings(80), runSeconds: 1.5, patienceSeconds: 5 },
    latency: {
      ...timings(45),
      loads: [
        { perSecond: 20, changes: 25 },
        { perSecond: 100, changes: 60 },
      ],
    },
    motions: { ...timings(60), times: 2, counterSeconds: 2 },
    firstCard: { ...timings(45), planned: 15 },
    memoryChanges: 50_000,
    sources: { ...timings(25), planned: 2, changes: 150 },
    reducerChanges: 300_000,
    hidden: { ...timings(60), planned: 2, runSeconds: 2, longOrders: 100_000 },
    idle: { ...timings(30), planned: 2, runSeconds: 3 },
    throttle: { ...timings(60), planned: 3, windowSeconds: 0.8 },
  };
};

const full = (): Plans => {
  const timings = (planned: number): Plan => ({ atLeast: planned, planned, seconds: Infinity });
  return {
    rest: { frames: 600, countdownFrames: 600, sideBySide: 2 },
    surge: { ...timings(5), surges: [100, 1_000], runSeconds: 10, warmUpSeconds: 1 },
    extreme: { ...timings(5), runSeconds: 5, patienceSeconds: 10 },
    latency: {
      ...timings(6),
      loads: [
        { perSecond: 20, changes: 160 },
        { perSecond: 100, changes: 400 },
      ],
    },
    motions: { ...timings(5), times: 4, counterSeconds: 5 },
    firstCard: timings(15),
    memoryChanges: 1_000_000,
    sources: { ...timings(5), changes: 300 },
    reducerChanges: 500_000,
    hidden: { ...timings(2), runSeconds: 10, longOrders: 600_000 },
    idle: { ...timings(2), runSeconds: 10 },
    throttle: { ...timings(5), windowSeconds: 1.5 },
  };
};

/** What is done in a run of this extent; a usual one of so many minutes. */
export function plansOf(extent: Extent, minutes: number = USUAL_MINUTES): Plans {
  if (extent === 'quick') return QUICK;
  return extent === 'full' ? full() : usual(minutes / USUAL_MINUTES);
}
