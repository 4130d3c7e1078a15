import type { Language } from '../../words/language.js';

interface KeptWords {
  /** Behind the number of steps that wait. */
  kept: string;
  notKept: string;
  /** This browser keeps nothing, or nothing more. */
  noStorage: string;
  sendAnyway: string;
}

/** Whether what waits outlives the page. */
export const keptWords: Readonly<Record<Language, KeptWords>> = {
  'zh-CN': {
    kept: '已存好',
    notKept: '还没存住',
    noStorage: '浏览器存不下东西了（空间满了，或是无痕模式）：没送出的几步只在这一页里，送出之前别关页面。',
    sendAnyway: '还是送出',
  },
  en: {
    kept: 'kept',
    notKept: 'not kept yet',
    noStorage:
      'This browser keeps nothing more (its storage is full, or this is a private window): steps that wait live in this page alone, so leave it open until they are sent.',
    sendAnyway: 'Send it anyway',
  },
};
