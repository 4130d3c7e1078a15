import { css, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { parseCount } from '../add-sheet/parse-fields.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import type { PriceEnteredEvent } from '../price-entry/price-entry.events.js';
import { placeOf } from '../price-form/place-of.js';
import { PriceSentEvent } from '../price-form/price-form.events.js';
import { FlashClosedEvent } from './flash-form.events.js';

const MINUTES = [3, 5, 10, 20] as const;

/**
 * Starts a flash sale: how long, how many, at what price. Its end does not move once it runs.
 *
 * @tag deck-flash-form
 *
 * @fires {FlashClosedEvent} deck-flash-closed - It was started, or left.
 * @fires {PriceSentEvent} deck-price-sent - It was started.
 */
export class DeckFlashFormElement extends DeskElement {
  static readonly tagName = 'deck-flash-form';
  static override readonly styles = [
    controls,
    fields,
    css`
      :host {
        display: grid;
        gap: 10px;
      }

      .minutes {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 8px;
      }

      .minutes button {
        padding: 4px;
      }
    `,
  ];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  @state() private minutes: number = MINUTES[1];
  @state() private units = '';
  @state() private wrongUnits = false;

  protected override render() {
    const { desk, productId } = this;
    const { flash: words, price } = this.words.sell;
    const offer = this.read(desk.store.$offer(productId));
    return html`
      <div class="minutes" role="group" aria-label=${words.minutes}>
        ${MINUTES.map(
          (n) => html`
            <button type="button" aria-pressed=${this.minutes === n} @click=${() => (this.minutes = n)}>
              ${words.forMinutes(n)}
            </button>
          `,
        )}
      </div>
      ${drawField({
        name: 'units',
        label: words.units,
        text: this.units,
        hint: words.unitsHint,
        error: this.wrongUnits ? this.words.actions.setHint : undefined,
        keyboard: 'numeric',
        maxLength: 7,
        onInput: (text) => {
          this.units = text;
          this.wrongUnits = false;
        },
      })}
      <deck-price-entry
        .desk=${desk}
        .productId=${productId}
        .current=${offer?.price ?? null}
        .label=${words.price}
        .keyText=${words.start}
        .mustBeLower=${words.notLower}
        @deck-price-entered=${this.#start}
      ></deck-price-entry>
      <button type="button" @click=${this.#leave}>${price.back}</button>
    `;
  }

  #leave = (): void => {
    this.dispatchEvent(new FlashClosedEvent());
  };

  #start = ({ price }: PriceEnteredEvent): void => {
    const { desk, productId } = this;
    const allocated = this.units.trim() ? parseCount(this.units) : undefined;
    this.wrongUnits = allocated === null || allocated === 0;
    if (this.wrongUnits) return;
    const offer = desk.store.$offer(productId).get() ?? null;
    desk.send('start-flash', {
      productId,
      price,
      // By the server's clock: a phone's may be minutes off.
      endsAt: new Date(desk.store.now() + this.minutes * 60_000).toISOString(),
      ...(allocated && { allocated }),
      ...placeOf(desk, offer),
    });
    this.#leave();
    this.dispatchEvent(new PriceSentEvent());
  };
}
