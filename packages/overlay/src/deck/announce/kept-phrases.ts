import { keepText, keptText } from '../../keeping/kept-text.js';
import type { Language } from '../../words/language.js';

/** Who reads what is written. */
export type Reader = 'audience' | 'host';

/** How many phrases a list holds: more than these nobody finds in time. */
export const MAX_PHRASES = 24;
/** The longest announcement that the ledger takes. */
export const MAX_TEXT = 280;

const nameOf = (reader: Reader, language: Language): string => `stallcast.phrases.${reader}.${language}`;

/** Reads the phrases of this browser; `first` where none were kept, or where what was kept cannot be read. */
export function keptPhrases(reader: Reader, language: Language, first: readonly string[]): readonly string[] {
  try {
    const kept: unknown = JSON.parse(keptText(nameOf(reader, language)) ?? 'null');
    if (!Array.isArray(kept)) return first;
    return kept.filter((phrase): phrase is string => typeof phrase === 'string' && phrase !== '').slice(0, MAX_PHRASES);
  } catch {
    return first;
  }
}

/** Keeps a list of phrases in this browser. */
export function keepPhrases(reader: Reader, language: Language, phrases: readonly string[]): void {
  keepText(nameOf(reader, language), JSON.stringify(phrases));
}

/** Puts a phrase first; one that was there moves up, and the last gives way where the list is full. */
export function withPhrase(phrases: readonly string[], text: string): readonly string[] {
  const phrase = text.trim().slice(0, MAX_TEXT);
  if (phrase === '') return phrases;
  return [phrase, ...phrases.filter((each) => each !== phrase)].slice(0, MAX_PHRASES);
}
