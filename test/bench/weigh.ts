import { brotliCompressSync, constants } from 'node:zlib';
import { buildPage, type Part } from './build-page.js';

/** What a text weighs on its way to a visitor, in bytes. */
export interface Weight {
  minified: number;
  brotli: number;
}

export function weigh(text: string): Weight {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { minified: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** Weighs all scripts of a page. */
export async function weighPage(name: string): Promise<Weight> {
  return weigh((await buildPage(name)).scripts.map(({ code }) => code).join('\n'));
}

const PARTS: readonly Part[] = [
  ['lit', /node_modules\/(lit|@lit|lit-html|lit-element)\b/],
  ['nanostores', /node_modules\/nanostores\b/],
  ['other packages', /node_modules/],
  ['protocol', /packages\/protocol\//],
  ['store', /packages\/store\//],
  ['adapters', /packages\/adapters\//],
  ['elements', /packages\/(elements|themes)\//],
];

/**
 * Weighs the widgets page part by part.
 *
 * Each part is compressed alone and has to name what it takes from the others, so they come to a little more than the whole.
 */
export async function weighParts(): Promise<{ name: string; weight: Weight }[]> {
  const { scripts } = await buildPage('widgets', PARTS);
  return PARTS.flatMap(([name]) => {
    const code = scripts.filter((script) => script.name === name).map((script) => script.code);
    return code.length > 0 ? [{ name, weight: weigh(code.join('\n')) }] : [];
  });
}
