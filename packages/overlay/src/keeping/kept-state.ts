import type { KeptState } from '@stallcast/store';
import { inTransaction } from './database.js';
import { parseKept } from './parse-kept.js';

/** How long a page waits for its browser's storage before it opens without it. */
const PATIENCE_MS = 500;

/** How soon the first state is written: a page that goes may be too late for it. */
const FIRST_MS = 300;

/** How often a state that goes on changing is written. */
const WRITE_MS = 3_000;

/** The state of a stall as an operator last knew it here; null where nothing is kept. */
export function readState(name: string): Promise<KeptState | null> {
  const reading = inTransaction<unknown>('states', 'readonly', (store, end) => {
    const request = store.get(name);
    request.onsuccess = () => end(request.result);
  });
  const impatience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([reading, impatience]).then(parseKept, () => null);
}

/** Keeps a state, or forgets it when it is null. Storage that is blocked keeps none: the page then opens without. */
export async function writeState(name: string, state: KeptState | null): Promise<void> {
  await inTransaction('states', 'readwrite', (store) => {
    if (state) store.put({ heardAt: state.heardAt, frame: { v: 1, type: 'snapshot', ...state.snapshot } }, name);
    else store.delete(name);
  }).catch(() => {});
}

/** Writes a state a moment after `changed` was called, and when the page is hidden or goes. */
export function keepWriting(name: string, keep: () => KeptState | null): { changed: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_MS;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    waitMs = WRITE_MS;
    const state = keep();
    if (state) void writeState(name, state);
  };
  const whenHidden = (): void => {
    if (document.hidden) write();
  };
  addEventListener('pagehide', write);
  document.addEventListener('visibilitychange', whenHidden);
  return {
    changed: () => void (timer ??= setTimeout(write, waitMs)),
    stop() {
      clearTimeout(timer);
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', whenHidden);
    },
  };
}
