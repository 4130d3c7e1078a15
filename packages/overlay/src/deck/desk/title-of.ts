import type { DeckWords } from '../words/deck-words.js';
import type { Desk } from './desk.js';
import { titleIn } from './product-view.js';

/** A product's title for a sentence; one that was removed since is “a product”. */
export function titleOf(desk: Desk, productId: string, words: DeckWords): string {
  const product = desk.store.$product(productId).get();
  return product ? titleIn(product, desk.$language.get()) : words.did.unknownProduct;
}
