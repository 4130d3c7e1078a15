import type { Language } from '../../words/language.js';

interface NewSessionWords {
  /** Since when the evening's figures count. */
  since: (when: string) => string;
  /** It began so long ago that it must have been another evening. */
  isOld: string;
  open: string;
  title: string;
  hint: string;
  stay: string;
}

/** What the key for a new evening says. */
export const newSessionWords: Readonly<Record<Language, NewSessionWords>> = {
  'zh-CN': {
    since: (when) => `这一场从 ${when} 算起。`,
    isOld: '目标和合计里还有那时候的订单：今晚开播前，先开始新的一场。',
    open: '开始新的一场',
    title: '开始新的一场？',
    hint: '订单、成交额和目标从零算起，目标要重新定，以前的订单不再显示。商品、价格和库存不变。新订单来之前，可以在“记录”里撤销。',
    stay: '先不开始',
  },
  en: {
    since: (when) => `This evening counts since ${when}.`,
    isOld: 'Its goal and totals still hold the orders of that time: begin a new evening before tonight’s show.',
    open: 'Begin a new evening',
    title: 'Begin a new evening?',
    hint: 'Orders, sales and the goal start at zero, the goal is set anew, and earlier orders are no longer shown. Products, prices and stock stay. Until an order comes, this can be undone in the history.',
    stay: 'Not yet',
  },
};
