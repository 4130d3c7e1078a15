import type { Language } from '../../../words/language.js';
import type { ComposerWords } from './composer-words.js';
import { EN } from './en.js';
import { ZH_CN } from './zh-cn.js';

/** The composer's words in one language. */
export function composerWords(language: Language): ComposerWords {
  return language === 'en' ? EN : ZH_CN;
}
