import type { IncomingMessage } from 'node:http';
import { problems } from './problems.js';

/** How many requests of one address a door takes, a second; 0 for any number. */
export const REQUESTS_A_SECOND = 500;

/** A bucket holds so many seconds' worth: a shop that was down sends all that waited at once. */
const BURST_S = 20;
/** More addresses than this are not told apart: whoever has a network of addresses costs no memory. */
const MOST_ADDRESSES = 10_000;

/** Lets a request through, or throws a problem with status 429. */
export type RateLimit = (request: Pick<IncomingMessage, 'socket'>) => void;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Makes a limit of requests by address, a token bucket for each.
 *
 * This machine itself is never limited: a tunnel and the deck beside the relay come from it. What a proxy says of an address is not
 * believed, since anybody can say it.
 */
export function createRateLimit(perSecond: number, now: () => number): RateLimit {
  const capacity = perSecond * BURST_S;
  const buckets = new Map<string, Bucket>();

  /** Forgets the addresses that have been quiet for as long as a bucket takes to fill: they have their full due. */
  function forgetQuiet(time: number): void {
    for (const [address, { at }] of buckets) {
      if (time - at < BURST_S * 1_000) break;
      buckets.delete(address);
    }
  }

  return ({ socket }) => {
    const address = networkOf(socket.remoteAddress ?? '');
    if (perSecond === 0 || address === LOOPBACK) return;
    const time = now();
    if (buckets.size >= MOST_ADDRESSES) forgetQuiet(time);
    const name = buckets.has(address) || buckets.size < MOST_ADDRESSES ? address : 'all others';
    const { tokens, at } = buckets.get(name) ?? { tokens: capacity, at: time };
    // A clock that was set back takes nothing away.
    const filled = Math.min(capacity, tokens + (Math.max(0, time - at) / 1_000) * perSecond);
    // The one that asked last stands last, so that the quiet ones stand first.
    buckets.delete(name);
    buckets.set(name, { tokens: Math.max(0, filled - 1), at: time });
    if (filled < 1) throw problems.tooManyRequests(Math.ceil((1 - filled) / perSecond));
  };
}

const LOOPBACK = 'loopback';

/** Whether an address is this machine's own. */
export const isThisMachine = (address: string | undefined): boolean => networkOf(address ?? '') === LOOPBACK;

/** What counts as one address: an IPv4 address, or the network of an IPv6 one, of which a household has 2^64. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (plain === '::1' || /^127\./.test(plain)) return LOOPBACK;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
