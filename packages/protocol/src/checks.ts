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
  typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));

/** One of a few known words. */
export function word(...words: (string | number | true)[]): Check {
  return (value) => words.includes(value as string);
}

/** The same, or null. */
export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

export function list(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** An object used as a table: any key, one kind of value. */
export function table(check: Check): Check {
  return (value) => isObject(value) && Object.values(value).every(check);
}

/** An object with these fields; further ones are left alone. A name that ends in `?` may be absent. */
export function fields(shape: Record<string, Check>): Check {
  const entries = Object.entries(shape).map(([name, check]): [string, boolean, Check] =>
    name.endsWith('?') ? [name.slice(0, -1), true, check] : [name, false, check],
  );
  return (value) =>
    isObject(value) &&
    entries.every(([name, optional, check]) => (optional && value[name] === undefined) || check(value[name]));
}

/** An object whose shape goes by one of its fields. A word that is not among the shapes is of the future, and left alone. */
export function variant(name: string, shapes: Record<string, Check>): Check {
  const known = new Map<unknown, Check>(Object.entries(shapes));
  return (value) => isObject(value) && id(value[name]) && (known.get(value[name])?.(value) ?? true);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
