import type { Offer, Product } from '@stallcast/protocol';
import type { PackedGoods } from '../../local-pack/packed/packed-goods.js';

/** The part of a stall's state that a pack takes from. */
export interface GoodsState {
  products: readonly Product[];
  offers: readonly Offer[];
}

/**
 * What a pack takes along of a stall's goods: names, pictures and prices. Undefined where there is nothing real.
 *
 * Left behind is what was true there and then alone: stock, flash sales and coupons, a room's own offers, a shop's ids. The
 * pack's ledger owns every stock, and it is unknown until somebody counts.
 */
export function goodsOf({ products, offers }: GoodsState): PackedGoods | undefined {
  const real = products.filter(({ synthetic }) => !synthetic);
  if (real.length === 0) return undefined;
  const ids = new Set(real.map(({ id }) => id));
  return {
    products: real.map((product) => ({
      ...product,
      media: product.media.filter(({ url }) => url.startsWith('data:')),
      sources: [],
      stockFrom: 'ledger',
    })),
    offers: offers
      .filter(({ productId, room, synthetic }) => ids.has(productId) && room === undefined && !synthetic)
      .map(({ flash: _flash, coupon: _coupon, ...offer }) => offer),
  };
}

/** Asks the relay what the stall sells. Undefined where it sells nothing real, or does not answer. */
export async function fetchGoods(stallUrl: string, viewKey: string): Promise<PackedGoods | undefined> {
  try {
    const response = await fetch(`${stallUrl}/state`, {
      headers: { authorization: `Bearer ${viewKey}` },
      cache: 'no-store',
    });
    const body = (await response.json()) as { state?: Partial<GoodsState> };
    const { products, offers } = body.state ?? {};
    return response.ok && products && offers ? goodsOf({ products, offers }) : undefined;
  } catch {
    return undefined;
  }
}
