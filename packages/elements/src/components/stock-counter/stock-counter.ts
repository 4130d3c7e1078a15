import { html, nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../controllers/product-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import { play, Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { isInCard, standing, standingStyles } from '../../internal/standing.js';
import { languageOf, stockWords } from '../../words/index.js';
import { StockDepletedEvent } from './stock-counter.events.js';
import { deriveStockView, type AirState, type StockView } from './stock-counter.model.js';
import { rollFigure } from '../../internal/roll.js';
import styles from './stock-counter.styles.js';
import { stockTemplate, type StockLook } from './stock-counter.template.js';

/** The states whose figure is what can be sold. */
const LEFT: readonly AirState[] = ['ample', 'low', 'last', 'reserved-out'];
const ON_SALE: readonly AirState[] = [...LEFT, 'presale'];

/**
 * Tells how much of one product is left, live, with what the figure rests on and how old it is.
 *
 * Shows nothing until the first snapshot, so that an overlay never goes on air with a false zero.
 *
 * @tag stall-stock-counter
 *
 * @csspart board - The board behind the figure; a counter inside a card has none.
 * @csspart caption - The words above the figure.
 * @csspart value - The figure, or the word in its place.
 * @csspart meter - The bar or ring of the share that is left.
 * @csspart note - A line below the figure.
 *
 * @cssprop [--stall-stock-counter-fill=var(--stall-color-accent)] - Colour of the meter while there is plenty.
 * @cssprop [--stall-stock-counter-fill-low=var(--stall-color-warning)] - Colour of figure and meter when stock is low.
 *
 * @fires {StockDepletedEvent} stall-stock-depleted - The product ran out while its counter was on screen.
 */
export class StockCounterElement extends StallElement {
  static readonly tagName = 'stall-stock-counter';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** The product to follow. */
  @property({ attribute: 'product-id' }) productId = '';

  /** Counts as low at this many units and below; without it the product's own limit holds. */
  @property({ attribute: 'low-at', type: Number }) lowAt: number | undefined;

  /** How it looks. */
  @property() look: StockLook = 'number';

  /** @internal Reflected for styling; authors read it, the element writes it. */
  @property({ reflect: true }) state: AirState = 'unknown';

  readonly #data = new ProductController(this, () => this.productId);
  readonly #stillness = new Stillness(this);
  #view: StockView | null = null;
  #before: StockView | null = null;
  #isStill = true;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { stock, product, freshness, room, timeZone, resync, isOnSale } = this.#data;
    this.#isStill = this.#stillness.next(resync) || changed.has('productId') || changed.has('look');
    this.#before = this.#view;
    this.#view = null;
    if (!isOnSale || !product) return;

    const words = stockWords(languageOf(this));
    this.#view = deriveStockView({ stock, product, freshness, words, lowAt: this.lowAt, room, timeZone });
    this.state = this.#view.state;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const view = this.#view;
    const before = this.#before;
    if (!view || !before) return;
    if (!this.#isStill) this.#move(before, view);
    // A product that is sold out from the start is no news, nor is one that was swapped in.
    if (ON_SALE.includes(before.state) && view.state === 'sold-out' && !changed.has('productId')) {
      this.dispatchEvent(new StockDepletedEvent(this.productId));
    }
  }

  #move(before: StockView, view: StockView): void {
    const root = this.renderRoot as ShadowRoot;
    const figure = root.querySelector('.drawn .figure');
    if (!LEFT.includes(before.state) || !LEFT.includes(view.state)) {
      // What was left and what was sold are two numbers: one does not roll into the other.
      if (before.state !== view.state) play(root.querySelector('.count'), [{ opacity: 0 }, {}], 'change');
    } else if (figure && before.figures && before.figures !== view.figures) {
      rollFigure(figure, before.figures, view.figures);
    }
    const strokes = root.querySelectorAll('.tally path');
    for (let i = view.tally; i < before.tally; i++) play(strokes[i], [{ opacity: 1 }, { opacity: 0.2 }], 'tally');
    if (before.state === 'ample' && view.state === 'low') {
      const dip = [{ transform: 'none' }, { transform: 'translateY(6px)' }, { transform: 'none' }];
      play(root.querySelector('.stock'), dip, 'low');
    }
  }

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    const words = stockWords(languageOf(this));
    const content = html`<div class="stock ${view.tone}" lang=${words.language}>
      ${stockTemplate(view, this.look, words)}
    </div>`;
    // Inside a card the marks hang on the card's own rail, and the card's stub is the board.
    return isInCard(this)
      ? html`<div class="inset ${this.look}">${content}</div>`
      : standing(content, this.look, words, this.#data);
  }
}
