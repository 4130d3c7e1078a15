import { WebhookError } from '@stallcast/protocol';
import { parse } from 'lossless-json';

/** JSON as a shop sent it. Numbers that a double does not hold exactly are text. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [name: string]: Json;
}

/** Deeper messages are refused: no shop nests further, and a parser's stack is finite. */
const MAX_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Reads a webhook's body as JSON, without rounding.
 *
 * Integers beyond 2^53 and numbers with a point or an exponent come as the text that was sent: an order's id keeps its last
 * digits and an amount its cents. Throws `WebhookError` 400 that names the place, never the content, which may be a buyer's.
 */
export function readJson(rawBody: Uint8Array): Json {
  if (rawBody.length === 0)
    throw new WebhookError(400, 'Expected a JSON body, got none: send the message itself as the body.');
  checkDepth(rawBody);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
  } catch {
    throw new WebhookError(400, 'Expected a body in UTF-8, got other bytes: send it as it was signed.');
  }
  try {
    return parse(text, undefined, exactNumber) as Json;
  } catch (error) {
    throw new WebhookError(
      400,
      `Expected JSON, got something else${placeOf(error)}: send the body as the shop made it.`,
    );
  }
}

/** Reads a text within a message that is JSON itself, as platforms nest it; undefined where it is none. */
export function readNestedJson(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    return readJson(new TextEncoder().encode(value));
  } catch {
    return undefined;
  }
}

function exactNumber(text: string): number | string {
  const number = Number(text);
  return /^-?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

/** Counts brackets outside strings. Works on bytes: in UTF-8 no part of a longer character looks like one. */
function checkDepth(bytes: Uint8Array): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) {
        throw new WebhookError(
          400,
          `Expected JSON of at most ${MAX_DEPTH} levels, got more at byte ${at}: no shop sends such a message.`,
        );
      }
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
}

/** The parser's own words may quote the body, so only its position is passed on. */
function placeOf(error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? '' : ` at character ${position}`;
}
