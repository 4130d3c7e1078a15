import { html, nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../controllers/product-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import { Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { isInCard, standing, standingStyles } from '../../internal/standing.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, cardWords } from '../../words/index.js';
import { derivePriceView, type PriceState, type PriceView } from './price.model.js';
import { movePrice } from './price.motion.js';
import styles from './price.styles.js';
import { priceTemplate, type PriceLook } from './price.template.js';

/**
 * Tells the price of one product, with what it compares with and what that rests on, and the price of a 斤 or a kilogram.
 *
 * A price that is kept back (待开价) takes both with it. A changed price is there at once; what was is gone with the motion.
 *
 * @tag stall-price
 *
 * @slot - What stands beside the price of a 斤 or a kilogram, for example the promises.
 *
 * @csspart board - The board behind everything; a price inside a card has none.
 * @csspart price - The price.
 * @csspart compare - The price that it compares with, and what that rests on.
 * @csspart unit-price - The price of a 斤, a kilogram or a litre.
 *
 * @cssprop [--stall-price-value=var(--stall-color-value)] - Colour of the price.
 */
export class PriceElement extends StallElement {
  static readonly tagName = 'stall-price';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** The product whose price it is. */
  @property({ attribute: 'product-id' }) productId = '';

  /** The mass that the unit price is for: `jin` (斤, 500 g) or `kg`. Without it, what is usual in the language. */
  @property() per: 'jin' | 'kg' | undefined;

  /** Where it stands: a `tag` by itself; `wide`, `tall` and `slim` are for the inside of a card. */
  @property() look: PriceLook = 'tag';

  /** Smaller, beside a title of two lines. */
  @property({ type: Boolean }) compact = false;

  /** @internal Reflected for styling; authors read it, the element writes it. */
  @property({ reflect: true }) state: PriceState = 'none';

  readonly #data = new ProductController(this, () => this.productId);
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  #view: PriceView | null = null;
  #before: PriceView | null = null;
  #isStill = true;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { product, offer, store, resync, isOnSale } = this.#data;
    // The element's own state is reflected: any other property that changed is another place or product, no news.
    const isOther = [...changed.keys()].some((name) => name !== 'state');
    this.#isStill = this.#stillness.next(resync) || isOther;
    this.#before = this.#view;
    const now = store?.now() ?? 0;
    const words = cardWords(languageOf(this));
    this.#view = isOnSale && product ? derivePriceView({ product, offer, now, words, per: this.per }) : null;
    this.state = this.#view?.state ?? 'none';
    this.#wake.at(this.#view?.nextAt ?? null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const price = this.renderRoot.querySelector('.price');
    if (price && this.#view && this.#before && !this.#isStill) movePrice(price, this.#before, this.#view);
  }

  protected override render() {
    const view = this.#view;
    const words = cardWords(languageOf(this));
    if (isInCard(this)) {
      // A product without an offer has promises all the same.
      return html`<div class="inset ${this.look}">
        ${view ? priceTemplate(view, this.look, this.compact, words) : html`<div class="facts"><slot></slot></div>`}
      </div>`;
    }
    if (!view) return nothing;
    const ear = html`<div class="ear" lang=${words.language}>
      ${view.state === 'flash' ? words.flashPrice : nothing}
    </div>`;
    const content = html`<div class="tag" lang=${words.language}>${priceTemplate(view, 'tag', false, words)}</div>`;
    return standing(content, view.state, words, this.#data, ear);
  }
}
