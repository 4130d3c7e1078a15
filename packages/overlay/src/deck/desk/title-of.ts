import type { Desk } from './desk.js';
import { titleIn } from './product-view.js';

/** A product's title in the language chosen; nothing for one that was removed. */
export function titleOf(desk: Pick<Desk, 'store' | '$language'>, productId: string): string | undefined {
  const product = desk.store.$product(productId).get();
  return product ? titleIn(product, desk.$language.get()) : undefined;
}
