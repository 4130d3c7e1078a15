import { pickWords } from '../words/pick-words.js';
import { MAX_FEATURED, type Desk } from './desk.js';

/** Puts a product on air or takes it off; a fourth is refused with a sentence. */
export function toggleFeatured(desk: Desk, productId: string): void {
  const wished = desk.$wishedFeatured.get();
  const scope = scopeOf(desk);
  if (wished.includes(productId)) {
    const rest = wished.filter((id) => id !== productId);
    if (rest.length > 0) desk.send('feature', { productIds: rest, ...scope });
    else desk.send('unfeature', scope);
    return;
  }
  if (wished.length >= MAX_FEATURED) {
    desk.$notice.set({ text: (language) => pickWords(language).products.full });
    return;
  }
  desk.$notice.set(null);
  desk.send('feature', { productIds: [...wished, productId], ...scope });
}

/** The scope of a command that has one. */
export function scopeOf(desk: Desk): { room?: string } {
  const room = desk.room();
  return room === undefined ? {} : { room };
}
