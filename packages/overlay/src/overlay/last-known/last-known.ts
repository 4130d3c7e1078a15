import type { KeptState } from '@stallcast/store';
import { keepText, keptText } from '../../keeping/kept-text.js';
import { parseKept } from '../../keeping/parse-kept.js';

/** What was known longer ago than an evening lasts is shown no more: it is another evening's. */
const KEPT_FOR_MS = 6 * 3_600_000;
/** Beyond this a state is not kept: the browser's storage is for more than one source. */
const MOST_CHARS = 500_000;
const PREFIX = 'stallcast.last.';

/** The state of one connection as this browser last knew it. */
export interface LastKnown {
  read(): KeptState | null;
  write(state: KeptState | null): void;
  forget(): void;
}

/**
 * Opens the place where the last known state of a connection is kept, so that a page which is loaded anew has it at once.
 *
 * Of orders and of what only operators see nothing is kept, and no key: the connection stands in the name as a number that tells
 * nothing. Who comes with another key finds nothing.
 */
export function openLastKnown(src: string, room: string, now: () => number = Date.now): LastKnown {
  const name = PREFIX + numberOf(JSON.stringify([src, room]));
  return {
    read() {
      const kept = parse(keptText(name));
      return kept && isYoung(kept, now()) ? kept : null;
    },
    write(kept) {
      if (!kept) return;
      const { heardAt, snapshot } = kept;
      const { alerts: _, ...state } = snapshot.state;
      const frame = { v: 1, type: 'snapshot', ...snapshot, state: { ...state, orders: [] } };
      const text = JSON.stringify({ heardAt, frame });
      if (text.length <= MOST_CHARS) keepText(name, text);
    },
    forget: () => void keepText(name, null),
  };
}

/** Forgets the states of connections that were not opened for an evening. */
export function forgetOldStates(now: number = Date.now()): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const kept = parse(keptText(name));
      if (!kept || !isYoung(kept, now)) keepText(name, null);
    }
  } catch {
    // Storage that is blocked holds nothing.
  }
}

/** One of tomorrow is of no use either: it was heard under a clock that was wrong, and would stay young for as long as that was ahead. */
function isYoung({ heardAt }: KeptState, now: number): boolean {
  return Math.abs(now - heardAt) < KEPT_FOR_MS;
}

function parse(text: string | null): KeptState | null {
  try {
    return text === null ? null : parseKept(JSON.parse(text));
  } catch {
    return null;
  }
}

/** FNV-1a, 32 bits: tells connections apart, and is too short to tell a key. A page on plain http has no better one. */
function numberOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
