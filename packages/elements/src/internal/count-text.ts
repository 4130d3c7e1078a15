import type { Words } from '../words/index.js';

/** The highest count whose digits are all shown. */
const SHOWN_UP_TO = 99_999;

/** A count as it is drawn: the figures, and what is set in type after them. */
export interface CountText {
  figures: string;
  suffix: string;
}

/** Whether a value can be told as a count. Anything else is unknown; it is never rounded into a number. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/**
 * Writes a count. From 100,000 on it is cut, downwards and with a plus: 12万+, 120k+ say no more than is true.
 */
export function countText(count: number, words: Words): CountText {
  if (count <= SHOWN_UP_TO) return { figures: String(count), suffix: '' };
  const { per, suffix } = words.large;
  return { figures: String(Math.floor(count / per)), suffix };
}
