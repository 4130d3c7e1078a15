import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Product } from '@stallcast/protocol';
import { parseCount } from '../add-sheet/parse-fields.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';

/**
 * Sells a product before it is made: how many a day, and from which day on. What that promises is the ledger's figure.
 *
 * @tag deck-presale-form
 */
export class DeckPresaleFormElement extends DeskElement {
  static readonly tagName = 'deck-presale-form';
  static override readonly styles = [
    controls,
    fields,
    css`
      form {
        display: grid;
        gap: 10px;
      }

      h3 {
        margin: 0;
        font-size: 16px;
      }

      .promised {
        padding: 10px 14px;
        border-radius: 6px 16px 6px 16px;
        background: var(--deck-leaf-quiet);
        color: var(--deck-leaf-text);
        font-weight: 700;
      }

      input[type='date'] {
        inline-size: 100%;
        min-block-size: 52px;
        padding: 0 10px;
        border: 2px solid var(--deck-line);
        border-radius: 6px 14px 6px 14px;
        background: var(--deck-plate);
        font-size: 17px;
      }
    `,
  ];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  @state() private perDay = '';
  @state() private startsOn = '';
  @state() private wrong = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('productId')) return;
    const presale = this.desk.store.$product(this.productId).get()?.presale;
    this.perDay = presale ? String(presale.perDay) : '';
    this.startsOn = presale?.startsOn ?? '';
    this.wrong = false;
  }

  protected override render() {
    const { presale: words } = this.words.sell;
    const { store } = this.desk;
    const product = this.read(store.$product(this.productId));
    const capacity = this.read(store.$stock(this.productId))?.capacity;
    return html`
      <form novalidate @submit=${this.#save}>
        <h3>${words.title}</h3>
        <p class="quiet">${words.hint}</p>
        ${capacity ? html`<p class="promised">${words.promised(this.#dayText(capacity.promisedBy), capacity.queue)}</p>` : nothing}
        <div class="fields">
          ${drawField({
            name: 'perDay',
            label: words.perDay,
            text: this.perDay,
            hint: words.perDayHint,
            error: this.wrong ? words.bad : undefined,
            keyboard: 'numeric',
            maxLength: 7,
            onInput: (text) => {
              this.perDay = text;
              this.wrong = false;
            },
          })}
          <div class="field">
            <label for="startsOn">${words.startsOn}</label>
            <input
              id="startsOn"
              type="date"
              aria-describedby="startsOn-note"
              .value=${this.startsOn}
              @input=${(event: InputEvent) => (this.startsOn = (event.target as HTMLInputElement).value)}
            />
            <p id="startsOn-note" class="quiet">${words.startsOnHint}</p>
          </div>
        </div>
        <button type="submit">${words.save}</button>
        ${product?.presale ? html`<button class="danger" type="button" @click=${this.#stop}>${words.stop}</button>` : nothing}
      </form>
    `;
  }

  #dayText(iso: string): string {
    const form = { month: 'long', day: 'numeric' } as const;
    const timeZone = this.desk.store.$session.get()?.tz;
    return new Date(iso).toLocaleDateString(this.desk.$language.get(), timeZone ? { ...form, timeZone } : form);
  }

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const perDay = parseCount(this.perDay);
    this.wrong = perDay === null || perDay === 0;
    if (!perDay) return;
    this.#put({ presale: { perDay, ...(this.startsOn && { startsOn: this.startsOn }) } });
  };

  #stop = (): void => {
    this.perDay = '';
    this.startsOn = '';
    this.#put({});
  };

  #put(presale: Pick<Product, 'presale'>): void {
    const product = this.desk.store.$product(this.productId).get();
    if (!product) return;
    const { presale: _, ...rest } = product;
    this.desk.send('put-product', { product: { ...rest, ...presale } });
  }
}
