import { decodeTime, ulid } from 'ulid';

// The one thing of the platform that the core uses: also there on pages that are no secure context.
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };

/** Makes the name of a new life of a log: a ULID, so that epochs sort by time, and after the one before also where the clock went back. */
export function createEpoch(now: number, after = ''): string {
  const epoch = ulidAt(now);
  return epoch > after ? epoch : ulidAt(decodeTime(after) + 1);
}

function ulidAt(at: number): string {
  return ulid(at, () => crypto.getRandomValues(new Uint8Array(1))[0]! / 256);
}
