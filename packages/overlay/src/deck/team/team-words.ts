import type { Language } from '../../words/language.js';

type Said<A extends readonly unknown[]> = (...args: A) => string;

interface TeamWords {
  /** A device that has no name of its own. */
  someone: string;
  did: Said<[who: string, what: string]>;
  /** Above what the operator has open. */
  justNow: Said<[who: string, what: string]>;
  /** A step that waited, and what it would overwrite. */
  clash: Said<[who: string, now: string]>;
  now: {
    sellable: Said<[n: number]>;
    price: Said<[price: string]>;
    hidden: string;
    goal: Said<[goal: string]>;
    quota: Said<[n: number]>;
  };
}

/** What other operators did. */
export const teamWords: Readonly<Record<Language, TeamWords>> = {
  'zh-CN': {
    someone: '另一个控台',
    did: (who, what) => `${who}：${what}`,
    justNow: (who, what) => `${who}刚刚改过：${what}`,
    clash: (who, now) => `没送出：等网络的时候，${who}已经改过了，${now}。还要按您的来吗？`,
    now: {
      sellable: (n) => `现在能卖 ${n}`,
      price: (price) => `价格现在是 ${price}`,
      hidden: '现在先不报价',
      goal: (goal) => `目标现在是 ${goal}`,
      quota: (n) => `配额现在是 ${n}`,
    },
  },
  en: {
    someone: 'Another deck',
    did: (who, what) => `${who}: ${what}`,
    justNow: (who, what) => `${who} changed this just now: ${what}`,
    clash: (who, now) =>
      `Not sent: while this waited for the line, ${who} changed it, and ${now}. Do it your way all the same?`,
    now: {
      sellable: (n) => `${n} can be sold`,
      price: (price) => `the price is ${price}`,
      hidden: 'the price is kept back',
      goal: (goal) => `the goal is ${goal}`,
      quota: (n) => `the quota is ${n}`,
    },
  },
};
