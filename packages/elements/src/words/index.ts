import type * as enWords from './en.js';
import * as zhCN from './zh-cn.js';

type English = typeof enWords;

/** What several widgets say; every widget's own words come with them. */
export type Words = typeof zhCN.common;

/** Picks words for a BCP 47 tag: Chinese for Chinese and where no language is said, English for the rest. */
type WordsOf<T> = (language: string) => T;

let english: English | null = null;

/** Whether Chinese is said for a BCP 47 tag. */
export const isChinese = (language: string): boolean => !language || /^zh\b/i.test(language);

/** Takes the words of English, which are fetched where a page speaks it. */
export function learnEnglish(words: English): void {
  english = words;
}

/** Whether words are here for a language. */
export const hasWords = (language: string): boolean => english !== null || isChinese(language);

/**
 * Makes one part of the catalogue: a further language is one more file, and the same parts in it.
 *
 * The lines are marked as pure, so that a bundler leaves out what no widget on the page says.
 */
function inBoth<K extends keyof English>(part: K, chinese: English[K]): WordsOf<English[K]> {
  return (language) => (english && !isChinese(language) ? english[part] : chinese);
}

/** The same, with what several widgets say. */
function withCommon<K extends keyof English>(part: K, chinese: English[K]): WordsOf<Words & English[K]> {
  const both = { ...zhCN.common, ...chinese };
  let other: typeof both | undefined;
  return (language) => (english && !isChinese(language) ? (other ??= { ...english.common, ...english[part] }) : both);
}

export const wordsFor = /* @__PURE__ */ inBoth('common', zhCN.common);
export const amountWords = /* @__PURE__ */ inBoth('amounts', zhCN.amounts);

export const cardWords = /* @__PURE__ */ withCommon('card', zhCN.card);
export type CardWords = ReturnType<typeof cardWords>;

export const stockWords = /* @__PURE__ */ withCommon('stock', zhCN.stock);
export type StockWords = ReturnType<typeof stockWords>;

export const tickerWords = /* @__PURE__ */ withCommon('ticker', zhCN.ticker);
export type TickerWords = ReturnType<typeof tickerWords>;

export const announcementWords = /* @__PURE__ */ withCommon('announcement', zhCN.announcement);
export type AnnouncementWords = ReturnType<typeof announcementWords>;

export const legalWords = /* @__PURE__ */ withCommon('legal', zhCN.legal);
export type LegalWords = ReturnType<typeof legalWords>;

export const qrWords = /* @__PURE__ */ withCommon('qr', zhCN.qr);
export type QrWords = ReturnType<typeof qrWords>;

export const shelfWords = /* @__PURE__ */ withCommon('shelf', zhCN.shelf);
export type ShelfWords = ReturnType<typeof shelfWords>;

export const chartWords = /* @__PURE__ */ withCommon('chart', zhCN.chart);
export type ChartWords = ReturnType<typeof chartWords>;

export const statusWords = /* @__PURE__ */ withCommon('status', zhCN.status);
export type StatusWords = ReturnType<typeof statusWords>;

export const goalWords = /* @__PURE__ */ withCommon('goal', zhCN.goal);
export type GoalWords = ReturnType<typeof goalWords>;

export const shareWords = /* @__PURE__ */ withCommon('share', zhCN.share);
export type ShareWords = ReturnType<typeof shareWords>;

export const originWords = /* @__PURE__ */ withCommon('origin', zhCN.origin);
export type OriginWords = ReturnType<typeof originWords>;

export const presaleWords = /* @__PURE__ */ withCommon('presale', zhCN.presale);
export type PresaleWords = ReturnType<typeof presaleWords>;

export const ticketsWords = /* @__PURE__ */ withCommon('tickets', zhCN.tickets);
export type TicketsWords = ReturnType<typeof ticketsWords>;

export const prompterWords = /* @__PURE__ */ withCommon('prompter', zhCN.prompter);
export type PrompterWords = ReturnType<typeof prompterWords>;

/** Reads the language of the place where an element stands: the nearest `lang`, also beyond shadow roots. */
export function languageOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? '';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
