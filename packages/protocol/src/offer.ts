import type { Money } from './money.js';

/** What a higher price beside the price rests on. A compare-at price without a basis is not shown. */
export type CompareBasis = 'lowest-30d' | 'list' | 'market' | 'usual';

/** The terms on which a product is sold, in the whole stall or in one room. */
export interface Offer {
  id: string;
  productId: string;
  /** Absent: the whole stall. A room's own offer wins in that room. */
  room?: string;
  /** `null` while the price is kept back (待开价). */
  price: Money | null;
  compareAt?: { price: Money; basis: CompareBasis; evidence?: string };
  limitPerBuyer?: number;
  /** A flash sale; its deadline does not move. Times are ISO 8601. */
  flash?: { price: Money; startsAt: string; endsAt: string; allocated?: number };
  coupon?: { text: string; until?: string };
  synthetic?: true;
}
