import { html, nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../../controllers/product-controller.js';
import hostStyles from '../../../internal/host.styles.js';
import { ageMark, demoMark, markStyles, toldFreshness } from '../../../internal/marks.js';
import { property } from '../../../internal/property.js';
import { StallElement } from '../../../internal/stall-element.js';
import { Wake } from '../../../internal/wake.js';
import { en } from '../../../words/details/en.js';
import { zhCN } from '../../../words/details/zh-cn.js';
import { languageOf, cardWords } from '../../../words/index.js';
import { nextPriceAt } from '../../price/price.model.js';
import { clipText } from '../title-text.js';
import { deriveDetails, type DetailRow, type DetailSection } from './details.model.js';
import { placeDetails } from './place-details.js';
import styles from './product-details.styles.js';

/**
 * The details of a product, in a dialog beside the button that opened it: price breakdown, origin, certificates,
 * inspections, promises. A card opens it on a page; nobody sees it on air.
 *
 * Escape, the button and a press outside close it, and the focus goes back to where it came from.
 *
 * @internal
 */
export class ProductDetailsElement extends StallElement {
  static readonly tagName = 'stall-product-details';
  static override readonly styles = [hostStyles, markStyles, styles];

  /** The product; it stays the same while the card goes on to another. */
  @property({ attribute: 'product-id' }) productId = '';

  /** The button that the dialog stands beside. */
  opener: HTMLElement | null = null;

  readonly #data = new ProductController(this, () => this.productId);
  readonly #wake = new Wake(this);
  #stop: (() => void) | null = null;

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || !this.opener) return;
    this.opener.setAttribute('aria-expanded', 'true');
    // The click comes from the backdrop, which is the dialog's own and nobody can focus.
    dialog.addEventListener('click', this.#pressed);
    dialog.showModal();
    this.#stop = placeDetails(dialog, this.opener);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // What is no longer sold has no details; a dialog without anything in it must not hold the focus.
    if (!this.renderRoot.querySelector('dialog')) this.remove();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
    this.opener?.setAttribute('aria-expanded', 'false');
  }

  #close = (): void => {
    this.remove();
    this.opener?.focus();
  };

  #pressed = (event: MouseEvent): void => {
    const dialog = event.currentTarget as HTMLElement;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const isInside = x >= left && x <= right && y >= top && y <= bottom;
    // A key that presses a button gives a click without a place.
    if (event.target === dialog && !isInside) this.#close();
  };

  protected override render() {
    const { product, offer, store, isOnSale, timeZone, line, freshness, isSynthetic } = this.#data;
    if (!product || !isOnSale) return nothing;
    const language = languageOf(this);
    const words = cardWords(language);
    const details = words.language === 'en' ? en : zhCN;
    const now = store?.now() ?? 0;
    this.#wake.at(nextPriceAt(offer, now), now);
    const title = clipText(product.translations?.[words.language]?.title ?? product.title);
    return html`<dialog lang=${words.language} aria-labelledby="title" @close=${this.#close}>
      <div class="head">
        <h2 id="title" dir="auto">${title}</h2>
        <button type="button" aria-label=${details.close} @click=${this.#close}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5L19 19M19 5L5 19" /></svg>
        </button>
      </div>
      <div class="marks">
        ${ageMark(words, toldFreshness(line, freshness))} ${isSynthetic ? demoMark(words) : nothing}
      </div>
      <div class="body" tabindex="0">
        ${deriveDetails({ product, offer, now, words, details, timeZone }).map(section)}
      </div>
    </dialog>`;
  }
}

const section = ({ heading, rows }: DetailSection) =>
  html`<h3>${heading}</h3>
    <dl>${rows.map(row)}</dl>`;

const row = ({ term, text, isBad }: DetailRow) =>
  html`<div class=${isBad ? 'bad' : ''}>
    <dt>${term}</dt>
    <dd dir="auto">${text}</dd>
  </div>`;
