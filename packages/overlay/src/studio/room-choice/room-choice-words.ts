import type { Language } from '../../words/language.js';

interface RoomChoiceWords {
  question: string;
  whole: string;
  /** What the picture shows that was chosen. */
  wholeHint: string;
  roomHint: string;
  gone: string;
}

/** Which room the picture is for. */
export const roomChoiceWords: Readonly<Record<Language, RoomChoiceWords>> = {
  'zh-CN': {
    question: '给哪个直播间？',
    whole: '整个摊位',
    wholeHint: '画面显示整个摊位的库存，不看分给各直播间多少。',
    roomHint: '画面显示分给这个直播间的库存和它自己在讲解的商品。下面的链接都是它的。',
    gone: '原来选的直播间已经关掉了，现在是整个摊位。',
  },
  en: {
    question: 'For which room?',
    whole: 'The whole stall',
    wholeHint: 'The picture shows the whole stall’s stock, whatever each room was given.',
    roomHint: 'The picture shows what was given to this room, and what it features. All links below are for it.',
    gone: 'The room that was chosen is closed: this is the whole stall now.',
  },
};
