import type { Deeds } from './deeds.js';

/**
 * The keystroke-level model: how long a person who makes no mistake takes for a task, from what the hand does.
 *
 * Seconds, after S. K. Card, T. P. Moran and A. Newell, "The keystroke-level model for user performance time with interactive systems",
 * Communications of the ACM 23 (7), 1980. The keyboard's figure is that of the slowest: who does not know the keyboard.
 */
export const KEYSTROKE_LEVEL = {
  /** A key of the keyboard. */
  key: 1.2,
  /** A mouse's button, or a finger on a screen. */
  button: 0.2,
  /** The way to a target on the screen. */
  point: 1.1,
  /** A hand's way between mouse and keyboard. */
  hand: 0.4,
  /** Making up one's mind, once a step. */
  mind: 1.35,
} as const;

/**
 * Words a minute, read aloud: the mean of 17 languages, in which texts of one content took about the same time. English words stand for those of every
 * language. S. Trauzettel-Klosinski, K. Dietz, "Standardized assessment of reading performance: the new international reading speed texts
 * IReST", Investigative Ophthalmology & Visual Science 53 (9), 2012.
 */
export const READING_WORDS_PER_MINUTE = 184;

export interface Effort {
  deeds: Deeds;
  steps: number;
  /** English words of the sentences. */
  words: number;
}

/** How long a person takes who reads each sentence and then does what it says, in seconds. The machine's own time comes on top. */
export function estimateSeconds({ deeds, steps, words }: Effort): number {
  const { key, button, point, hand, mind } = KEYSTROKE_LEVEL;
  const { presses, drags, keys, hands, heldMs, scrolls } = deeds;
  const holds = heldMs > 0 ? point + button + heldMs / 1000 : 0;
  return (
    (words / READING_WORDS_PER_MINUTE) * 60 +
    steps * mind +
    (presses + scrolls) * (point + button) +
    // To the thing, down; to its place, up.
    drags * 2 * (point + button) +
    keys * key +
    hands * hand +
    holds
  );
}
