/** A first failure is tried again after so long at the latest, ms. */
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;
/** Where nobody answers, nobody is bothered: a line that was down for a while is noticed soon. */
const LONGEST_UNANSWERED_MS = 10_000;
/** However long the other side wants to be left alone, it is asked again after this. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** What a wait depends on. */
export interface Pace {
  intervalMs: number;
  /** Failures in a row. */
  failures: number;
  /** How long the other side asked to be left alone. */
  retryAfterMs?: number | undefined;
  /** Whether there was no other side to bother. */
  unanswered?: boolean | undefined;
}

/**
 * How long to wait before asking again, ms.
 *
 * After an answer it is the interval. After failures it doubles up to a minute, or to ten seconds where the line is down, and a
 * quarter of it is chance, so that many pages do not come back at one moment. Who asked for a pause gets at least that.
 */
export function nextWaitMs({ intervalMs, failures, retryAfterMs, unanswered }: Pace, random: () => number): number {
  if (failures === 0) return intervalMs;
  const first = Math.min(intervalMs, FIRST_RETRY_MS);
  const longest = unanswered === true ? LONGEST_UNANSWERED_MS : LONGEST_RETRY_MS;
  const backoff = Math.min(first * 2 ** Math.min(failures - 1, 10), Math.max(intervalMs, longest));
  const pause = Math.min(Math.max(0, retryAfterMs ?? 0), LONGEST_PAUSE_MS);
  return Math.max(backoff, pause) * (1 + random() / 4);
}

/** Reads a `Retry-After` header, in seconds or as a date; undefined for anything else. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
