import type { Order } from '@stallcast/protocol';
import type { Desk } from '../desk/desk.js';
import { titleOf } from '../desk/title-of.js';
import type { DeckWords } from '../words/deck-words.js';

/** Writes what an order is of. */
export function orderLines({ lines }: Order, desk: Desk, words: DeckWords['orders']): string {
  const written = lines.map(({ productId, qty }) =>
    words.line((productId === null ? undefined : titleOf(desk, productId)) ?? words.unlisted, qty),
  );
  return written.join(' · ') || words.unlisted;
}
