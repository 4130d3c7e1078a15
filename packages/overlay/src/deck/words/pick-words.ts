import type { Language } from '../../words/language.js';
import type { DeckWords } from './deck-words.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

const WORDS: Record<Language, DeckWords> = { 'zh-CN': zhCn, en };

/** The deck's words in one language. */
export function pickWords(language: Language): DeckWords {
  return WORDS[language];
}
