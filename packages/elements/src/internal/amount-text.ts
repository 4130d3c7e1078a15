import { currencySymbol, type Money } from '@stallcast/protocol';
import { amountWords, type Words } from '../words/index.js';

/** From here on a number is cut to a larger unit. */
const CUT_FROM = 100_000;

/**
 * Writes a whole number for a place that holds about six signs: 6,842, 12.34万, 1.2M. It is cut towards zero, so that it
 * never says more than is true.
 */
export function amountText(value: number, words: Words): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(Math.trunc(value));
  const unit = size < CUT_FROM ? undefined : amountWords(words.language).compact.find(({ from }) => size >= from);
  if (!unit) return sign + grouped(size);
  // Two digits after the point, by whole numbers: a quotient of floats could round up.
  const hundredths = (BigInt(size) * 100n) / BigInt(unit.per);
  const rest = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${sign}${grouped(Number(hundredths / 100n))}${rest && `.${rest}`}${unit.suffix}`;
}

/** Writes an amount of money without its cents: ¥6,842, ¥12.34万. */
export function moneyText({ minor, currency, exponent }: Money, words: Words): string {
  const text = amountText(Math.trunc(minor / 10 ** exponent), words);
  const symbol = currencySymbol(currency);
  return text.startsWith('−') ? `−${symbol}${text.slice(1)}` : symbol + text;
}

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
