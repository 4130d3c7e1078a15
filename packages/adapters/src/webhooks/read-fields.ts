import type { Json, JsonObject } from './read-json.js';

/** Longer ids and stock keeping units are none to a ledger. */
const MAX_ID_CHARS = 128;
const MAX_PIECES = 1_000_000;
const MAX_STOCK = 1_000_000_000;
const HALF_CHARACTER = /\p{Surrogate}/u;

/** The value as an object; undefined for anything else. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The objects of a list; empty for anything else. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf).filter((item) => item !== undefined) : [];
}

/** The value as trimmed text; empty for anything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** An id as text, exactly as sent. Undefined where there is none: shops write 0 for "no variation". */
export function idOf(value: Json | undefined): string | undefined {
  const id = typeof value === 'number' ? String(value) : textOf(value);
  return id === '' || id === '0' || id.length > MAX_ID_CHARS || HALF_CHARACTER.test(id) ? undefined : id;
}

/**
 * A count of pieces, as a whole number of at least 1; undefined where it is none.
 *
 * A part of a piece counts as one: a stall that sells half a melon has one melon less to promise.
 */
export function quantityOf(value: Json | undefined): number | undefined {
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(typeof value === 'number' ? String(value) : textOf(value));
  if (!match) return undefined;
  const whole = Number(match[1]) + (/[1-9]/.test(match[2] ?? '') ? 1 : 0);
  return whole > 0 && whole <= MAX_PIECES ? whole : undefined;
}

/** A whole number of pieces that may be zero or less, as stock can be; undefined where it is none. A fraction is rounded down. */
export function stockFigureOf(value: Json | undefined): number | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  const figure = /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : NaN;
  return Math.abs(figure) <= MAX_STOCK ? figure : undefined;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/** An ISO 8601 time since 1970 in ms; undefined for anything else. One without a zone is read as UTC. */
export function timeOf(value: Json | undefined): number | undefined {
  const text = textOf(value);
  const match = TIME.exec(text);
  const ms = match ? Date.parse(match[1] ? text : `${text}Z`) : NaN;
  return ms >= 0 ? ms : undefined;
}

/** Later times are none: their count of ms has more digits than a shop's clock. */
const MAX_TIME_MS = Date.UTC(2100, 0, 1);

/** A Unix time in seconds or in ms, as ms; undefined for anything else. A number tells by its size which of the two it is. */
export function unixTimeOf(value: Json | undefined): number | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  if (!/^\d{9,13}$/.test(text)) return undefined;
  const ms = text.length > 10 ? Number(text) : Number(text) * 1_000;
  return ms < MAX_TIME_MS ? ms : undefined;
}

/** Ten thousand million yuan: a larger amount is no order's, and no ledger takes it. */
const MAX_MINOR = 1_000_000_000_000;

/** Whether a number of minor units can be what something costs. */
export function isAmount(minor: number): boolean {
  return Number.isSafeInteger(minor) && minor >= 0 && minor <= MAX_MINOR;
}

/** An amount in the smallest unit of its currency, as most platforms send it; undefined for anything but a whole number from 0. */
export function minorOf(value: Json | undefined): number | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  const minor = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  return isAmount(minor) ? minor : undefined;
}

/** What a person calls the kind of a value, for an error. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
