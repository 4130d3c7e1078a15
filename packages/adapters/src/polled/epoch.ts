const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Names one life of a log that a page numbers itself: a ULID, so that a later start is a later epoch. */
export function createEpoch(now: number = Date.now()): string {
  let time = '';
  for (let rest = now, digit = 0; digit < 10; digit += 1, rest = Math.floor(rest / 32))
    time = (CROCKFORD[rest % 32] ?? '0') + time;
  const chance = crypto.getRandomValues(new Uint8Array(16));
  return time + [...chance].map((byte) => CROCKFORD[byte % 32]).join('');
}
