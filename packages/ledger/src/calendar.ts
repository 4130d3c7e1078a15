const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment by a zone's calendar: 2026-07-01. */
export function dayOf(at: number, timeZone: string): string {
  return wallClock(at, timeZone).slice(0, 10);
}

/** The day so many days later. */
export function laterDay(day: string, days: number): string {
  const at = new Date(Date.parse(day) + days * DAY_MS);
  // A queue of lifetimes stays a date that everyone can read.
  return Number.isNaN(at.getTime()) || at.getTime() > LAST_DAY ? '9999-12-31' : at.toISOString().slice(0, 10);
}

const LAST_DAY = Date.UTC(9999, 11, 31);

/** The last second of a day by a zone's clock, as ISO 8601 with the zone's offset. */
export function endOfDay(day: string, timeZone: string): string {
  const wall = `${day}T23:59:59`;
  // The zone's offset at that moment: the second guess is right also where the clocks change on that day.
  const asUtc = Date.parse(`${wall}Z`);
  const guess = asUtc - offsetAt(asUtc, timeZone);
  const minutes = Math.round(offsetAt(guess, timeZone) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${wall}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** This machine's zone; UTC, by which its clock then goes, where it has one that nobody knows: a browser calls that `Etc/Unknown`. */
export function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    wallClock(0, timeZone);
    return timeZone;
  } catch {
    return 'UTC';
  }
}

/** By how much a zone's clock is ahead of UTC at a moment, in ms. */
function offsetAt(at: number, timeZone: string): number {
  return Date.parse(`${wallClock(at, timeZone)}Z`) - Math.floor(at / 1_000) * 1_000;
}

/** What a zone's calendar and clock show: 2026-07-01T19:00:00. */
function wallClock(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', ...digits, hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
}
