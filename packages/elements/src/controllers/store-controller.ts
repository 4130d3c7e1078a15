import type { RoomStore } from '@stallcast/store';
import type { ReadableAtom } from 'nanostores';
import { roomLinkOf, type RoomLink, type RoomLinkHost } from './room-link.js';

/**
 * Follows one atom of the nearest store and updates the host when its value changes.
 *
 * `pick` runs on every read, so it may depend on the host's properties. Reading is what switches atoms: Lit calls
 * `willUpdate` before it calls controllers.
 */
export class StoreController<T> {
  readonly #link: RoomLink;
  readonly #pick: (store: RoomStore) => ReadableAtom<T>;

  #atom: ReadableAtom<T> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: RoomLinkHost, pick: (store: RoomStore) => ReadableAtom<T>) {
    this.#link = roomLinkOf(host);
    this.#pick = pick;
    this.#link.onStore(() => this.store || this.#follow());
  }

  /** The nearest store; `undefined` outside a room and while the host is not in the document. */
  get store(): RoomStore | undefined {
    return this.#link.store;
  }

  /** The current value; `undefined` outside a room. */
  get value(): T | undefined {
    const { store } = this;
    this.#follow(store && this.#pick(store));
    return this.#atom?.get();
  }

  #follow(next?: ReadableAtom<T>): void {
    if (next === this.#atom) return;
    this.#stop?.();
    this.#atom = next;
    this.#stop = next?.listen(this.#link.changed);
  }
}
