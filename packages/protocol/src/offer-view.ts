import type { Money } from './money.js';
import type { Offer } from './offer.js';

/** What an offer comes to at one moment. */
export interface OfferView {
  /** `null` while the price is kept back. */
  price: Money | null;
  compareAt: Offer['compareAt'] | null;
  /** The flash sale that runs; its price is `price`. */
  flash: NonNullable<Offer['flash']> | null;
}

/**
 * Derives the price that holds at `now` (ms, the server's clock). While a flash sale runs, the usual price is what it compares with.
 *
 * A price to compare with that is not above the one that holds would be a reduction that is none: it is left out.
 */
export function deriveOfferView(offer: Offer | null | undefined, now: number): OfferView {
  const { price = null, compareAt = null, flash } = offer ?? {};
  if (price === null) return { price: null, compareAt: null, flash: null };
  const isOn = flash && Date.parse(flash.startsAt) <= now && now < Date.parse(flash.endsAt);
  const held = isOn ? flash.price : price;
  const above = [compareAt, isOn && ({ price, basis: 'usual' } as const)].find(
    (one) => one && one.price.minor > held.minor && one.price.exponent === held.exponent,
  );
  return { price: held, compareAt: above || null, flash: isOn ? flash : null };
}

/** Picks the offer that holds in a room: the room's own, else the whole stall's. */
export function pickOffer(offers: Iterable<Offer>, productId: string, room: string | undefined): Offer | null {
  let picked: Offer | null = null;
  for (const offer of offers) {
    if (offer.productId !== productId) continue;
    if (offer.room === undefined) picked ??= offer;
    else if (offer.room === room) return offer;
  }
  return picked;
}
