import type { RoomStore } from '@stallcast/store';
import type { ReadableAtom } from 'nanostores';
import type { Language } from '../../words/language.js';
import { titleIn } from './product-view.js';

/** A product's title in the language chosen; nothing for one that was removed. */
export function titleOf(
  { store, $language }: { store: RoomStore; $language: ReadableAtom<Language> },
  productId: string,
): string | undefined {
  const product = store.$product(productId).get();
  return product ? titleIn(product, $language.get()) : undefined;
}
