import { html, nothing, type TemplateResult } from 'lit';
import { MAX_FEATURED } from '../desk/desk.js';
import { DeskElement } from '../desk/desk-element.js';
import { toggleFeatured } from '../desk/feature-toggle.js';
import { deriveProductView } from '../desk/product-view.js';
import { mayTakeOne, soldOne } from '../desk/sold-one.js';
import { controls } from '../look/controls.styles.js';
import { basketIcon, hideIcon } from '../look/icons.js';
import { ProductOpenRequestEvent } from '../product-row/product-row.events.js';
import { drawUnsentStock, unsentStock } from '../unsent-stock/unsent-stock.js';
import styles from './on-air.styles.js';

/**
 * Shows what viewers see at this moment: up to three products with their figures, or that all is hidden.
 *
 * Only what came back from the ledger stands here; a wish under way is marked on the product's own key. Beside each product is the
 * key for one that was sold elsewhere, the most pressed of an evening without a shop behind it.
 *
 * @tag deck-on-air
 *
 * @fires {ProductOpenRequestEvent} deck-product-open-request - The operator wants to change a product that is on air.
 */
export class DeckOnAirElement extends DeskElement {
  static readonly tagName = 'deck-on-air';
  static override readonly styles = [controls, unsentStock, styles];

  protected override render() {
    const { words, desk } = this;
    const featured = this.read(desk.store.$featured).slice(0, MAX_FEATURED);
    const panic = this.read(desk.store.$panic);

    return html`
      <section class=${panic ? 'panic' : nothing} aria-label=${words.onAir.title}>
        <h2>${words.onAir.title}</h2>
        ${panic ? html`<p class="hidden-note">${hideIcon}<span>${words.onAir.hidden}</span></p>` : nothing}
        ${!panic && featured.length === 0 ? html`<p class="nobody">${words.onAir.nobody}</p>` : nothing}
        ${
          featured.length > 0 && !panic
            ? html`<ol>
                ${featured.map((id) => this.#slot(id))}
              </ol>`
            : nothing
        }
      </section>
    `;
  }

  #slot(id: string): TemplateResult | typeof nothing {
    const { words, desk } = this;
    const product = this.read(desk.store.$product(id));
    if (!product) return nothing;
    const offer = this.readOffer(id);
    const stock = this.read(desk.store.$stock(id));
    const language = desk.$language.get();
    const view = deriveProductView({ product, offer, stock }, { words, language, now: desk.store.now() });
    const unsent = drawUnsentStock(this.read(desk.outbox.$commands), id, language);

    return html`
      <li>
        <button
          class="open"
          type="button"
          aria-haspopup="dialog"
          @click=${() => this.dispatchEvent(new ProductOpenRequestEvent(id))}
        >
          <span class="visually-hidden">${words.onAir.title}</span>
          ${view.picture ? html`<img src=${view.picture} alt="" />` : html`<span class="no-picture">${basketIcon}</span>`}
          <span class="text">
            <span class="title">${view.link ? html`<b>${view.link}</b> ` : nothing}${view.title}</span>
            <span class="figures figure"
              ><b>${view.price}</b><span class=${view.state}>${view.stock}${unsent}</span></span
            >
          </span>
        </button>
        <button class="cross" type="button" @click=${() => toggleFeatured(desk, id)}>
          <span aria-hidden="true">×</span>
          <span class="visually-hidden">${words.onAir.remove} ${view.title}</span>
        </button>
        ${
          mayTakeOne(product, stock)
            ? html`<button class="sold-one" type="button" @click=${() => soldOne(desk, id)}>
                <span aria-hidden="true">−1</span><span>${words.onAir.soldOne}</span
                ><span class="visually-hidden">${view.title}</span>
              </button>`
            : nothing
        }
      </li>
    `;
  }
}
