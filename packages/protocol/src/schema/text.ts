import * as v from 'valibot';

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** The longest id that is taken. */
export const MAX_ID_LENGTH = 128;

/** An id: any text of 1 to 128 characters. It is compared and never read, so half a character is refused, not mended. */
export const idSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_ID_LENGTH),
  v.check((id) => !LONE_SURROGATE.test(id), 'whole characters only'),
);

/** A line of text of at most `max` UTF-16 units; half a character becomes U+FFFD, as it would on the way to a file. */
export function textSchema(max: number) {
  return v.pipe(
    v.string(),
    v.maxLength(max),
    v.transform((text) => text.replace(LONE_SURROGATES, '\uFFFD')),
  );
}

/** The same, with something in it. */
export function titleSchema(max: number) {
  return v.pipe(
    textSchema(max),
    v.check((text) => text.trim() !== '', 'some text'),
  );
}

/** A moment, ISO 8601 with its zone. */
export const timeSchema = v.pipe(
  v.string(),
  v.check(
    (text) => ISO_TIME.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
    'a time such as 2026-07-01T11:00:00Z',
  ),
);

/** A day of the calendar. */
export const daySchema = v.pipe(
  v.string(),
  v.check((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text), 'a day such as 2026-07-01'),
);

/** False for 30 February, which Date takes for 2 March. */
function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** An IANA time zone that this machine knows. */
export const timeZoneSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'a time zone such as Asia/Shanghai'),
);

const URL_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED_URL = /^(https?:\/\/|data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,])/i;

/** The address of a picture: http(s), a path, or a picture inside the address. Nothing that could run. */
export const pictureUrlSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(300_000),
  v.check(
    // Browsers skip control characters inside a scheme, so an address with one is refused as it is.
    (url) => ![...url].some((c) => c <= ' ') && (!URL_SCHEME.test(url) || ALLOWED_URL.test(url)),
    'an address that starts with https://, http:// or data:image/, or a path',
  ),
);

/** The address of a page: https or http. */
export const pageUrlSchema = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.check((url) => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url), 'an address that starts with https:// or http://'),
);

/** A whole number from `min` to `max`. */
export function integerSchema(min: number, max: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max));
}

/** The mark of data that no real buyer or shop made. */
export const syntheticSchema = v.exactOptional(v.literal(true));
