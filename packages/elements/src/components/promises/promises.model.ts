import type { Product } from '@stallcast/protocol';
import { calendarDay, minuteOfDay } from '../../internal/local-time.js';
import type { CardWords } from '../../words/index.js';

/** How it stands with the courier's cut-off. `plain`: there is none. */
export type PromisesState = 'none' | 'plain' | 'cut-off-today' | 'cut-off-near' | 'cut-off-past';

export interface PromisesSource {
  promises: Product['promises'];
  /** Ms since 1970 by the server's clock. */
  now: number;
  words: CardWords;
  timeZone?: string | undefined;
  /** The day of a presale is told elsewhere on a card. */
  withPresale: boolean;
}

/** What the promises show, free of the DOM. */
export interface PromisesView {
  state: PromisesState;
  promises: readonly string[];
  /** The place of the cut-off among the promises; -1 where it is not told. */
  cutOff: number;
  /** When the clock alone changes this view, ms; null for never. */
  nextAt: number | null;
}

/** The cut-off is near for this long. */
const NEAR_MIN = 30;
const DAY_MIN = 24 * 60;
const MINUTE_MS = 60_000;

/** Derives the view; null where nothing is promised that can be told. */
export function derivePromisesView(source: PromisesSource): PromisesView | null {
  const { promises, words, now, timeZone } = source;
  const told = promises.flatMap((promise) => promiseText(promise, source));
  const minute = cutOffMinute(promises);
  if (minute === null) {
    return told.length > 0 ? { state: 'plain', promises: told, cutOff: -1, nextAt: null } : null;
  }

  const { minute: nowMinute, ms } = minuteOfDay(now, timeZone);
  const left = minute - nowMinute;
  const after = (minutes: number): number => now - ms + minutes * MINUTE_MS;
  // A cut-off that is near comes first: where there is room for one promise it is this one.
  if (left <= 0)
    return {
      state: 'cut-off-past',
      promises: [...told, words.cutOffPast],
      cutOff: told.length,
      nextAt: after(DAY_MIN - nowMinute),
    };
  if (left <= NEAR_MIN) {
    return { state: 'cut-off-near', promises: [words.cutOffNear(left), ...told], cutOff: 0, nextAt: after(1) };
  }
  const today = words.cutOff(timeText(minute));
  return { state: 'cut-off-today', promises: [...told, today], cutOff: told.length, nextAt: after(left - NEAR_MIN) };
}

function promiseText(promise: Product['promises'][number], { words, timeZone, withPresale }: PromisesSource): string[] {
  switch (promise.kind) {
    case 'ship-within':
      return [words.shipWithin(promise.hours)];
    case 'bad-fruit':
      return [words.badFruit(promise.ratioBps)];
    case 'return':
      return [words.returnWithin(promise.days)];
    case 'presale-ship': {
      const day = withPresale && calendarDay(promise.by, words, timeZone);
      return day ? [words.shipsBy(day).replace(/^./, (first) => first.toUpperCase())] : [];
    }
    default:
      // A promise from the future is not guessed at.
      return [];
  }
}

/** The minute of the day at which the courier leaves; null where none is given, or not as 16:00. */
function cutOffMinute(promises: Product['promises']): number | null {
  for (const promise of promises) {
    const [, hours, minutes] =
      (promise.kind === 'ship-within' && /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(promise.cutOff?.trim() ?? '')) || [];
    if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  }
  return null;
}

const timeText = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
