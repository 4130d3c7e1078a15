import * as en from './en.js';
import * as zhCN from './zh-cn.js';

/** What several widgets say; every widget's own words come with them. */
export type Words = typeof zhCN.common;

/** Picks words for a BCP 47 tag: Chinese for Chinese and where no language is said, English for the rest. */
type WordsOf<T> = (language: string) => T;

/**
 * Makes one part of the catalogue: a further language is one more file, and one more argument here and in each line below.
 *
 * The lines are marked as pure, so that a bundler leaves out what no widget on the page says.
 */
export function inBoth<T>(chinese: T, english: T): WordsOf<T> {
  return (language) => (!language || /^zh\b/i.test(language) ? chinese : english);
}

/** The same, with what several widgets say. */
function withCommon<T>(chinese: T, english: T): WordsOf<Words & T> {
  return inBoth({ ...zhCN.common, ...chinese }, { ...en.common, ...english });
}

export const wordsFor = /* @__PURE__ */ inBoth(zhCN.common, en.common);
export const amountWords = /* @__PURE__ */ inBoth(zhCN.amounts, en.amounts);

export const cardWords = /* @__PURE__ */ withCommon(zhCN.card, en.card);
export type CardWords = ReturnType<typeof cardWords>;

export const stockWords = /* @__PURE__ */ withCommon(zhCN.stock, en.stock);
export type StockWords = ReturnType<typeof stockWords>;

export const tickerWords = /* @__PURE__ */ withCommon(zhCN.ticker, en.ticker);
export type TickerWords = ReturnType<typeof tickerWords>;

export const announcementWords = /* @__PURE__ */ withCommon(zhCN.announcement, en.announcement);
export type AnnouncementWords = ReturnType<typeof announcementWords>;

export const legalWords = /* @__PURE__ */ withCommon(zhCN.legal, en.legal);
export type LegalWords = ReturnType<typeof legalWords>;

export const qrWords = /* @__PURE__ */ withCommon(zhCN.qr, en.qr);
export type QrWords = ReturnType<typeof qrWords>;

export const shelfWords = /* @__PURE__ */ withCommon(zhCN.shelf, en.shelf);
export type ShelfWords = ReturnType<typeof shelfWords>;

export const chartWords = /* @__PURE__ */ withCommon(zhCN.chart, en.chart);
export type ChartWords = ReturnType<typeof chartWords>;

export const statusWords = /* @__PURE__ */ withCommon(zhCN.status, en.status);
export type StatusWords = ReturnType<typeof statusWords>;

export const goalWords = /* @__PURE__ */ withCommon(zhCN.goal, en.goal);
export type GoalWords = ReturnType<typeof goalWords>;

export const shareWords = /* @__PURE__ */ withCommon(zhCN.share, en.share);
export type ShareWords = ReturnType<typeof shareWords>;

export const originWords = /* @__PURE__ */ withCommon(zhCN.origin, en.origin);
export type OriginWords = ReturnType<typeof originWords>;

export const presaleWords = /* @__PURE__ */ withCommon(zhCN.presale, en.presale);
export type PresaleWords = ReturnType<typeof presaleWords>;

export const ticketsWords = /* @__PURE__ */ withCommon(zhCN.tickets, en.tickets);
export type TicketsWords = ReturnType<typeof ticketsWords>;

export const prompterWords = /* @__PURE__ */ withCommon(zhCN.prompter, en.prompter);
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
