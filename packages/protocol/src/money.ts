/** An amount in the smallest unit of its currency: ¥39.90 is `{ minor: 3990, currency: 'CNY', exponent: 2 }`. */
export interface Money {
  /** A safe integer; may be negative in a total, never in a price. */
  minor: number;
  /** ISO 4217, upper case. */
  currency: string;
  /** How many decimal digits the currency has. Kept in the data, since tables of currencies differ over time. */
  exponent: 0 | 2 | 3;
}
