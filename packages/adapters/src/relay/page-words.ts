import { parsePosition, type Position } from '@stallcast/protocol';

/**
 * What pages that follow one address tell each other. `id` is who speaks; ids sort by when the pages began, the eldest first.
 *
 * No word holds a key, and none is a command.
 */
export type Word =
  /** Somebody is there. A `reply` is not replied to. */
  | { type: 'hello'; id: string; reply?: boolean }
  /** Who speaks has a line to the relay and passes on what comes. `heir` follows if it goes. The highest term counts. */
  | { type: 'lead'; id: string; term: number; heir: string | null }
  /** Wants what came after a position, `epoch.offset`, and then whatever follows. */
  | { type: 'ask'; id: string; to: string; turn: number; from: string }
  /** The answer to an ask: messages of the relay as they came; null where they are not there any more. */
  | { type: 'tell'; id: string; to: string; turn: number; texts: readonly string[] | null }
  /** A message of the relay as it came. */
  | { type: 'text'; id: string; text: string }
  /** Who speaks passes nothing on any more, and follows nobody. */
  | { type: 'bye'; id: string; heir: string | null };

/** Takes a message of the channel for a word; null for what is none. Other scripts of the origin may speak there too. */
export function readWord(data: unknown): Word | null {
  // What a page says that does not know yet whether it is alone.
  if (data === '') return { type: 'hello', id: '' };
  if (typeof data !== 'object' || data === null) return null;
  const { type, id, to, turn, from, term, heir, text, texts } = data as Record<string, unknown>;
  if (typeof id !== 'string') return null;
  const isHeir = heir === null || typeof heir === 'string';
  const isTurn = typeof to === 'string' && Number.isSafeInteger(turn);
  const isRight =
    type === 'hello' ||
    (type === 'lead' && isHeir && Number.isSafeInteger(term)) ||
    (type === 'ask' && isTurn && typeof from === 'string' && parsePosition(from) !== null) ||
    (type === 'tell' && isTurn && (texts === null || (Array.isArray(texts) && texts.every(isText)))) ||
    (type === 'text' && isText(text)) ||
    (type === 'bye' && isHeir);
  return isRight ? (data as Word) : null;
}

/** The position of an ask that was read. */
export const positionOf = ({ from }: Extract<Word, { type: 'ask' }>): Position => parsePosition(from) as Position; // Read before.

const isText = (text: unknown): text is string => typeof text === 'string';
