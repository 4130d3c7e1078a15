import type { Comparison } from './compare-products.js';

/** Tells whether what a person was shown of a row is still so: the same standing, and the same things as they were before. */
export function stillHolds(shown: Comparison, fresh: Comparison | undefined): boolean {
  return (
    fresh !== undefined &&
    shown.standing === fresh.standing &&
    JSON.stringify(shown.differences) === JSON.stringify(fresh.differences) &&
    (shown.standing === 'new' || shown.product.id === fresh.product.id)
  );
}
