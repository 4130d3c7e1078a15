import { html, nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../controllers/product-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import { figure, figureStyles, spoken } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import { play, Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { standing, standingStyles } from '../../internal/standing.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, presaleWords } from '../../words/index.js';
import { derivePresaleView, type PresaleView } from './presale.model.js';
import styles from './presale.styles.js';

/** How the presale looks: a leaf torn from a calendar, or a slim board. */
export type PresaleLook = 'leaf' | 'slim';

/**
 * Promises a day: what waits at a workshop, against what it makes a day.
 *
 * The day moves with every order and with the workshop's capacity. Nothing once that day is over, or while the sale is held.
 *
 * @tag stall-presale
 *
 * @csspart board - The board behind everything.
 * @csspart head - The band at the top.
 * @csspart value - The promised day.
 * @csspart text - The words with the day.
 * @csspart meter - How much of that day's making is taken.
 * @csspart note - What waits, and what is made a day.
 */
export class PresaleElement extends StallElement {
  static readonly tagName = 'stall-presale';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** The product to follow; empty for what is being shown. */
  @property({ attribute: 'product-id' }) productId = '';

  /** How it looks: `leaf` or `slim`. */
  @property() look: PresaleLook = 'leaf';

  readonly #featured = new StoreController(this, (store) => store.$featured);
  readonly #data = new ProductController(this, () => this.productId || (this.#featured.value?.[0] ?? ''));
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  readonly #presence = new Presence<PresaleView>(() => this.requestUpdate());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { product, stock, timeZone, store, isOnSale, resync } = this.#data;
    const now = store?.now() ?? 0;
    const words = presaleWords(languageOf(this));
    const view = isOnSale ? derivePresaleView({ product, stock, now, timeZone, words }) : null;
    this.#presence.next(view, this.#stillness.next(resync) || changed.has('look'));
    this.#wake.at(view?.endsAt ?? null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#presence.moved(this.renderRoot.querySelector('.alone'), (plate, before, view) => {
      if (before.promisedBy === view.promisedBy) return;
      // A leaf is torn off where the day comes later, and put back where it comes sooner.
      const from = before.promisedBy < view.promisedBy ? 12 : -12;
      play(plate.querySelector('.day'), [{ opacity: 0, transform: `translateY(${from}px)` }, {}], 'change');
    });
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = presaleWords(languageOf(this));
    const { by, queued, capacity, taken, isSynthetic } = view;
    const { line, freshness } = this.#data;
    const content = html`<div class="presale" lang=${words.language}>
      <div class="head" part="head">
        ${words.presale}<span class="month" aria-hidden="true">${words.leafHead(by.month)}</span>
      </div>
      <div class="day">
        ${spoken(words.shipsBy(by.full))}
        <span class="before" aria-hidden="true">${words.leafBefore}</span>
        <span class="drawn" part="value">${figure(by.day)}</span>
        <span class="after" part="text" aria-hidden="true">${words.leafAfter(by.month)}</span>
      </div>
      <div class="notes">
        <div class="note queued" part="note">${queued}</div>
        <div class="meter" part="meter" aria-hidden="true">
          <div class="fill" .style=${`transform: translateX(${(taken - 1) * 100}%)`}></div>
        </div>
        <div class="note" part="note">${capacity}</div>
      </div>
    </div>`;
    const fill = html`<div class="band" lang=${words.language}></div>`;
    return standing(content, this.look, words, { line, freshness, isSynthetic }, fill);
  }
}
