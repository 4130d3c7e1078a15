import type { IssuedKeys } from './issued-keys.js';
import { createKeyRing, type KeyRing, type Keys } from './keys.js';

/** What a key is: one of the relay's own two, or one that was given to a device. */
export interface WholeKeyRing extends KeyRing {
  /** Whether this was a key once. */
  isRevoked(key: string): boolean;
  /** The id of a key that was given to a device; null for the relay's own. */
  idOf(key: string): string | null;
  /** What people call the device that a key was given to; null for the relay's own. */
  nameOf(key: string): string | null;
}

/** Joins the relay's own two keys and those that were given out. All of these are deck keys. */
export function createWholeKeyRing(keys: Keys, issued: IssuedKeys): WholeKeyRing {
  const own = createKeyRing(keys);
  return {
    roleOf(key) {
      const role = own.roleOf(key);
      if (role) return role;
      const given = issued.find(key);
      if (!given || given.revokedAt) return null;
      issued.seen(given);
      return 'deck';
    },
    isRevoked: (key) => own.roleOf(key) === null && issued.find(key)?.revokedAt !== undefined,
    idOf: (key) => (own.roleOf(key) ? null : (issued.find(key)?.id ?? null)),
    nameOf: (key) => (own.roleOf(key) ? null : (issued.find(key)?.name ?? null)),
  };
}
