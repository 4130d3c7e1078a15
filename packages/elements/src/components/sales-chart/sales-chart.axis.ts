import { calendarDay, clockTime } from '../../internal/local-time.js';
import type { ChartWords } from '../../words/index.js';

/** A mark on the axis. */
export interface Tick {
  /** Where it stands: 0 at the left end, 1 at the right. */
  at: number;
  /** The time of day; at midnight the day that begins. */
  label: string;
  isMidnight: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Minutes between marks, from the finest. */
const STEPS = [15, 30, 60, 120, 180, 360, 720, DAY_MINUTES, 2 * DAY_MINUTES, 7 * DAY_MINUTES];

/**
 * Finds round times of the session's own clock along the axis: as many as there is room for, one in every three places at
 * most.
 */
export function ticksOf(from: number, lengthMs: number, slots: number, words: ChartWords, timeZone: string): Tick[] {
  const most = Math.max(1, Math.floor(slots / 3));
  const minutes = STEPS.find((step) => lengthMs / (step * MINUTE_MS) <= most) ?? DAY_MINUTES * 28;
  const stepMs = minutes * MINUTE_MS;
  const offset = zoneOffset(from, timeZone);
  const ticks: Tick[] = [];
  for (let at = Math.ceil((from + offset) / stepMs) * stepMs - offset; at <= from + lengthMs; at += stepMs) {
    const clock = clockTime(at, words, timeZone);
    const isMidnight = clock === '00:00';
    const label = isMidnight ? calendarDay(new Date(at).toISOString(), words, timeZone) : clock;
    ticks.push({ at: (at - from) / lengthMs, label, isMidnight });
  }
  return ticks;
}

/** How far a zone's clock is ahead of UTC, in ms. 0 for one that this engine does not know. */
function zoneOffset(at: number, timeZone: string): number {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  } catch {
    return 0;
  }
}
