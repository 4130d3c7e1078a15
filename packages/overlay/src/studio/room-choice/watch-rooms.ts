/** What the studio needs to know of a room. */
export interface RoomName {
  id: string;
  title: string;
}

/** How often it is asked again while the page is looked at, ms: rooms come from another device too. */
const AGAIN_MS = 10_000;

/** Tells the rooms of a stall now, whenever the page is looked at again, and as it stands there. An answer that fails tells nothing. Returns what ends it. */
export function watchRooms(stallUrl: string, viewKey: string, hear: (rooms: readonly RoomName[]) => void): () => void {
  const end = new AbortController();
  const { signal } = end;
  const ask = async (): Promise<void> => {
    if (document.hidden) return;
    const rooms = await fetchRooms(stallUrl, viewKey, signal);
    if (rooms && !signal.aborted) hear(rooms);
  };
  const look = (): void => void ask();
  document.addEventListener('visibilitychange', look, { signal });
  window.addEventListener('focus', look, { signal });
  const timer = setInterval(look, AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  look();
  return () => end.abort();
}

async function fetchRooms(stallUrl: string, viewKey: string, signal: AbortSignal): Promise<RoomName[] | null> {
  try {
    const response = await fetch(`${stallUrl}/state`, { headers: { authorization: `Bearer ${viewKey}` }, signal });
    if (!response.ok) return null;
    const body = (await response.json()) as { state?: { rooms?: unknown } } | null;
    const rooms = body?.state?.rooms;
    return Array.isArray(rooms) ? rooms.filter(isRoom).map(({ id, title }) => ({ id, title })) : null;
  } catch {
    return null;
  }
}

function isRoom(room: unknown): room is RoomName {
  if (typeof room !== 'object' || room === null) return false;
  const { id, title } = room as Partial<Record<keyof RoomName, unknown>>;
  return typeof id === 'string' && id !== '' && typeof title === 'string';
}
