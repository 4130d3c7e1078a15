import type { Language, Sentence } from '../../../words/language.js';

/** Says something in each language. */
export function inBoth(say: (language: Language) => string): Sentence {
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}
