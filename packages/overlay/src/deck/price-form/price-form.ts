import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoney, type Offer } from '@stallcast/protocol';
import { parsePrice } from '../add-sheet/parse-fields.js';
import type { Desk } from '../desk/desk.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { fields } from '../look/fields.styles.js';

/**
 * Keeps a product's price back, or tells it: for the moment when a host says the number aloud.
 *
 * @tag deck-price-form
 */
export class DeckPriceFormElement extends DeskElement {
  static readonly tagName = 'deck-price-form';
  static override readonly styles = [
    controls,
    fields,
    css`
      form,
      .told {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px 10px;
        align-items: center;
      }

      .told b {
        font-size: 20px;
        color: var(--deck-peach-text);
      }

      .told span {
        color: var(--deck-text-quiet);
        font-weight: 700;
      }

      input {
        min-inline-size: 0;
        min-block-size: 52px;
        padding: 0 14px;
        border: 2px solid var(--deck-line);
        border-radius: 6px 14px 6px 14px;
        background: var(--deck-plate);
        font-size: 18px;
      }

      input::placeholder {
        color: var(--deck-text-quiet);
        opacity: 1;
        font-size: 16px;
      }

      button {
        min-block-size: 52px;
      }

      label,
      .error {
        grid-column: 1 / -1;
        font-size: 15px;
      }

      label {
        color: var(--deck-warning);
      }
    `,
  ];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  @state() private amount = '';
  @state() private wrong = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('productId')) return;
    this.amount = '';
    this.wrong = false;
  }

  protected override render() {
    const { price: words, add } = this.words;
    const offer = this.read(this.desk.store.$offer(this.productId));
    if (offer?.price) {
      return html`
        <div class="told">
          <div><span>${words.title}</span> <b class="figure">${formatMoney(offer.price)}</b></div>
          <button type="button" @click=${() => this.#hide(offer)}>${words.hide}</button>
        </div>
      `;
    }
    return html`
      <form novalidate @submit=${this.#open}>
        <label for="amount">${words.keptBack}</label>
        <input
          id="amount"
          class="figure"
          inputmode="decimal"
          autocomplete="off"
          maxlength="16"
          placeholder=${add.price}
          .value=${this.amount}
          aria-invalid=${this.wrong}
          @input=${(event: InputEvent) => {
            this.amount = (event.target as HTMLInputElement).value;
            this.wrong = false;
          }}
        />
        <button class="primary" type="submit">${words.open}</button>
        ${this.wrong ? html`<p class="error" role="alert">${add.errors.price}</p>` : nothing}
      </form>
    `;
  }

  #hide(offer: Offer): void {
    this.desk.send('hide-price', { productId: this.productId, ...placeOf(this.desk, offer) });
  }

  #open = (event: SubmitEvent): void => {
    event.preventDefault();
    const { store } = this.desk;
    const price = parsePrice(this.amount, store.$session.get()?.currency ?? 'CNY');
    this.wrong = price === null;
    if (!price) return;
    const offer = store.$offer(this.productId).get() ?? null;
    this.desk.send('open-price', { productId: this.productId, price, ...placeOf(this.desk, offer) });
    this.amount = '';
  };
}

/** Where a price is kept back or told: where the offer is seen, so that a stall of one room keeps one offer. */
function placeOf(desk: Desk, offer: Offer | null): { room?: string } {
  if (offer?.room !== undefined) return { room: offer.room };
  const room = desk.room();
  return room !== undefined && desk.store.$rooms.get().length > 1 ? { room } : {};
}
