import { createContext } from '@lit/context';
import type { RoomStore } from '@stallcast/store';

/**
 * The store of the nearest `<stall-room>`; undefined until the room has one.
 *
 * The key is a registered symbol, so that two bundles on one page find each other.
 */
export const roomContext = createContext<RoomStore | undefined>(Symbol.for('stallcast.room'));
