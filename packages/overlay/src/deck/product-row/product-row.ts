import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { toggleFeatured } from '../desk/feature-toggle.js';
import { deriveProductView } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { basketIcon, editIcon, onAirIcon } from '../look/icons.js';
import { ProductOpenRequestEvent } from './product-row.events.js';
import { drawUnsentStock, unsentStock } from '../unsent-stock/unsent-stock.js';
import styles from './product-row.styles.js';

/**
 * One product of the stall: its tag, what is left of it, and the key that puts it on air.
 *
 * @tag deck-product-row
 *
 * @fires {ProductOpenRequestEvent} deck-product-open-request - The operator wants to change its stock or stop its sale.
 */
export class DeckProductRowElement extends DeskElement {
  static readonly tagName = 'deck-product-row';
  static override readonly styles = [controls, unsentStock, styles];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  protected override render() {
    const { words, desk, productId } = this;
    const product = this.read(desk.store.$product(productId));
    if (!product) return nothing;
    const offer = this.readOffer(productId);
    const stock = this.read(desk.store.$stock(productId));
    const language = desk.$language.get();
    const view = deriveProductView({ product, offer, stock }, { words, language, now: desk.store.now() });
    const featured = this.read(desk.store.$featured).includes(productId);
    const wished = this.read(desk.$wishedFeatured).includes(productId);
    const { products } = words;
    const unsent = drawUnsentStock(this.read(desk.outbox.$commands), productId, language);

    return html`
      <article>
        <button class="open" type="button" @click=${() => this.dispatchEvent(new ProductOpenRequestEvent(productId))}>
          <span class="visually-hidden">${products.open}</span>
          <span class="spine figure" aria-hidden="true">${product.linkNo ?? ''}</span>
          <span class="picture">${view.picture ? html`<img src=${view.picture} alt="" />` : basketIcon}</span>
          <span class="text">
            <span class="title">${view.title}</span>
            <span class="price figure">${view.price}</span>
            <span class="stock figure ${view.state}"><span>${view.stock}${unsent}</span>${editIcon}</span>
          </span>
        </button>
        <button
          class="feature"
          type="button"
          aria-pressed=${featured}
          aria-busy=${featured !== wished}
          @click=${() => toggleFeatured(desk, productId)}
        >
          ${onAirIcon}<span>${featured ? products.featured : products.feature}</span>
          <span class="visually-hidden">${view.title}</span>
        </button>
      </article>
    `;
  }
}
