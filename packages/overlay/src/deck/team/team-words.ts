import type { Language } from '../../words/language.js';

type Said<A extends readonly unknown[]> = (...args: A) => string;

interface TeamWords {
  /** A device that has no name of its own. */
  someone: string;
  did: Said<[who: string, what: string]>;
  /** Above what the operator has open. */
  justNow: Said<[who: string, what: string]>;
  /** Of two who set the same: to leave the other's, or to set one's own all the same. */
  theirs: string;
  mine: string;
}

/** What other operators did. */
export const teamWords: Readonly<Record<Language, TeamWords>> = {
  'zh-CN': {
    someone: '另一个控台',
    did: (who, what) => `${who}：${what}`,
    justNow: (who, what) => `${who}刚刚改过：${what}`,
    theirs: '就用现在的',
    mine: '按我的来',
  },
  en: {
    someone: 'Another deck',
    did: (who, what) => `${who}: ${what}`,
    justNow: (who, what) => `${who} changed this just now: ${what}`,
    theirs: 'Leave it so',
    mine: 'Do it my way',
  },
};
