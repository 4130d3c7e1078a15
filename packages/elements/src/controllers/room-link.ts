import type { RoomStore } from '@stallcast/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPageHidden, onPageVisibility } from '../internal/page-visibility.js';
import { RoomRequestEvent } from '../internal/room-context.js';

export type RoomLinkHost = ReactiveControllerHost & HTMLElement;

const links = new WeakMap<RoomLinkHost, RoomLink>();

/** The link of a widget to its room: one, however many values of the room the widget follows. */
export function roomLinkOf(host: RoomLinkHost): RoomLink {
  let link = links.get(host);
  if (!link) links.set(host, (link = new RoomLink(host)));
  return link;
}

/**
 * Links a widget to the store of its room, and updates the widget when something changes that it follows there.
 *
 * While the page is hidden no update is asked for. When it is shown again there is one, if anything changed.
 */
class RoomLink implements ReactiveController {
  readonly #host: RoomLinkHost;
  #store: RoomStore | undefined;
  #stops: ((() => void) | undefined)[] = [];
  #missed = false;
  readonly #listeners = new Set<() => void>();

  constructor(host: RoomLinkHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The nearest store; undefined outside a room and while the host is not in the document. */
  get store(): RoomStore | undefined {
    return this.#store;
  }

  /** Calls when there is another store, or none. */
  onStore(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** To be called when something changed that the host shows. */
  readonly changed = (): void => {
    if (isPageHidden()) this.#missed = true;
    else this.#host.requestUpdate();
  };

  hostConnected(): void {
    this.#stops = [
      onPageVisibility(() => {
        if (isPageHidden() || !this.#missed) return;
        this.#missed = false;
        this.#host.requestUpdate();
      }),
    ];
    this.#host.dispatchEvent(new RoomRequestEvent(this.#host, this.#answer));
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop?.();
    this.#missed = false;
    this.#take(undefined);
  }

  readonly #answer = (store: RoomStore | undefined, stop?: () => void): void => {
    // Another room has answered: the one before is left.
    if (this.#stops[1] !== stop) this.#stops[1]?.();
    this.#stops[1] = stop;
    this.#take(store);
    this.#host.requestUpdate();
  };

  #take(store: RoomStore | undefined): void {
    this.#store = store;
    for (const listener of this.#listeners) listener();
  }
}

export type { RoomLink };
