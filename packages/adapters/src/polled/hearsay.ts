import type { Answer } from './answer.js';

/** What pages that ask the same address tell each other. */
export type Word =
  /** A page has just asked: the others wait for what comes of it. */
  | { type: 'asking' }
  /** What came of it. `at` is when it was asked, ms since 1970; `mark` is that of the text that still holds. */
  | { type: 'answer'; answer: Answer; at: number; mark: string | null };

/** A line to the other pages of this browser that ask the same. */
export interface Hearsay {
  /** Whether there may be anybody. */
  readonly isOpen: boolean;
  tell(word: Word): void;
  close(): void;
}

const ALONE: Hearsay = { isOpen: false, tell() {}, close() {} };

/**
 * Opens the line of one question; `null` for a page that asks for itself alone.
 *
 * There is no leader and no lock, since a page that is no secure context has no locks: who is first says so, the others hold
 * back and take the answer. Where two ask at one moment, both answers are true.
 */
export function openHearsay(question: string | null, hear: (word: Word) => void): Hearsay {
  if (question === null || typeof BroadcastChannel === 'undefined') return ALONE;
  const channel = new BroadcastChannel(`stallcast:polled:1:${question}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isWord(data)) hear(data);
  };
  // In Node an open channel would keep the process alive.
  (channel as { unref?: () => void }).unref?.();
  return {
    isOpen: true,
    tell: (word) => channel.postMessage(word),
    close() {
      channel.onmessage = null;
      channel.close();
    },
  };
}

function isWord(data: unknown): data is Word {
  if (typeof data !== 'object' || data === null) return false;
  const { type, answer, at, mark } = data as Record<string, unknown>;
  if (type === 'asking') return true;
  if (type !== 'answer' || !Number.isFinite(at) || (mark !== null && typeof mark !== 'string')) return false;
  if (typeof answer !== 'object' || answer === null) return false;
  const { kind, text, code, message } = answer as Record<string, unknown>;
  if (kind === 'text') return typeof text === 'string';
  return kind === 'same' || (kind === 'failed' && typeof code === 'string' && typeof message === 'string');
}
