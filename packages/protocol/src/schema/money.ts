import * as v from 'valibot';
import { integerSchema } from './text.js';

/** The largest amount, in minor units: sums of thousands of them stay safe integers. */
const MAX_MINOR = 1_000_000_000_000;

export const currencySchema = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'a currency such as CNY'));
const exponentSchema = v.picklist([0, 2, 3]);

/** An amount that may be negative: a sum. */
export const moneySchema = v.object({
  minor: v.pipe(v.number(), v.safeInteger()),
  currency: currencySchema,
  exponent: exponentSchema,
});

/** A price: never negative. */
export const priceSchema = v.object({
  minor: integerSchema(0, MAX_MINOR),
  currency: currencySchema,
  exponent: exponentSchema,
});
