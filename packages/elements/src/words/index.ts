import { en } from './en.js';
import { zhCN, type Words } from './zh-cn.js';

export type { Words };

/** Picks the catalogue for a BCP 47 tag: Chinese for Chinese and where no language is said, English for the rest. */
export function wordsFor(language: string): Words {
  return !language || /^zh\b/i.test(language) ? zhCN : en;
}

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
