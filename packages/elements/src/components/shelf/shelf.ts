import { nothing, type PropertyValues } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles, toldFreshness } from '../../internal/marks.js';
import { play, Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property, state } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, shelfWords } from '../../words/index.js';
import { deriveShelfRow, type ShelfGoods } from './shelf.model.js';
import { inRunOrder, nextInRun, pageOf } from './shelf.run.js';
import { ShelfSlots } from './shelf.slots.js';
import styles from './shelf.styles.js';
import { shelfTemplate, type ShelfLook, type ShelfView } from './shelf.template.js';

/** How many places there are where nothing else is said, and at most: a strip of more would be too small to read. */
const PLACES: Readonly<Record<ShelfLook, readonly [usual: number, most: number]>> = {
  list: [4, 10],
  strip: [4, 4],
  grid: [6, 10],
};
const KEPT_BROKEN = 20;

/**
 * Shows the run of products: what is being shown, what comes next, and how many more there are.
 *
 * Its places are kept and what they show changes, so a stall of a thousand products costs as much as one of four. It follows the
 * show by itself and never pages on its own.
 *
 * @tag stall-shelf
 *
 * @csspart board - The board behind everything.
 * @csspart tab - A tab on the rail.
 * @csspart number - A link number.
 * @csspart picture - A picture's box.
 * @csspart title - A title.
 * @csspart price - A price.
 * @csspart stock - The words on a stock.
 */
export class ShelfElement extends StallElement {
  static readonly tagName = 'stall-shelf';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, styles];

  /** How it stands: `list`, `strip` or `grid`. */
  @property() look: ShelfLook = 'list';

  /** How many products are shown at once, at most 10, or 4 on a strip; 0 for as many as the look is made for. */
  @property({ type: Number }) rows = 0;

  /** Shows this page of the run, from 0; without it the shelf follows what is being shown. */
  @property({ type: Number }) page: number | undefined;

  /** Addresses of pictures that did not load, each with the count of snapshots at the time: the next one tries again. */
  @state() private broken: readonly string[] = [];

  readonly #products = new StoreController(this, (store) => store.$products);
  readonly #featured = new StoreController(this, (store) => store.$featured);
  readonly #line = new StoreController(this, (store) => store.$freshness);
  readonly #session = new StoreController(this, (store) => store.$session);
  readonly #room = new StoreController(this, (store) => store.$room);
  readonly #resync = new StoreController(this, (store) => store.$resync);
  readonly #slots = new ShelfSlots(this);
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  readonly #presence = new Presence<ShelfView>(() => this.requestUpdate());
  #goods: readonly ShelfGoods[] = [];

  get #places(): number {
    const asked = Math.floor(this.rows);
    const [usual, most] = PLACES[this.look] ?? PLACES.list;
    return asked > 0 ? Math.min(asked, most) : usual;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const resync = this.#resync.value;
    const isStill = this.#stillness.next(resync) || changed.has('look') || changed.has('rows');
    const view = resync && this.#room.value?.commerce !== false ? this.#derive() : null;
    this.#presence.next(view, isStill);
  }

  #derive(): ShelfView | null {
    const store = this.#products.store;
    const featured = this.#featured.value ?? [];
    const run = inRunOrder(this.#products.value ?? []);
    const page = this.page === undefined || !(this.page >= 0) ? undefined : Math.floor(this.page);
    const { products, more } = pageOf(run, featured, this.#places, page);
    this.#goods = this.#slots.read(products);
    const now = store?.now() ?? 0;
    const language = languageOf(this);
    const setting = {
      featured,
      next: nextInRun(run, featured, (id) => (store?.$stock(id).get()?.hold ?? 'none') !== 'none'),
      now,
      words: shelfWords(language),
      language,
      baseUri: this.baseURI,
      pictureOrigin: store?.pictureOrigin,
      room: this.#room.value?.id,
      timeZone: this.#session.value?.tz,
    };
    const rows = this.#goods.map((goods) => deriveShelfRow(goods, setting));
    const soonest = Math.min(...rows.map(({ nextAt }) => nextAt ?? Infinity));
    this.#wake.at(Number.isFinite(soonest) ? soonest : null, now);
    return rows.length === 0 ? null : { rows, more, isSynthetic: rows.some((row) => row.isSynthetic) };
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#presence.moved(this.renderRoot.querySelector('.shelf'), (plate, before, view) => {
      const items = plate.querySelectorAll('.row');
      view.rows.forEach((row, index) => {
        const was = before.rows[index];
        if (was?.productId !== row.productId) {
          play(items[index], [{ opacity: 0, transform: 'translateY(12px)' }, {}], 'change');
        } else if (was.isDim !== row.isDim) {
          play(items[index]?.querySelector('.back'), [{ opacity: was.isDim ? 0.42 : 1 }, {}], 'change');
        }
      });
    });
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const key = (url: string): string => `${this.#resync.value} ${url}`;
    return shelfTemplate(view, {
      look: this.look,
      places: this.#places,
      words: shelfWords(languageOf(this)),
      freshness: this.#goods.reduce((told, { freshness }) => toldFreshness(told, freshness), this.#line.value),
      isBroken: (url) => this.broken.includes(key(url)),
      onBroken: (url) => (this.broken = [...this.broken, key(url)].slice(-KEPT_BROKEN)),
    });
  }
}
