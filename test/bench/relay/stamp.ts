/*
 * A change carries the moment at which it was told, so that whoever receives it knows its age: as the number of an order.
 */
const MARK = '@@';
const DIGITS = 16;

/** An order's number that says when it was made, ns. */
export const stampOf = (now: number): string => MARK + String(Math.round(now)).padStart(DIGITS, '0');

/** Calls back with each stamp in a message, once where several values of one order bear it. */
export function readStamps(bytes: Buffer, told: (stamp: number) => void): void {
  let last = -1;
  for (let at = bytes.indexOf(MARK, 0, 'latin1'); at >= 0; at = bytes.indexOf(MARK, at + DIGITS, 'latin1')) {
    let stamp = 0;
    for (let i = at + MARK.length; i < at + MARK.length + DIGITS; i += 1) stamp = stamp * 10 + (bytes[i] ?? 48) - 48;
    if (stamp !== last) told(stamp);
    last = stamp;
  }
}
