import { readFileSync } from 'node:fs';

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./corpora/${name}`, import.meta.url), 'utf8')) as T;
}

interface EdgeValues {
  numbers_json: string[];
  dates: string[];
  text: string[];
  urls: string[];
  keys: string[];
  proto_json: string[];
}

/** Values on the edge of what a field takes, by the sort of field. */
export const EDGES = read<EdgeValues>('edge-values.json');

/** Markup that has broken sanitizers. */
export const MARKUP = read<{ payload: string }[]>('xss-vectors.json').map(({ payload }) => payload);

/** Names and sentences that have broken programs. */
export const NAUGHTY = read<string[]>('blns.json');

/** All hostile text, each once. */
export const HOSTILE_TEXT: readonly string[] = [...new Set([...MARKUP, ...NAUGHTY, ...EDGES.text])];
