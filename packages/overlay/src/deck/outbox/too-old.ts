import type { Sentence } from '../../words/language.js';

/** Why a step was not sent unasked. */
export const TOO_OLD: Sentence = {
  en: 'This step was kept, but it is minutes old and the deck was closed: look at how things stand, then send it or leave it.',
  'zh-CN': '这一步存住了，可控台关过，已经是几分钟前的：先看一眼现在的状态，再决定送出还是不要了。',
};
