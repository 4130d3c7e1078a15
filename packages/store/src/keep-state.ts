import type { KeptState, RoomStore } from './room-store.js';

/** The state of a stall as a store knows it, for a later store's `kept`; null before the first snapshot. */
export function keepState({ known: { fold, heard } }: RoomStore, stall: string): KeptState | null {
  if (!fold.position || !heard) return null;
  const { epoch, offset } = fold.position;
  const snapshot = { stall, epoch, offset, at: new Date(heard.at).toISOString(), state: fold.state() };
  return { snapshot, heardAt: Math.round(heard.wall) };
}
