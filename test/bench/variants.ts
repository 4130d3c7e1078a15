import type { Place } from './probe.js';

/** The pages that are compared: Stallcast's widgets, and a script written by hand for the same work. */
export type Variant = 'widgets' | 'script';

/** Where each page shows the stock of the product: on its card, and on a counter of its own. */
export const VARIANTS: Readonly<Record<Variant, { places: readonly Place[] }>> = {
  widgets: {
    places: [
      ['stall-stock-counter', '[part="value"] .spoken'],
      ['stall-product-card', 'stall-stock-counter', '[part="value"] .spoken'],
    ],
  },
  script: { places: [['#stock'], ['#card-stock']] },
};
