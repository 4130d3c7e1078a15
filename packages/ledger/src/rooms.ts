import type { Model } from './model.js';
import type { RoomRecord } from './records.js';

/** The room of a message that names none: the first that sells, else the first. */
export function defaultRoom(model: Model): string {
  const rooms = [...model.tables.room.values()].sort((a, b) => a.rank - b.rank);
  const first = rooms.find(({ value }) => value.commerce) ?? rooms[0];
  return first?.value.id ?? 'main';
}

/** The rooms that a command is about: the named one, or all. */
export function roomsOf(model: Model, room: string | undefined): RoomRecord[] {
  return [...model.tables.room.values()].filter(({ value }) => room === undefined || value.id === room);
}
