import { formatPosition, type Position } from '@stallcast/protocol';

/** Where a stall's relay is and how to read it. */
export interface RelayAddress {
  /** The stall's address, without query and fragment: `https://stall.example/stalls/peaches`. */
  url: string;
  /** One room's view; without it, all rooms. */
  room?: string;
  /** A view key or a deck key. */
  key?: string;
}

/** The address as parts, as a page may have them. */
export interface RelayAddressParts {
  /** The relay's address, or the stall's: `https://stall.example/stalls/peaches`. On a page it may be relative to it. */
  url: string;
  /** The stall, where `url` is the relay's own. */
  stall?: string;
  room?: string;
  key?: string;
}

/**
 * Reads the address of a connection string: `https://stall.example/stalls/peaches?room=north#KEY`.
 *
 * Throws an Error of one sentence for what is no such address; it never repeats the text, which may hold a key.
 */
export function parseRelayAddress(text: string): RelayAddress {
  const url = parseUrl(text.trim());
  const key = decodeKey(url.hash.slice(1));
  return resolveAddress({
    url: withoutTail(url),
    ...fieldOf('room', url.searchParams.get('room')),
    ...fieldOf('key', key),
  });
}

/** Puts an address together from its parts; throws like `parseRelayAddress`. */
export function resolveAddress({ url: text, stall, room, key }: RelayAddressParts): RelayAddress {
  const url = parseUrl(text);
  if (stall !== undefined) url.pathname = `${url.pathname.replace(/\/+$/, '')}/stalls/${encodeURIComponent(stall)}`;
  if (!/\/stalls\/[^/]+$/.test(url.pathname)) {
    throw new Error(
      'Expected a stall’s address such as "https://…/stalls/peaches", got one without /stalls/: copy the link again.',
    );
  }
  return { url: withoutTail(url), ...fieldOf('room', room), ...fieldOf('key', key) };
}

/** The address of a stall's door, with the room and the position to read from. */
export function doorUrl({ url, room }: RelayAddress, door: 'socket' | 'events', from: Position | null): string {
  const query = new URLSearchParams();
  if (room !== undefined) query.set('room', room);
  // A socket's position goes in its first message, so that there is one place for it.
  if (from && door === 'events') query.set('from', formatPosition(from));
  const text = query.toString();
  return `${door === 'socket' ? url.replace(/^http/, 'ws') : url}/${door}${text && `?${text}`}`;
}

/**
 * Where pages that follow the same address in the same way meet.
 *
 * Of the key it holds 32 bits of many: pages with different keys do not meet, and nobody finds a key by it.
 */
export function channelName({ url, room = '', key = '' }: RelayAddress, way: string): string {
  let mark = 0;
  for (const unit of key) mark = Math.imul(mark ^ unit.charCodeAt(0), 16_777_619);
  return `stallcast:relay:1:${way}:${mark}:${url}?${room}`;
}

function parseUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text, globalThis.location?.href);
  } catch {
    throw new Error(
      'Expected a relay’s address such as "https://…/stalls/peaches", got something that is none: copy the link again.',
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(
      'Expected a relay’s address that begins with http:// or https://, got another: copy the link again.',
    );
  }
  return url;
}

function withoutTail(url: URL): string {
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fieldOf<N extends 'room' | 'key'>(name: N, value: string | null | undefined): Partial<Record<N, string>> {
  return (value ? { [name]: value } : {}) as Partial<Record<N, string>>; // A computed name widens to any string.
}
