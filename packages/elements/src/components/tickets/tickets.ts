import { nothing, type PropertyValues } from 'lit';
import { AirController } from '../../controllers/air-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import { play } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { standing, standingStyles } from '../../internal/standing.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, ticketsWords } from '../../words/index.js';
import { deriveTicketsView, type TicketsView } from './tickets.model.js';
import styles from './tickets.styles.js';
import { ticketsTemplate, type TicketsLook } from './tickets.template.js';

/** How many days each look holds. */
const MOST: Readonly<Record<TicketsLook, number>> = { list: 5, leaf: 4 };

/**
 * Shows the slots of a farm visit, day by day: what is left, and which days are full.
 *
 * A stall lists one ticket a day. Days that are over leave by themselves; a refund frees its slot.
 *
 * @tag stall-tickets
 *
 * @csspart board - The board behind everything.
 * @csspart heading - What can be visited.
 * @csspart day - One day.
 * @csspart value - What is left of a day.
 * @csspart more - How many more days there are.
 */
export class TicketsElement extends StallElement {
  static readonly tagName = 'stall-tickets';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** Which tickets, by their ids with spaces between; empty for all that have a day. */
  @property({ attribute: 'product-ids' }) productIds = '';

  /** What can be visited; empty for a general word. */
  @property() heading = '';

  /** How it looks: `list`, or `leaf` with a calendar leaf a day. */
  @property() look: TicketsLook = 'list';

  readonly #air = new AirController(this);
  readonly #products = new StoreController(this, (store) => store.$products);
  readonly #stocks = new StoreController(this, (store) => store.$stocks);
  readonly #wake = new Wake(this);
  readonly #presence = new Presence<TicketsView>(() => this.requestUpdate());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { session, room, store, isOnSale } = this.#air;
    const now = store?.now() ?? 0;
    const view = deriveTicketsView({
      products: this.#products.value ?? [],
      stocks: this.#stocks.value ?? [],
      room,
      productIds: this.productIds.split(/\s+/).filter(Boolean),
      heading: this.heading,
      most: MOST[this.look] ?? MOST.list,
      now,
      timeZone: session?.tz,
      words: ticketsWords(languageOf(this)),
    });
    this.#presence.next(isOnSale ? view : null, this.#air.isStill() || changed.has('look'));
    this.#wake.at(isOnSale && view ? view.nextAt : null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#presence.moved(this.renderRoot.querySelector('.alone'), (plate, before, view) => {
      for (const { productId, figures, word } of view.days) {
        const was = before.days.find((day) => day.productId === productId);
        if (!was || (was.figures === figures && was.word === word)) continue;
        const left = plate.querySelector(`[data-product="${CSS.escape(productId)}"] .left`);
        // Down when slots go, up when one comes back.
        const from = (parseInt(figures) || 0) < (parseInt(was.figures) || 0) ? -12 : 12;
        play(left, [{ opacity: 0, transform: `translateY(${from}px)` }, {}], 'change');
      }
    });
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = ticketsWords(languageOf(this));
    const look = this.look === 'leaf' ? 'leaf' : 'list';
    const { line } = this.#air;
    const freshness =
      view.oldForMs > 0 ? ({ level: 'stale', heardAt: null, ageMs: view.oldForMs } as const) : undefined;
    return standing(ticketsTemplate(view, look, words), look, words, {
      line,
      freshness,
      isSynthetic: view.isSynthetic,
    });
  }
}
