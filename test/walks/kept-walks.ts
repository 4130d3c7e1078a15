import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Language } from '../../packages/overlay/src/words/language.js';
import type { Walk } from './walk.js';

/** What the pictures of one language show. */
export type Seen = Record<string, Walk['seen'][string]>;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the pictures of the documents lie. */
export const PICTURES = at('../../docs/pictures');

const pageOf = (language: Language): string =>
  at(`../../docs/host/walk-through${language === 'en' ? '' : `.${language}`}.md`);
const seenOf = (language: Language): string => at(`./seen.${language}.json`);

/** The page and the facts of its pictures as they are committed. */
export function readKept(language: Language): { page: string; seen: Seen } {
  return {
    page: readFileSync(pageOf(language), 'utf8'),
    seen: JSON.parse(readFileSync(seenOf(language), 'utf8')) as Seen,
  };
}

export async function writeKept(language: Language, page: string, seen: Seen): Promise<void> {
  writeFileSync(pageOf(language), page);
  writeFileSync(seenOf(language), await format(JSON.stringify(seen), { parser: 'json', printWidth: 120 }));
}
