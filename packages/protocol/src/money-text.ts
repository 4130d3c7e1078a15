import type { Money } from './money.js';

/** An amount as a price tag shows it: `¥`, `39`, `90`. */
export interface MoneyParts {
  negative: boolean;
  /** `¥`, `$`, `€`; the code where a currency has no sign of its own. */
  symbol: string;
  /** The whole units, ungrouped digits. */
  whole: string;
  /** The digits after the point; empty for a currency without. */
  cents: string;
}

const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d{0,15}))?$/;

/** How many decimal digits an amount of this currency has, by the engine's table; 2 where it does not know. */
export function currencyExponent(currency: string): 0 | 2 | 3 {
  try {
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    return digits === 0 || digits === 3 ? digits : 2;
  } catch {
    return 2;
  }
}

/**
 * Reads a decimal string such as `39.90` into minor units, digit by digit.
 *
 * Null for what is not a plain decimal number, for one too large to be exact, and for one with more digits than the
 * currency has unless these are zeros.
 */
export function parseMoney(text: string, currency: string, exponent = currencyExponent(currency)): Money | null {
  const match = DECIMAL.exec(text.trim());
  if (!match || !/^[A-Z]{3}$/.test(currency)) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(exponent))) return null;

  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: sign === '-' && minor !== 0 ? -minor : minor, currency, exponent };
}

/** Splits an amount for a price tag. Integer arithmetic only. */
export function moneyParts(money: Money): MoneyParts {
  const digits = String(Math.abs(money.minor)).padStart(money.exponent + 1, '0');
  const point = digits.length - money.exponent;
  return {
    negative: money.minor < 0,
    symbol: currencySymbol(money.currency),
    whole: digits.slice(0, point),
    cents: digits.slice(point),
  };
}

const SYMBOLS: Readonly<Record<string, string>> = {
  CNY: '¥',
  JPY: '¥',
  USD: '$',
  EUR: '€',
  GBP: '£',
  KRW: '₩',
  HKD: 'HK$',
  TWD: 'NT$',
  THB: '฿',
  VND: '₫',
  INR: '₹',
  RUB: '₽',
};

/** The sign of a currency; its code where it has none that every machine can show. */
export function currencySymbol(currency: string): string {
  return SYMBOLS[currency] ?? `${currency} `;
}

/** Writes an amount as text: ¥39.90, ¥10,000, −¥178. Whole amounts lose their zeros when `short`. */
export function formatMoney(money: Money, options: { short?: boolean } = {}): string {
  const { negative, symbol, whole, cents } = moneyParts(money);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = cents && !(options.short && /^0+$/.test(cents)) ? `.${cents}` : '';
  return `${negative ? '−' : ''}${symbol}${grouped}${fraction}`;
}
