import type { RelayAddress } from './address.js';

/** Whether the relay runs on this very machine. */
export function isAtHome({ url }: RelayAddress): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

/** Where a relay tells anybody whether it is there. */
export function healthUrl({ url }: RelayAddress): string {
  return url.replace(/\/stalls\/[^/]+$/, '/healthz');
}
