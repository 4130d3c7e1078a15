import type { Measure } from './measure.js';
import type { Money } from './money.js';

/** A price for a customary amount of what is sold. */
export interface UnitPrice {
  money: Money;
  per: 'jin' | 'kg' | 'l';
}

/** Base units in each customary amount: 1 斤 is 500 g. */
const BASE = { jin: 500, kg: 1_000, l: 1_000 } as const;

/**
 * Works out the price of a 斤, a kilogram or a litre, rounded once, half up.
 *
 * ¥19.90 for 5 斤 is ¥3.98/斤, ¥7.96/kg. Null where the content is not given by mass or volume, or is not positive.
 */
export function unitPrice(price: Money, net: Measure | undefined, mass: 'jin' | 'kg'): UnitPrice | null {
  if (!net || net.value <= 0 || (net.unit !== 'g' && net.unit !== 'ml')) return null;
  const per = net.unit === 'ml' ? 'l' : mass;
  // BigInt keeps the product exact: minor × 1000 may pass 2^53.
  const scaled = BigInt(price.minor) * BigInt(BASE[per]) * 2n + BigInt(net.value);
  const minor = Number(scaled / (2n * BigInt(net.value)));
  return Number.isSafeInteger(minor) ? { money: { ...price, minor }, per } : null;
}
