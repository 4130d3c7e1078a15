import type { DeckWords } from '../words/deck-words.js';

/** Writes an age in the coarsest unit that says enough: 12 秒, 3 分钟, 2 小时. */
export function ageText(ageMs: number, { age }: Pick<DeckWords, 'age'>): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1_000));
  if (seconds < 60) return age.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? age.minutes(minutes) : age.hours(Math.floor(minutes / 60));
}
