import type { Offer, Product, Room, Session, Stock } from '@stallcast/protocol';
import type { Freshness, RoomStore } from '@stallcast/store';
import type { ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { StoreController } from './store-controller.js';

/**
 * Follows what a room knows of one product: its offer, its stock, and how old that is.
 *
 * `productId` is asked on every read, so it may depend on the host's properties. Stocks that are `sameStock` to the host ask for
 * no update; without it every one does that the host has read.
 */
export class ProductController {
  readonly #product: StoreController<Product | null>;
  readonly #offer: StoreController<Offer | null>;
  readonly #stock: StoreController<Stock | null>;
  readonly #stockMark: StoreController<Stock | null>;
  readonly #line: StoreController<Freshness>;
  readonly #freshness: StoreController<Freshness>;
  readonly #session: StoreController<Session | null>;
  readonly #room: StoreController<Room | null>;
  readonly #resync: StoreController<number>;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    productId: () => string,
    sameStock?: (a: Stock | null, b: Stock | null) => boolean,
  ) {
    const follow = <T>(pick: (store: RoomStore) => ReadableAtom<T>, same?: (a: T, b: T) => boolean) =>
      new StoreController(host, pick, same);
    this.#product = follow((store) => store.$product(productId()));
    this.#offer = follow((store) => store.$offer(productId()));
    this.#stock = follow((store) => store.$stock(productId()), sameStock);
    this.#stockMark = follow(
      (store) => store.$stock(productId()),
      (a, b) => a?.synthetic === b?.synthetic,
    );
    this.#line = follow((store) => store.$freshness);
    this.#freshness = follow((store) => store.$stockFreshness(productId()));
    this.#session = follow((store) => store.$session);
    this.#room = follow((store) => store.$room);
    this.#resync = follow((store) => store.$resync);
  }

  /** The nearest store; `undefined` outside a room. */
  get store(): RoomStore | undefined {
    return this.#product.store;
  }

  get product(): Product | null | undefined {
    return this.#product.value;
  }

  get offer(): Offer | null | undefined {
    return this.#offer.value;
  }

  get stock(): Stock | null | undefined {
    return this.#stock.value;
  }

  /** How old the line is. */
  get line(): Freshness | undefined {
    return this.#line.value;
  }

  /** How old the figure of the stock is. */
  get freshness(): Freshness | undefined {
    return this.#freshness.value;
  }

  get timeZone(): string | undefined {
    return this.#session.value?.tz;
  }

  /** The room's id. */
  get room(): string | undefined {
    return this.#room.value?.id;
  }

  /** Counts snapshots. */
  get resync(): number | undefined {
    return this.#resync.value;
  }

  /** Whether there is anything to sell: a snapshot has come, and the room sells. */
  get isOnSale(): boolean {
    return Boolean(this.resync) && this.#room.value?.commerce !== false;
  }

  get isSynthetic(): boolean {
    return Boolean(this.product?.synthetic ?? this.offer?.synthetic ?? this.#stockMark.value?.synthetic);
  }
}
