import type { RoomStore } from '@stallcast/store';
import type { ReactiveControllerHost } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { languageOf } from '../../words/index.js';
import { deriveFacts, type SceneFacts } from './scene.conditions.js';

/** Follows what a scene's conditions ask of its room. */
export class FactsController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #featured: StoreController<readonly string[]>;
  readonly #product;
  readonly #stock;
  readonly #products;
  readonly #stocks;
  readonly #session;
  readonly #room;
  readonly #announcement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    const follow = <T>(pick: ConstructorParameters<typeof StoreController<T>>[1]) => new StoreController(host, pick);
    this.#host = host;
    this.#featured = follow((store) => store.$featured);
    this.#product = follow((store) => store.$product(this.first));
    this.#stock = follow((store) => store.$stock(this.first));
    this.#products = follow((store) => store.$products);
    this.#stocks = follow((store) => store.$stocks);
    this.#session = follow((store) => store.$session);
    this.#room = follow((store) => store.$room);
    this.#announcement = follow((store) => store.$announcement);
  }

  get store(): RoomStore | undefined {
    return this.#featured.store;
  }

  /** Id of the first product that is being shown; empty for none. */
  get first(): string {
    return this.#featured.value?.[0] ?? '';
  }

  /** Derives the facts as of now. */
  read(): SceneFacts {
    return deriveFacts({
      featured: this.#featured.value ?? [],
      product: this.#product.value,
      stock: this.#stock.value,
      products: this.#products.value ?? [],
      stocks: this.#stocks.value ?? [],
      session: this.#session.value,
      room: this.#room.value,
      announcement: this.#announcement.value,
      now: this.store?.now() ?? 0,
      language: languageOf(this.#host),
    });
  }
}
