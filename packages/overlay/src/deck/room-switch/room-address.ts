/** The address of the deck of one room, or of all. */
export function addressOf(room: string | null): string {
  const query = new URLSearchParams(location.search);
  if (room === null) query.delete('room');
  else query.set('room', room);
  return `?${query.toString()}`;
}
