import type { Offer, Product, Stock } from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import type { ReactiveControllerHost } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import type { ShelfGoods } from './shelf.model.js';

interface Slot {
  offer: StoreController<Offer | null>;
  stock: StoreController<Stock | null>;
  freshness: StoreController<Freshness>;
}

/** Follows what stands on the shelf, place by place, and nothing of what does not: a stall may sell a thousand things. */
export class ShelfSlots {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #slots: Slot[] = [];
  #ids: readonly string[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Reads what is known of these products. Places beyond them follow nothing. */
  read(products: readonly Product[]): ShelfGoods[] {
    this.#ids = products.map(({ id }) => id);
    while (this.#slots.length < products.length) this.#slots.push(this.#slot(this.#slots.length));
    const values = this.#slots.map(({ offer, stock, freshness }) => ({
      offer: offer.value,
      stock: stock.value,
      freshness: freshness.value,
    }));
    return products.map((product, index) => ({ product, ...values[index]! }));
  }

  #slot(index: number): Slot {
    const id = (): string => this.#ids[index] ?? '';
    return {
      offer: new StoreController(this.#host, (store) => store.$offer(id())),
      stock: new StoreController(this.#host, (store) => store.$stock(id())),
      freshness: new StoreController(this.#host, (store) => store.$stockFreshness(id())),
    };
  }
}
