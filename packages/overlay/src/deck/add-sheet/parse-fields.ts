import { parseMoney, type Measure, type Money } from '@stallcast/protocol';

/** Full-width digits and points, as a Chinese keyboard may type them, become plain ones. */
function plain(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/[¥￥,，\s]/g, '');
}

/** Reads a whole number from 0 to a million; null for anything else. */
export function parseCount(text: string): number | null {
  const digits = plain(text);
  const count = Number(digits);
  return /^\d{1,7}$/.test(digits) && count <= 1_000_000 ? count : null;
}

/** Reads a link number from 1 to 999; null for anything else. */
export function parseLinkNo(text: string): number | null {
  const count = parseCount(text);
  return count !== null && count >= 1 && count <= 999 ? count : null;
}

/** Reads a price; null for what is not a plain amount above zero. */
export function parsePrice(text: string, currency: string): Money | null {
  const money = parseMoney(plain(text), currency);
  return money && money.minor > 0 ? money : null;
}

/** Reads 斤, with up to three decimals, into grams: 1 斤 is 500 g. Null where it is not a weight above zero in whole grams. */
export function parseJin(text: string): Measure | null {
  const match = /^(\d{1,5})(?:\.(\d{1,3}))?$/.exec(plain(text));
  if (!match) return null;
  const thousandths = Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0'));
  return thousandths > 0 && thousandths % 2 === 0 ? { value: thousandths / 2, unit: 'g' } : null;
}
