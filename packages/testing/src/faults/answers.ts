/** What a proxy answers in place of the server. */
export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** The answer arrives byte by byte, one after so many ms (slow loris). */
  byteEveryMs?: number;
}

/** A server that is there and cannot: 503 and its like. */
export const failing = (status = 503): Answer => ({ status, headers: { 'content-type': 'text/plain' }, body: 'no' });

/** Done, and nothing to say: to an EventSource this means to stop for good. */
export const empty = (): Answer => ({ status: 204 });

/** The page of a hotel's network: whatever is asked for is answered with 200 and HTML. */
export const captivePortal = (): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Welcome</title><p>Accept the terms to go on.',
});

/** An answer that never gets to its end. */
export const slowLoris = (byteEveryMs = 1_000): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/event-stream' },
  body: ':'.repeat(1_000),
  byteEveryMs,
});
