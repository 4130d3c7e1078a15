import { hasWords, learnEnglish } from './index.js';

let loading: Promise<void> | null = null;

/**
 * Fetches the words of a language that are not here yet. Null where nothing is missing, as for Chinese.
 *
 * Whoever draws words waits for it. Where they cannot be had it resolves all the same, Chinese is said, and the next call tries again.
 */
export function missingWords(language: string): Promise<void> | null {
  if (hasWords(language)) return null;
  return (loading ??= import('./en.js').then(learnEnglish, () => void (loading = null)));
}
