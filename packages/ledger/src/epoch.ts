import { ulid } from 'ulid';

// The one thing of the platform that the core uses: also there on pages that are no secure context.
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };

/** Makes the name of a new life of a log: a ULID, so that epochs sort by time. */
export function createEpoch(now: number): string {
  return ulid(now, () => crypto.getRandomValues(new Uint8Array(1))[0]! / 256);
}
