/** A stall at a relay, as a link names it. */
export interface RelayLink {
  origin: string;
  stall: string;
  room: string;
  key: string;
}

/** Reads a link of an overlay, a deck or a studio, or a connection string; null for what is none. */
export function parseRelayLink(typed: string): RelayLink | null {
  let url: URL;
  try {
    url = new URL(typed.trim().replace(/^relay:/, ''));
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  const inPath = /^\/stalls\/([^/]+)/.exec(url.pathname)?.[1];
  const isPage = /^\/(?:overlay|deck)?\/?$/.test(url.pathname);
  if (inPath === undefined && !isPage) return null;
  const stall = inPath === undefined ? (url.searchParams.get('stall') ?? 'orchard') : decode(inPath);
  // An overlay's link may name another source behind its key.
  const key = decode(url.hash.slice(1).replace(/&src=.*$/, '')).trim();
  return { origin: url.origin, stall, room: url.searchParams.get('room') ?? '', key };
}

/** The connection string of a stall at a relay. */
export function relaySource({ origin, stall, room, key }: RelayLink): string {
  const query = room ? `?room=${encodeURIComponent(room)}` : '';
  return `relay:${origin}/stalls/${encodeURIComponent(stall)}${query}#${encodeURIComponent(key)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
