import type { Choices } from './tidy-manifest.js';

const CHOICE = /\btype (\w+) =\s*((?:\|?\s*'[^'\n]*'\s*)+);/g;

/** Finds the types in source texts that are a choice of words. One name that stands for two choices counts as none. */
export function choicesOf(sources: readonly string[]): Choices {
  const found = new Map<string, string>();
  for (const [, name = '', words = ''] of sources.flatMap((text) => [...text.matchAll(CHOICE)])) {
    const choice = (words.match(/'[^']*'/g) ?? []).join(' | ');
    found.set(name, (found.get(name) ?? choice) === choice ? choice : '');
  }
  return new Map([...found].filter(([, choice]) => choice !== ''));
}
