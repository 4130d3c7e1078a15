import type { Words } from '../words/index.js';

/** A day as a calendar leaf shows it. */
export interface LeafDay {
  /** 4 */
  day: string;
  /** 7月, July */
  month: string;
  /** 周六, Sat */
  weekday: string;
  /** 7月4日, 4 July; with its year where that is not the year of `near`: 31 Dec 2025. */
  full: string;
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a day, or the day of a moment by a time zone. Null for what is none. `near` is a moment that the viewer is in, in ms. */
export function leafDay(iso: string, words: Words, timeZone: string | undefined, near: number): LeafDay | null {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return null;
  const zone = DAY_ONLY.test(iso) ? 'UTC' : timeZone;
  const locale = words.language === 'en' ? 'en-GB' : words.language;
  const write = (options: Intl.DateTimeFormatOptions): string => inZone(locale, options, zone).format(at);
  const isNear = dayOf(near, timeZone).slice(0, 4) === (DAY_ONLY.test(iso) ? iso : dayOf(at, timeZone)).slice(0, 4);
  return {
    day: write({ day: 'numeric' }).replaceAll(/\D/g, ''),
    month: write({ month: words.language === 'en' ? 'long' : 'short' }),
    weekday: write({ weekday: 'short' }),
    full: write({ ...(!isNear && { year: 'numeric' }), month: isNear ? 'long' : 'short', day: 'numeric' }),
  };
}

/** The day of a moment by a time zone: 2026-07-01. */
export function dayOf(at: number, timeZone: string | undefined): string {
  const parts = inZone('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** When the day of a moment ends by a time zone, in ms; an hour early or late where the clocks are changed that day. */
export function dayEnd(at: number, timeZone: string | undefined): number {
  const parts = inZone(
    'en-US',
    { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    timeZone,
  ).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const passed = (part('hour') * 60 + part('minute')) * 60 + part('second');
  return at - (at % 1000) + (86_400 - passed) * 1000;
}

function inZone(locale: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) });
  } catch {
    // A session may name a zone that this engine does not know.
    return new Intl.DateTimeFormat(locale, options);
  }
}
