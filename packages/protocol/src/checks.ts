/** Says whether a value from the wire has the expected shape. Written by hand: a schema library would cost a page 2.5 kB. */
export type Check = (value: unknown) => boolean;

const MAX_TEXT = 20_000;
/** A small picture may stand in its own address. */
const MAX_PICTURE_URL = 300_000;

export const text: Check = (value) => typeof value === 'string' && value.length <= MAX_TEXT;
export const pictureUrl: Check = (value) => typeof value === 'string' && value.length <= MAX_PICTURE_URL;
export const id: Check = (value) => typeof value === 'string' && value !== '' && value.length <= 256;
export const flag: Check = (value) => typeof value === 'boolean';
export const integer: Check = (value) => Number.isSafeInteger(value);
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const time: Check = (value) =>
  typeof value === 'string' && (isPlainTime(value) || (value.length <= 40 && !Number.isNaN(Date.parse(value))));

/**
 * Whether a text is a time as every ledger writes it, `2026-07-01T11:42:00.000Z`, of a day that every month has. Others are left to
 * the calendar of `Date.parse`, which takes ten times as long; each change has two or three times.
 */
function isPlainTime(text: string): boolean {
  return (
    text.length === 24 &&
    digits(text, 0, 4) >= 0 &&
    text.charCodeAt(4) === 45 &&
    isWithin(digits(text, 5, 7), 1, 12) &&
    text.charCodeAt(7) === 45 &&
    isWithin(digits(text, 8, 10), 1, 28) &&
    text.charCodeAt(10) === 84 &&
    isWithin(digits(text, 11, 13), 0, 23) &&
    text.charCodeAt(13) === 58 &&
    isWithin(digits(text, 14, 16), 0, 59) &&
    text.charCodeAt(16) === 58 &&
    isWithin(digits(text, 17, 19), 0, 59) &&
    text.charCodeAt(19) === 46 &&
    digits(text, 20, 23) >= 0 &&
    text.charCodeAt(23) === 90
  );
}

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** The number that some characters spell; below zero where one is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** One of a few known words. */
export function word(...words: (string | number | true)[]): Check {
  return (value) => words.includes(value as string);
}

/** The same, or null. */
export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

export function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let i = 0; i < value.length; i += 1) if (!check(value[i])) return false;
    return true;
  };
}

/** An object used as a table: any key, one kind of value. */
export function table(check: Check): Check {
  return (value) => isObject(value) && Object.values(value).every(check);
}

/** An object with these fields; further ones are left alone. A name that ends in `?` may be absent. */
export function fields(shape: Record<string, Check>): Check {
  const entries = Object.entries(shape).map(([name, check]) =>
    name.endsWith('?') ? { name: name.slice(0, -1), optional: true, check } : { name, optional: false, check },
  );
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, optional, check } of entries) {
      const field = value[name];
      if (!(optional && field === undefined) && !check(field)) return false;
    }
    return true;
  };
}

/** An object whose shape goes by one of its fields. A word that is not among the shapes is of the future, and left alone. */
export function variant(name: string, shapes: Record<string, Check>): Check {
  const known = new Map<unknown, Check>(Object.entries(shapes));
  return (value) => isObject(value) && id(value[name]) && (known.get(value[name])?.(value) ?? true);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
