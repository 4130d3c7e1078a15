/** What is neither taken for another sign nor makes words. */
const SIGNS = '23456789bcdfghjkmnpqrstvwxz';
const LENGTH = 6;

/**
 * Makes the id of a new room, which its links carry. Never one that was there before: a picture of a closed room must not come
 * to show another, nor may two operators who each open one share it.
 */
export function newRoomId(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = random(new Uint8Array(LENGTH));
  return `room-${[...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join('')}`;
}
