import type { Keys } from './storage/keys.js';

/** The addresses that a host opens, each with its key in the fragment, which reaches no server and no log. */
export interface Links {
  overlay: string;
  deck: string;
  studio: string;
}

export function linksOf(origin: string, stall: string, keys: Keys): Links {
  const query = `?stall=${encodeURIComponent(stall)}`;
  const fragment = (key: string) => `#${encodeURIComponent(key)}`;
  return {
    overlay: `${origin}/overlay${query}${fragment(keys.view)}`,
    deck: `${origin}/deck${query}${fragment(keys.deck)}`,
    studio: `${origin}/${query}${fragment(keys.deck)}`,
  };
}

export function webhookAddress(origin: string, stall: string, source: string): string {
  return `${origin}/stalls/${encodeURIComponent(stall)}/hooks/${source}`;
}

/** The origin under which this machine itself reaches a relay. */
export function originOf(host: string, port: number): string {
  const reachable =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  return `http://${reachable}:${port}`;
}
