import type { RoomStore } from '@stallcast/store';
import type { SentCommand } from '../outbox/sent-command.js';

/** A room's title; of one that a step has closed, the title it had then, or nothing where nobody kept it. */
export function roomTitleOf({ store }: { store: RoomStore }, roomId: string, { command, title }: SentCommand): string {
  const room = store.$rooms.get().find(({ id }) => id === roomId);
  if (room) return room.title;
  if (command.type !== 'remove-room') return roomId;
  return title ?? '';
}
