import { keepText, keptText } from './kept-text.js';

/** The part of `window` that holding a key needs. */
export interface KeyPage {
  location: { hash: string; pathname: string; search: string };
  history: { replaceState(state: null, title: string, url: string): void };
}

const nameOf = (stall: string): string => `stallcast.deck-key.${stall}`;

/**
 * Takes the deck key out of the link's fragment and keeps it in this browser, one for each stall.
 *
 * The fragment leaves the address bar, so that a shared or photographed screen does not hand the stall over. It stays where
 * the browser keeps nothing: a reload would lose the key otherwise.
 */
export function takeStallKey(stall: string, page: KeyPage = window): string | null {
  const given = decodeFragment(page.location.hash);
  if (!given) return keptText(nameOf(stall));
  if (keepText(nameOf(stall), given)) {
    page.history.replaceState(null, '', page.location.pathname + page.location.search);
  }
  return given;
}

/** Forgets the key of a stall. */
export function dropStallKey(stall: string): void {
  keepText(nameOf(stall), null);
}

function decodeFragment(hash: string): string {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text.trim();
  }
}
