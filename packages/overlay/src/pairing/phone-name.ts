import type { DeviceKey } from './keys-door.js';

/** The first of “Phone 1”, “Phone 2”, … that no phone has. A key that was never used keeps no name: the relay lets it give way. */
export function freePhoneName(keys: readonly DeviceKey[], phone: (n: number) => string): string {
  const taken = new Set(keys.flatMap(({ name, lastSeenAt, revokedAt }) => (lastSeenAt && !revokedAt ? [name] : [])));
  let n = 1;
  while (taken.has(phone(n))) n += 1;
  return phone(n);
}
