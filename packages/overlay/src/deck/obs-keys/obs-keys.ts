import type { Stop } from '@stallcast/protocol';
import type { Desk } from '../desk/desk.js';
import { scopeOf } from '../desk/feature-toggle.js';
import { soldOne } from '../desk/sold-one.js';

/** The event that the script for OBS sends to the deck's source when a hotkey is pressed. */
export const KEY_EVENT = 'stallcast-key';

/** How many presses are remembered, so that each counts once. */
const REMEMBERED = 64;

type Key = 'sold-one' | 'next' | 'panic';

const PRESS: Readonly<Record<Key, (desk: Desk) => void>> = {
  'sold-one'(desk) {
    const [productId] = desk.store.$featured.get();
    if (productId !== undefined) soldOne(desk, productId);
  },
  next: (desk) => void desk.send('next-in-run', scopeOf(desk)),
  panic: (desk) => void desk.send('panic', { on: !desk.store.$panic.get(), ...scopeOf(desk) }),
};

/**
 * Does what OBS's hotkeys ask for, where this deck is a source of OBS.
 *
 * Before the first snapshot nobody knows what is on air: then a press does nothing, but panic hides.
 */
export function listenToObsKeys(desk: Desk, target: EventTarget = window): Stop {
  const done = new Set<string>();

  function onPress(event: Event): void {
    const press = readPress(event);
    if (!press || done.has(press.id)) return;
    done.add(press.id);
    for (const oldest of done) if (done.size > REMEMBERED) done.delete(oldest);
    const isKnown = desk.store.$resync.get() > 0;
    if (isKnown || press.key === 'panic') PRESS[press.key](desk);
  }

  target.addEventListener(KEY_EVENT, onPress);
  return () => target.removeEventListener(KEY_EVENT, onPress);
}

function readPress(event: Event): { id: string; key: Key } | null {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  if (typeof detail !== 'object' || detail === null || !('id' in detail) || !('key' in detail)) return null;
  const { id, key } = detail;
  return typeof id === 'string' && typeof key === 'string' && isKey(key) ? { id, key } : null;
}

const isKey = (key: string): key is Key => Object.hasOwn(PRESS, key);
