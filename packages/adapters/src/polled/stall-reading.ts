import type { Offer, Product, Stock } from '@stallcast/protocol';

/** Everything that a source says at one moment. What it does not name is gone. */
export interface StallReading {
  /** ISO 4217. */
  currency: string;
  products: readonly Product[];
  offers: readonly Offer[];
  stocks: readonly ReadStock[];
  /** Ids of what is being shown (讲解中), one to three. */
  featured: readonly string[];
}

/** A stock without the time of observation, which the reading itself has. */
export type ReadStock = Omit<Stock, 'observedAt'>;

/** What a source says of a stock; the rest is filled in. */
export type StockFigures = Pick<Stock, 'sellable' | 'basis'> & Partial<Pick<Stock, 'oversold' | 'policy' | 'hold'>>;

/**
 * Makes a stock of a source's own figure.
 *
 * It has no `ttlMs`: every reading says all figures anew, so a figure is as old as the line.
 */
export function readStock(productId: string, stockFrom: string, figures: StockFigures): ReadStock {
  return {
    productId,
    stockFrom,
    onHand: null,
    reserved: null,
    sold: null,
    oversold: 0,
    quotas: [],
    hold: 'none',
    policy: 'deny',
    ttlMs: null,
    ...figures,
  };
}
