import type { Sentence } from '../../words/language.js';
import type { DeckWords } from './deck-words.js';
import { pickWords } from './pick-words.js';

/** One sentence of the deck in each language. */
export function sentenceOf(pick: (words: DeckWords) => string): Sentence {
  return { 'zh-CN': pick(pickWords('zh-CN')), en: pick(pickWords('en')) };
}
