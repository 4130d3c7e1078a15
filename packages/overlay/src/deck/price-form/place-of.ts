import type { Offer } from '@stallcast/protocol';
import type { Desk } from '../desk/desk.js';

/** Where a price is told, kept back or lowered: where the offer is seen, so that a stall of one room keeps one offer. */
export function placeOf(desk: Desk, offer: Offer | null): { room?: string } {
  if (offer?.room !== undefined) return { room: offer.room };
  const room = desk.room();
  return room !== undefined && desk.store.$rooms.get().length > 1 ? { room } : {};
}
