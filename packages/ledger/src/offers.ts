import type { Offer } from '@stallcast/protocol';
import type { Edit } from './edit.js';
import type { Model } from './model.js';
import { learnCurrency } from './totals.js';

/** The offer of a product in exactly this room, or for the stall without one. */
export function findOffer(model: Model, productId: string, room: string | undefined): Offer | undefined {
  let index = model.indexes.offers;
  if (!index) {
    index = new Map();
    for (const [id, { value }] of model.tables.offer) index.set(placeOf(value.productId, value.room), id);
    model.indexes.offers = index;
  }
  const id = index.get(placeOf(productId, room));
  return id === undefined ? undefined : model.tables.offer.get(id)?.value;
}

/** Writes an offer, and takes the stall's currency from the first. */
export function writeOffer(edit: Edit, offer: Offer): void {
  const rank = edit.model.tables.offer.get(offer.id)?.rank ?? edit.turn.offset;
  learnCurrency(edit.turn, offer.price ?? offer.compareAt?.price ?? offer.flash?.price);
  edit.write(['offer', offer.id], { rank, value: offer });
}

function placeOf(productId: string, room: string | undefined): string {
  return JSON.stringify([productId, room ?? null]);
}
