import { html, nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../controllers/product-controller.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { isInCard, standing, standingStyles } from '../../internal/standing.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, cardWords } from '../../words/index.js';
import { derivePromisesView, type PromisesState, type PromisesView } from './promises.model.js';
import styles from './promises.styles.js';

/** One line with dots between, or a paper slip for each promise. */
export type PromisesLook = 'line' | 'slips';

/**
 * Tells what the seller promises: when it ships, what happens to bad fruit, and until when an order leaves today.
 *
 * The courier's cut-off is a time of day in the session's time zone. Past it, tomorrow is told.
 *
 * @tag stall-promises
 *
 * @csspart board - The board behind everything; promises inside a card have none.
 * @csspart promise - One promise.
 */
export class PromisesElement extends StallElement {
  static readonly tagName = 'stall-promises';
  static override readonly styles = [hostStyles, plateStyles, markStyles, standingStyles, styles];

  /** The product whose promises they are. */
  @property({ attribute: 'product-id' }) productId = '';

  /** How it looks: a `line`, or `slips`. */
  @property() look: PromisesLook = 'line';

  /** @internal Reflected for styling; authors read it, the element writes it. */
  @property({ reflect: true }) state: PromisesState = 'none';

  readonly #data = new ProductController(this, () => this.productId);
  readonly #wake = new Wake(this);
  #view: PromisesView | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { product, store, isOnSale, timeZone } = this.#data;
    const now = store?.now() ?? 0;
    this.#view =
      isOnSale && product
        ? derivePromisesView({
            promises: product.promises,
            now,
            words: cardWords(languageOf(this)),
            timeZone,
            withPresale: !isInCard(this),
          })
        : null;
    this.state = this.#view?.state ?? 'none';
    this.#wake.at(this.#view?.nextAt ?? null, now);
  }

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    const { promises, cutOff, state } = view;
    const words = cardWords(languageOf(this));
    const slip = html`<span class="plate small"><span class="board" part="board"></span></span>`;
    const list = promises.map((text, i) => {
      const told = html`${this.look === 'slips' ? slip : nothing}<span class="text">${text}</span>`;
      return html`<span class="promise ${i === cutOff ? state : ''}" part="promise" role="listitem">${told}</span>`;
    });
    const line = html`<div class="promises" role="list" lang=${words.language}>${list}</div>`;
    if (isInCard(this)) return html`<div class="inset line">${line}</div>`;
    return standing(line, this.look, words, this.#data);
  }
}
