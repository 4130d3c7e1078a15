/** The languages of the host's pages. */
export type Language = 'zh-CN' | 'en';

/** One sentence in each language. */
export type Sentence = Readonly<Record<Language, string>>;

/** Picks the language that a wish such as `en-GB` or `zh` comes closest to; Chinese where it names neither. */
export function parseLanguage(wish: string | null | undefined): Language {
  return /^en\b/i.test(wish?.trim() ?? '') ? 'en' : 'zh-CN';
}
