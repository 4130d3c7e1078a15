import { keepText, keptText } from '../../keeping/kept-text.js';

/** As the ledger takes a room's id. */
const ID = /^[^\s\p{Cc}]{1,64}$/u;
const PREFIX = 'stallcast.room.';

/** The room whose picture the studio's links bring, as it was chosen in this browser for a stall; empty for the whole stall. */
export function keptRoom(stall: string): string {
  const kept = keptText(PREFIX + stall) ?? '';
  return ID.test(kept) ? kept : '';
}

/** Keeps which room the links are for, or nothing for the whole stall. */
export function keepRoom(stall: string, room: string): void {
  keepText(PREFIX + stall, room === '' ? null : room);
}
