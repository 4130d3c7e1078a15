import { atom, type ReadableAtom } from 'nanostores';
import { joinInstances, type Instance } from '../../instances/join-instances.js';

/** A key that a device was given. */
export interface DeviceKey {
  id: string;
  name: string;
  createdAt: string;
  lastSeenAt?: string;
  revokedAt?: string;
  isYours: boolean;
}

/** A key that was just made, told this once. */
export interface FreshKey {
  /** The deck's link for the phone; absent where the relay is not open to the local network. */
  deck: string | undefined;
  /** The rows of its QR code, each a line of 0 and 1. */
  code: readonly string[];
}

/** What a deck does at a relay beside its commands: who is connected, and who has a key. */
export interface RelayDesk {
  readonly $instances: ReadableAtom<readonly Instance[]>;
  /** This page's own id among them. */
  readonly id: string;
  /** The keys of devices; `mayGive` for the relay's own deck key. Null where the relay did not answer. */
  keys(): Promise<{ mayGive: boolean; keys: readonly DeviceKey[] } | null>;
  pair(name: string): Promise<FreshKey | null>;
  revoke(id: string): Promise<boolean>;
  /** Loads a page anew, or forgets one that is silent. */
  wish(id: string, wish: 'reload' | 'forget'): Promise<boolean>;
  close(): void;
}

export interface RelayDeskOptions {
  stallUrl: string;
  key: string;
  room?: string | undefined;
  revoked: () => void;
}

/** Opens a desk's line to what the relay knows beside the log. */
export function openRelayDesk({ stallUrl, key, room, revoked }: RelayDeskOptions): RelayDesk {
  const $instances = atom<readonly Instance[]>([]);
  const told = (instances: readonly Instance[]): void => $instances.set(instances);
  const { id, leave } = joinInstances({ stallUrl, key, kind: 'deck', room, told, revoked });

  const ask = async (path: string, body?: unknown): Promise<Record<string, unknown> | null> => {
    try {
      const response = await fetch(stallUrl + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        cache: 'no-store',
      });
      return response.ok ? ((await response.json()) as Record<string, unknown>) : null;
    } catch {
      return null;
    }
  };

  return {
    $instances,
    id,
    async keys() {
      const answer = await ask('/keys');
      if (!answer || !Array.isArray(answer['keys'])) return null;
      return { mayGive: answer['mayGive'] === true, keys: answer['keys'] as DeviceKey[] };
    },
    async pair(name) {
      const answer = await ask('/keys', { name });
      if (!answer || !Array.isArray(answer['decks']) || !Array.isArray(answer['code'])) return null;
      const [deck] = answer['decks'] as string[];
      return { deck, code: answer['code'] as string[] };
    },
    revoke: async (keyId) => (await ask(`/keys/${keyId}/revoke`, {})) !== null,
    wish: async (instanceId, wish) => (await ask(`/instances/${instanceId}/${wish}`, {})) !== null,
    close: leave,
  };
}
