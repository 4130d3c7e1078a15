import { currencyExponent, type Money } from '@stallcast/protocol';
import { isAmount, minorOf, textOf } from '../webhooks/read-fields.js';
import type { Json } from '../webhooks/read-json.js';

/** https://docs.stripe.com/currencies: "Zero-decimal currencies" and "Three-decimal currencies". All others have two. */
const ZERO_DECIMAL = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
const THREE_DECIMAL = 'BHD JOD KWD OMR TND'.split(' ');

/** Stripe lists this one as zero-decimal and has treated it as two-decimal: an amount that may be a hundredfold is none. */
const AMBIGUOUS = ['UGX'];

/**
 * An amount of Stripe as money.
 *
 * Stripe's smallest unit is not always that of ISO 4217 (5 ISK are sent as 500, 5 MGA as 5), so it is brought to the digits that the
 * currency has everywhere else. Undefined where that would not be exact.
 */
export function stripeAmount(value: Json | undefined, currency: Json | undefined): Money | undefined {
  const code = textOf(currency).toUpperCase();
  const sent = minorOf(value);
  if (sent === undefined || !/^[A-Z]{3}$/.test(code) || AMBIGUOUS.includes(code)) return undefined;
  const digits = ZERO_DECIMAL.includes(code) ? 0 : THREE_DECIMAL.includes(code) ? 3 : 2;
  const exponent = currencyExponent(code);
  const minor = exponent >= digits ? sent * 10 ** (exponent - digits) : sent / 10 ** (digits - exponent);
  return isAmount(minor) ? { minor, currency: code, exponent } : undefined;
}
