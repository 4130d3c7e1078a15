import type { Words } from '../words/index.js';

function format(
  at: number,
  words: Pick<Words, 'language'>,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): string {
  const locale = words.language === 'en' ? 'en-GB' : words.language;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) }).format(at);
  } catch {
    // A session may name a zone that this engine does not know.
    return new Intl.DateTimeFormat(locale, options).format(at);
  }
}

/** The time of day by the session's clock: 19:42. */
export function clockTime(at: number, words: Words, timeZone: string | undefined): string {
  return format(at, words, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** How many minutes of the day have begun by the session's clock, and how many ms of the last one: 19:42:05 is 1182 and 5000. */
export function minuteOfDay(at: number, timeZone: string | undefined): { minute: number; ms: number } {
  // Zones differ from each other by whole minutes, so the seconds are everywhere the same.
  const [hours = 0, minutes = 0] = format(at, { language: 'en' }, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .split(':')
    .map(Number);
  return { minute: hours * 60 + minutes, ms: ((at % 60_000) + 60_000) % 60_000 };
}

/** A day by the session's calendar: 7月3日, 3 July. Empty where the text is no date. */
export function calendarDay(iso: string, words: Words, timeZone: string | undefined): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return '';
  const isDayOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return format(at, words, isDayOnly ? 'UTC' : timeZone, { month: 'long', day: 'numeric' });
}
