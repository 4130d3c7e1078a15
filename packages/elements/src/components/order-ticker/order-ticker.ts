import { html, nothing, type PropertyValues } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { ageMark, demoMark, markStyles } from '../../internal/marks.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { languageOf, tickerWords } from '../../words/index.js';
import { deriveOrderRow } from './order-row.js';
import { startBell } from './order-ticker.bell.js';
import { TickerMotion } from './order-ticker.choreography.js';
import { OrderQueue } from './order-ticker.controller.js';
import type { TickerLook } from './order-ticker.pace.js';
import styles from './order-ticker.styles.js';
import { slipTemplate, toastTemplate, type TickerView } from './order-ticker.template.js';

/**
 * Tells of orders as they are paid: who by a mask, from where, how many.
 *
 * What comes faster than it can be read is counted exactly. A cancelled order is taken back: before it is shown it never
 * is, on screen it is struck. A snapshot, a reload or a source that is shown again plays nothing over.
 *
 * @tag stall-order-ticker
 *
 * @csspart board - The board behind the orders.
 * @csspart tab - The tab above the rows.
 * @csspart quantity - How many units an order has.
 * @csspart stub - The stub at the end of a toast: how many more, how long ago, what came back.
 *
 * @cssprop [--stall-order-ticker-quantity=var(--stall-color-value)] - Colour of the number of units.
 */
export class OrderTickerElement extends StallElement {
  static readonly tagName = 'stall-order-ticker';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, styles];

  /** `toast`: the newest order; `ticker`: rows that run in; `list`: the newest orders as they are. */
  @property() look: TickerLook = 'toast';

  /** How many rows a ticker or a list has, 1 to 10. */
  @property({ type: Number }) rows = 4;

  /** Which orders are shown, by status: words of `placed paid partially-refunded refunded cancelled`. */
  @property() statuses = 'paid';

  /** Adds what an order comes to, where it is known. */
  @property({ attribute: 'with-amount', type: Boolean }) withAmount = false;

  /** Rings for new orders that are paid, at most once in 1.2 s; with `demo` for orders of a demonstration too. Silent without it. */
  @property() sound: string | null = null;

  readonly #queue = new OrderQueue(this, () => ({ look: this.look, rows: this.rows, statuses: this.statuses }));
  readonly #freshness = new StoreController(this, (store) => store.$freshness);
  readonly #session = new StoreController(this, (store) => store.$session);
  readonly #room = new StoreController(this, (store) => store.$room);
  readonly #motion = new TickerMotion(this);
  #view: TickerView | null = null;
  #isOld = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const state = this.#queue.settle();
    const store = this.#queue.store;
    const freshness = this.#freshness.value;
    const isSynthetic = this.#session.value?.synthetic;
    this.#isOld = freshness?.level === 'stale' || freshness?.level === 'offline';
    this.#view = null;

    if (state && store && this.#room.value?.commerce !== false && (state.rows.length > 0 || state.shownCount > 0)) {
      const words = tickerWords(languageOf(this));
      const wall = store.now();
      const rows = state.rows.map((row) => deriveOrderRow(row, words, wall, (id) => store.$product(id).get()));
      const isDemo = isSynthetic || rows.some(({ synthetic }) => synthetic);
      const marks = [ageMark(words, freshness), isDemo ? demoMark(words) : nothing];
      this.#view = {
        rows,
        count: state.shownCount,
        words,
        withAmount: this.withAmount,
        places: state.pace.rows,
        marks,
      };
    }
    this.#motion.before(this.#view, this.look, state?.jumps);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#motion.after();
    if (changed.has('sound') && this.sound !== null) startBell(this);
  }

  protected override render() {
    const view = this.#view;
    const old = this.#isOld ? 'old' : '';
    const isToast = this.look !== 'ticker' && this.look !== 'list';
    const content = !view
      ? nothing
      : isToast
        ? html`<div class="toast ${old}">${toastTemplate(view)}</div>`
        : html`<div class="slip ${old}">${slipTemplate(view, this.#motion.leaving)}</div>`;
    return html`${content}
      <div class="ghosts" aria-hidden="true"></div>`;
  }
}
