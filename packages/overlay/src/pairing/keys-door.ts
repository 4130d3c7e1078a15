import type { Language } from '../words/language.js';

/** A key that a device was given. */
export interface DeviceKey {
  id: string;
  name: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601: when it was last used; absent where it never was. */
  lastSeenAt?: string;
  revokedAt?: string;
  /** Whether it is the key of this very page. */
  isYours: boolean;
  /** Whether a page with it is connected at this moment. */
  isConnected: boolean;
}

/** The keys that devices were given, and what can be done about them. */
export interface KeyList {
  /** For the relay's own deck key alone. */
  mayGive: boolean;
  /** What a phone of the local network finds: nothing without `--lan`, nor on a machine without a network. */
  lan: 'closed' | 'no-network' | 'open';
  keys: readonly DeviceKey[];
}

/** One address of the deck for a phone, with the key in it. */
export interface PhoneLink {
  link: string;
  /** The rows of its QR code, each a line of 0 and 1. */
  code: readonly string[];
}

/** A key that was just made, told this once. */
export interface FreshKey {
  id: string;
  name: string;
  /** The likeliest address first; none where the relay is not open to the local network. */
  links: readonly PhoneLink[];
}

/** The relay's door of keys. Null and false where it did not answer, or refused. */
export interface KeysDoor {
  list(): Promise<KeyList | null>;
  /** The phone begins in the language of the page that it is paired from. */
  pair(name: string, language: Language): Promise<FreshKey | null>;
  revoke(id: string): Promise<boolean>;
}

/** Asks a relay for one thing, with the deck key; null where it did not answer, or refused. */
export type AskRelay = (path: string, body?: unknown) => Promise<Record<string, unknown> | null>;

/** A relay that hangs is as good as none. */
const PATIENCE_MS = 8_000;

/** Makes what asks a stall's relay. The key goes in a header, so that it stands in no address. */
export function relayAsker(stallUrl: string, key: string): AskRelay {
  return async (path, body) => {
    try {
      const response = await fetch(stallUrl + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok ? ((await response.json()) as Record<string, unknown>) : null;
    } catch {
      return null;
    }
  };
}

/** Opens the door of keys. */
export function keysDoor(ask: AskRelay): KeysDoor {
  return {
    async list() {
      const answer = await ask('/keys');
      if (!answer || !Array.isArray(answer['keys'])) return null;
      const { lan } = answer as Partial<KeyList>;
      return { mayGive: answer['mayGive'] === true, lan: lan ?? 'closed', keys: answer['keys'] as DeviceKey[] };
    },
    async pair(name, language) {
      const answer = await ask('/keys', { name, language });
      if (!answer || !Array.isArray(answer['decks']) || !Array.isArray(answer['codes'])) return null;
      const codes = answer['codes'] as string[][];
      const links = (answer['decks'] as string[]).map((link, index) => ({ link, code: codes[index] ?? [] }));
      return { id: String(answer['id']), name: String(answer['name'] ?? name), links };
    },
    revoke: async (id) => (await ask(`/keys/${encodeURIComponent(id)}/revoke`, {})) !== null,
  };
}
