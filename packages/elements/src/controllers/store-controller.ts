import type { RoomStore } from '@stallcast/store';
import type { ReadableAtom } from 'nanostores';
import { roomLinkOf, type RoomLink, type RoomLinkHost } from './room-link.js';

/**
 * Follows one atom of the nearest store and updates the host when its value changes.
 *
 * `pick` runs on every read, so it may depend on the host's properties. Reading is what switches atoms: Lit calls
 * `willUpdate` before it calls controllers. A change between values that are `same` to the host asks for no update: a card
 * that tells whether there is any stock does not care how much.
 */
export class StoreController<T> {
  readonly #link: RoomLink;
  readonly #pick: (store: RoomStore) => ReadableAtom<T>;
  readonly #same: ((a: T, b: T) => boolean) | undefined;

  #atom: ReadableAtom<T> | undefined;
  /** What the host has read last. */
  #seen: T | undefined;
  #stop: (() => void) | undefined;

  constructor(host: RoomLinkHost, pick: (store: RoomStore) => ReadableAtom<T>, same?: (a: T, b: T) => boolean) {
    this.#link = roomLinkOf(host);
    this.#pick = pick;
    this.#same = same;
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
    return (this.#seen = this.#atom?.get());
  }

  #follow(next?: ReadableAtom<T>): void {
    if (next === this.#atom) return;
    this.#stop?.();
    this.#atom = next;
    this.#stop = next?.listen((value) => {
      // An atom that is followed has been read.
      if (!this.#same?.(this.#seen as T, value)) this.#link.changed();
    });
  }
}
