import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoney, type Offer } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { keepFloorText, keptFloorText } from '../price-entry/kept-floor.js';
import type { PriceEnteredEvent } from '../price-entry/price-entry.events.js';
import { placeOf } from './place-of.js';
import { PriceSentEvent } from './price-form.events.js';
import styles from './price-form.styles.js';

/**
 * A product's price: told, changed, lowered for a while, or kept back until the host says the number aloud.
 *
 * @tag deck-price-form
 *
 * @fires {PriceSentEvent} deck-price-sent - A price was told or changed, or a flash sale started.
 */
export class DeckPriceFormElement extends DeskElement {
  static readonly tagName = 'deck-price-form';
  static override readonly styles = [controls, fields, styles];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  @state() private open: 'change' | 'flash' | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('productId')) this.open = null;
  }

  protected override render() {
    const offer = this.readOffer(this.productId);
    if (!offer?.price) return this.#keptBack(offer);
    if (this.open === 'change') return this.#change(offer);
    if (this.open === 'flash') {
      return html`
        <deck-flash-form
          .desk=${this.desk}
          .productId=${this.productId}
          @deck-flash-closed=${() => (this.open = null)}
        ></deck-flash-form>
      `;
    }
    return this.#told(offer);
  }

  #told(offer: Offer): TemplateResult {
    const { price: words, sell } = this.words;
    const now = this.desk.store.now();
    const { flash } = offer;
    const runs = flash && Date.parse(flash.endsAt) > now ? flash : null;
    return html`
      <div class="told">
        <p><span>${words.title}</span> <b class="figure">${offer.price ? formatMoney(offer.price) : ''}</b></p>
        ${
          runs
            ? html`<p class="runs">
                ${sell.flash.runs(formatMoney(runs.price), clockText(runs.endsAt, this.desk.$language.get()))}
                ${runs.allocated === undefined ? nothing : sell.flash.onlyUnits(runs.allocated)}
              </p>`
            : nothing
        }
        <div class="keys">
          <button type="button" @click=${() => (this.open = 'change')}>${sell.price.change}</button>
          ${
            runs
              ? html`<button class="danger" type="button" @click=${() => this.#send('end-flash', offer)}>
                  ${sell.flash.end}
                </button>`
              : html`<button type="button" @click=${() => (this.open = 'flash')}>${sell.flash.open}</button>`
          }
          <button type="button" @click=${() => this.#send('hide-price', offer)}>${words.hide}</button>
        </div>
      </div>
    `;
  }

  #keptBack(offer: Offer | null): TemplateResult {
    const { price: words, add } = this.words;
    return html`
      <p class="kept-back">${words.keptBack}</p>
      <deck-price-entry
        .desk=${this.desk}
        .productId=${this.productId}
        .label=${add.price}
        .keyText=${(price: string) => `${words.open} ${price}`}
        @deck-price-entered=${(event: PriceEnteredEvent) => this.#tell(event, offer)}
      ></deck-price-entry>
    `;
  }

  #change(offer: Offer): TemplateResult {
    const { sell } = this.words;
    const { stall } = this.desk;
    return html`
      <deck-price-entry
        .desk=${this.desk}
        .productId=${this.productId}
        .current=${offer.price}
        .label=${sell.price.newPrice}
        .keyText=${sell.price.setTo}
        @deck-price-entered=${(event: PriceEnteredEvent) => this.#tell(event, offer)}
      ></deck-price-entry>
      ${drawField({
        name: 'floor',
        label: sell.price.floor,
        text: keptFloorText(stall, this.productId),
        hint: sell.price.floorHint,
        keyboard: 'decimal',
        maxLength: 16,
        onInput: (text) => keepFloorText(stall, this.productId, text),
      })}
      <button type="button" @click=${() => (this.open = null)}>${sell.price.back}</button>
    `;
  }

  #tell({ price }: PriceEnteredEvent, offer: Offer | null): void {
    const { desk, productId } = this;
    desk.send('open-price', { productId, price, ...placeOf(desk, offer) });
    this.open = null;
    this.dispatchEvent(new PriceSentEvent());
  }

  #send(type: 'hide-price' | 'end-flash', offer: Offer): void {
    this.desk.send(type, { productId: this.productId, ...placeOf(this.desk, offer) });
  }
}

function clockText(iso: string, language: string): string {
  return new Date(iso).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
