import type { RoomStore } from '@stallcast/store';
import type { ReactiveController } from 'lit';
import { roomLinkOf, type RoomLink, type RoomLinkHost } from '../../controllers/room-link.js';
import { isPageHidden, onPageVisibility } from '../../internal/page-visibility.js';
import { inNextFrame } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { returnedUnits, untilAgeRepaint } from './order-row.js';
import { advance, nextTickAt } from './order-ticker.model.js';
import { orderRules, paceOf, parseStatuses, type TickerLook } from './order-ticker.pace.js';
import { createTicker, type TickerEvent, type TickerState } from './order-ticker.state.js';

export interface QueueOptions {
  look: TickerLook;
  rows: number;
  statuses: string;
}

/**
 * Feeds the ticker's model from the nearest store, and wakes its host when there is something else to see.
 *
 * Orders are taken in when they come, at the cost of a map entry each; the host updates once a frame. While the page is
 * hidden or the room is off the air nothing is taken in, and afterwards the ticker jumps to what is true.
 */
export class OrderQueue implements ReactiveController {
  readonly #host: RoomLinkHost;
  readonly #options: () => QueueOptions;
  readonly #link: RoomLink;
  readonly #wake: Wake;
  #store: RoomStore | undefined;
  #stops: (() => void)[] = [];
  #state: TickerState | null = null;
  #made = '';
  #wakesAt: number | null = null;
  #looks = false;

  constructor(host: RoomLinkHost, options: () => QueueOptions) {
    this.#host = host;
    this.#options = options;
    this.#link = roomLinkOf(host);
    this.#link.onStore(() => this.#follow(this.#link.store));
    this.#wake = new Wake(host);
    host.addController(this);
  }

  /** The store that is followed. */
  get store(): RoomStore | undefined {
    return this.#store;
  }

  hostConnected(): void {
    this.#follow(this.#link.store);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  /** Call once an update: brings the ticker to this moment. Null before the first snapshot. */
  settle(): TickerState | null {
    this.#wakesAt = null;
    const store = this.#store;
    if (!store || store.$resync.get() === 0) return null;
    const { look, rows, statuses } = this.#options();
    const room = store.$room.get()?.id ?? null;
    const made = [look, rows, statuses, room].join(' ');
    if (!this.#state || this.#made !== made) {
      const { shows, stands } = orderRules(parseStatuses(statuses), room);
      this.#state = createTicker(paceOf(look, rows), shows, stands);
      this.#made = made;
      this.#jump();
    }
    if (!this.#isOff()) this.#advance({ type: 'tick', ...this.#now(store) });
    return this.#state;
  }

  hostUpdated(): void {
    this.#arm();
  }

  #follow(store: RoomStore | undefined): void {
    if (store === this.#store) return;
    for (const stop of this.#stops.splice(0)) stop();
    this.#store = store;
    this.#state = null;
    if (!store) {
      this.#wake.at(null, 0);
      this.#wakesAt = null;
      return;
    }
    const update = () => {
      if (!isPageHidden()) this.#host.requestUpdate();
    };
    const jump = () => this.#jump();
    this.#stops = [
      store.onOrders((arrivals) => {
        const returned = (order: Parameters<typeof returnedUnits>[0]) =>
          returnedUnits(order, (id) => store.$stock(id).get());
        if (!this.#isOff()) this.#take({ type: 'put', arrivals, returned });
      }),
      store.$resync.listen(jump),
      store.$panic.listen(jump),
      onPageVisibility(jump),
      store.$freshness.subscribe(({ level }) => {
        this.#take({ type: 'pause', paused: level === 'stale' || level === 'offline' });
        update();
      }),
      store.$orders.listen(() => this.#look()),
      store.$room.listen(update),
    ];
  }

  /** Looks once a frame at the orders that the store has now: most of a surge's change nothing that is on screen. */
  #look(): void {
    if (this.#looks) return;
    this.#looks = true;
    inNextFrame(() => {
      this.#looks = false;
      if (this.#store && !this.#isOff()) this.#take({ type: 'tick', ...this.#now(this.#store) });
    });
  }

  #isOff(): boolean {
    return isPageHidden() || (this.#store?.$panic.get() ?? false);
  }

  #now(store: RoomStore) {
    return { orders: store.$orders.get(), wall: store.now() };
  }

  /** What came meanwhile is no news: shows what is true, without motion. */
  #jump(): void {
    if (!this.#store || this.#isOff()) return;
    this.#pause();
    this.#take({ type: 'jump', ...this.#now(this.#store) });
  }

  #pause(): void {
    const level = this.#store?.$freshness.get().level;
    this.#advance({ type: 'pause', paused: level === 'stale' || level === 'offline' });
  }

  #advance(event: TickerEvent): void {
    if (this.#state) advance(this.#state, event, performance.now());
  }

  #take(event: TickerEvent): void {
    const before = this.#state?.version;
    this.#advance(event);
    if (!this.#state || this.#state.version !== before) this.#host.requestUpdate();
    else this.#arm();
  }

  /** Sets the one timer there is; none while nothing is to come. */
  #arm(): void {
    const state = this.#state;
    if (!state || !this.#store) return;
    const now = performance.now();
    const aged = now + untilAgeRepaint(state.rows, this.#store.now());
    const next = Math.min(nextTickAt(state), aged);
    const at = this.#isOff() || next === Infinity ? null : next;
    if (at !== null && this.#wakesAt !== null && Math.abs(at - this.#wakesAt) < 1 && this.#wakesAt > now) return;
    this.#wakesAt = at;
    this.#wake.at(at, now);
  }
}
