import type { Product, Stock } from '@stallcast/protocol';
import type { Desk } from './desk.js';

/** Takes one unit off that was sold where Stallcast does not hear of it: on the platform, by telephone, at the door. */
export function soldOne(desk: Desk, productId: string): void {
  desk.send('adjust-stock', { productId, delta: -1, reason: 'sold-elsewhere' });
}

/** Whether this deck counts the stock, and there is one to take off. */
export function mayTakeOne(product: Product, stock: Stock | null): boolean {
  return product.stockFrom === 'ledger' && (stock?.hold ?? 'none') === 'none' && (stock?.sellable ?? 0) > 0;
}
