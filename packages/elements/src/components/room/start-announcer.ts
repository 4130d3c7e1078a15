import type { RoomStore } from '@stallcast/store';
import { isPageHidden, onPageVisibility } from '../../internal/page-visibility.js';
import { languageOf } from '../../words/index.js';
import { missingWords } from '../../words/missing-words.js';

/** How often something may be said where nothing else was asked for, in s. */
const EVERY_S = 10;

/** Reads how often a room may say something, in ms; null for never. In OBS nobody listens unless it is asked for. */
export function announceEvery(attribute: string): number | null {
  const word = attribute.trim();
  if (word === 'off' || (word === '' && 'obsstudio' in window)) return null;
  return (Number(word) >= 1 ? Number(word) : EVERY_S) * 1000;
}

/** Calls once the browser has nothing else to do. */
const whenIdle = (run: () => void): void => {
  // WebKit has no idle callbacks.
  (window.requestIdleCallback ?? setTimeout)(run);
};

/** Starts a room's announcer, which is loaded once the first picture is there: the first snapshot is no news. Returns what ends it. */
export function startAnnouncer(
  room: HTMLElement & { renderRoot: ParentNode; announce: string },
  store: RoomStore | undefined,
): () => void {
  const everyMs = store && announceEvery(room.announce);
  if (!everyMs) return () => {};
  let isAsked = false;
  let stop: (() => void) | null = () => {};
  const unlisten = store.$resync.subscribe((snapshots) => {
    if (snapshots === 0 || isAsked) return;
    isAsked = true;
    whenIdle(load);
  });

  function load(): void {
    // A page that cannot load it shows all the same.
    Promise.all([import('./announcer.js'), missingWords(languageOf(room))]).then(
      ([{ Announcer }]) => {
        if (!stop || !store || !everyMs) return;
        const announcer = new Announcer(room, store, everyMs, { isPageHidden, onPageVisibility });
        stop = () => announcer.stop();
      },
      () => {},
    );
  }

  return () => {
    unlisten();
    stop?.();
    stop = null;
  };
}
