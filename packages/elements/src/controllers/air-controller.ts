import type { Freshness, RoomStore } from '@stallcast/store';
import type { ReactiveControllerHost } from 'lit';
import { Stillness } from '../internal/motion.js';
import { StoreController } from './store-controller.js';

/** Follows what every widget on air asks of its room: whether it may show what it sells, how old the line is, whether to move. */
export class AirController {
  readonly #line: StoreController<Freshness>;
  readonly #session;
  readonly #room;
  readonly #resync: StoreController<number>;
  readonly #stillness: Stillness;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#line = new StoreController(host, (store) => store.$freshness);
    this.#session = new StoreController(host, (store) => store.$session);
    this.#room = new StoreController(host, (store) => store.$room);
    this.#resync = new StoreController(host, (store) => store.$resync);
    this.#stillness = new Stillness(host);
  }

  /** The nearest store; `undefined` outside a room. */
  get store(): RoomStore | undefined {
    return this.#line.store;
  }

  /** How old the line is. */
  get line(): Freshness | undefined {
    return this.#line.value;
  }

  get session() {
    return this.#session.value;
  }

  /** The room's id; undefined where the store follows the whole stall. */
  get room(): string | undefined {
    return this.#room.value?.id;
  }

  /** Whether there is anything to sell: a snapshot has come, and the room sells. */
  get isOnSale(): boolean {
    return Boolean(this.#resync.value) && this.#room.value?.commerce !== false;
  }

  /** Call once an update: whether it jumps to the truth without motion. */
  isStill(): boolean {
    return this.#stillness.next(this.#resync.value);
  }
}
