import type { Language } from '../../packages/overlay/src/words/language.js';

/**
 * A sentence of the walk-through in each language. `{key}` stands for the name that the key has on the page, `{path}` for the way through another
 * program's menus.
 */
export type Said = Readonly<Record<Language, string>>;

/** The ways through the menus of a program that is not ours; each word of it is one press. */
export type Path = Readonly<Record<Language, readonly string[]>>;

/** How many words there are to read; what is put in later counts as two. */
export function wordsOf({ en }: Said): number {
  return en
    .replace(/\{\w+\}/g, 'some words')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const word = words[name];
    if (word === undefined)
      throw new Error(`The sentence "${text}" asks for {${name}}, which this step does not have.`);
    return word;
  });
}
