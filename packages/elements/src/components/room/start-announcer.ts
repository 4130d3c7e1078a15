import type { RoomStore } from '@stallcast/store';

/** How often something may be said where nothing else was asked for, in s. */
const EVERY_S = 10;

/** Reads how often a room may say something, in ms; null for never. In OBS nobody listens unless it is asked for. */
export function announceEvery(attribute: string): number | null {
  const word = attribute.trim();
  if (word === 'off' || (word === '' && 'obsstudio' in window)) return null;
  return (Number(word) >= 1 ? Number(word) : EVERY_S) * 1000;
}

/** Starts a room's announcer, which is loaded only now. Returns what ends it. */
export function startAnnouncer(
  room: HTMLElement & { renderRoot: ParentNode; announce: string },
  store: RoomStore | undefined,
): () => void {
  const everyMs = store && announceEvery(room.announce);
  let stop: (() => void) | null = () => {};
  if (everyMs) {
    const start = ({ Announcer }: typeof import('./announcer.js')): void => {
      if (!stop) return;
      const announcer = new Announcer(room, store, everyMs);
      stop = () => announcer.stop();
    };
    // A page that cannot load it shows all the same.
    import('./announcer.js').then(start, () => {});
  }
  return () => {
    stop?.();
    stop = null;
  };
}
