import { openConnection, type Adapter } from '@stallcast/protocol';
import { createRoomStore, keepState, type RoomStore } from '@stallcast/store';
import { forgetOldStates, openLastKnown } from './last-known.js';

/** How long after a change the state is written down: of a surge one time, not each order. */
const WRITE_AFTER_MS = 3_000;

/** What is at hand without a line, or is not to be had again. */
const NOT_KEPT = /^(?:local|replay|obs):/;

/** A store that was opened, and what ends its keeping. */
export interface OpenedStore {
  store: RoomStore;
  /** Whether nothing came over the line yet: what is shown was kept from earlier. */
  isKeptOnly(): boolean;
  /** The connection is not to be trusted with what was kept: it is forgotten. */
  forget(): void;
  close(): void;
}

/**
 * Opens the store of a connection with what this browser last knew of it. Undefined where the connection opens none: the room says why.
 *
 * The state is written a moment after it has changed, and when the page is hidden or goes. A page at rest runs no timer for it.
 */
export function openStore(src: string, room: string): OpenedStore | undefined {
  if (NOT_KEPT.test(src)) return undefined;
  let adapter: Adapter;
  try {
    adapter = openConnection(src);
  } catch {
    return undefined;
  }
  const last = openLastKnown(src, room);
  const kept = last.read();
  let isKeptOnly = kept !== null;
  let stall = kept?.snapshot.stall ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last.write(keepState(store, stall));
  };
  const soon = (): void => void (timer ??= setTimeout(write, WRITE_AFTER_MS));
  const whenHidden = (): void => {
    if (document.hidden) write();
  };
  const store = createRoomStore(
    {
      name: adapter.name,
      silenceMs: adapter.silenceMs,
      get pictureOrigin() {
        return adapter.pictureOrigin;
      },
      start: (sink) =>
        adapter.start({
          ...sink,
          snapshot(snapshot) {
            isKeptOnly = false;
            ({ stall } = snapshot);
            sink.snapshot(snapshot);
            soon();
          },
          change(change) {
            sink.change(change);
            soon();
          },
        }),
    },
    { ...(room && { room }), kept },
  );
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    removeEventListener('pagehide', write);
    document.removeEventListener('visibilitychange', whenHidden);
  };
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', whenHidden);
  forgetOldStates();
  return {
    store,
    isKeptOnly: () => isKeptOnly,
    forget() {
      stop();
      last.forget();
    },
    close() {
      if (timer) write();
      stop();
    },
  };
}
