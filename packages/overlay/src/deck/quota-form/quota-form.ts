import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Room, Stock } from '@stallcast/protocol';
import { parseCount } from '../add-sheet/parse-fields.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { fields } from '../look/fields.styles.js';

/**
 * Gives rooms that sell from one stock a part of it each, in a stall with several.
 *
 * @tag deck-quota-form
 */
export class DeckQuotaFormElement extends DeskElement {
  static readonly tagName = 'deck-quota-form';
  static override readonly styles = [
    controls,
    fields,
    css`
      fieldset {
        display: grid;
        gap: 10px;
        min-inline-size: 0;
      }

      legend {
        font-size: 15px;
        font-weight: 700;
        color: var(--deck-text-quiet);
      }

      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 96px auto;
        gap: 8px;
        align-items: center;
      }

      b,
      small {
        display: block;
        overflow-wrap: anywhere;
      }

      input {
        min-inline-size: 0;
        min-block-size: 52px;
        padding: 0 10px;
        border: 2px solid var(--deck-line);
        border-radius: 6px 14px 6px 14px;
        background: var(--deck-plate);
        font-size: 18px;
      }

      button {
        min-block-size: 52px;
      }

      .error {
        grid-column: 1 / -1;
      }
    `,
  ];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  @state() private typed: Readonly<Record<string, string>> = {};
  @state() private wrong = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('productId')) return;
    this.typed = {};
    this.wrong = '';
  }

  protected override render() {
    const { rooms: words } = this.words.sell;
    const rooms = this.read(this.desk.store.$rooms).filter(({ commerce }) => commerce);
    const stock = this.read(this.desk.store.$stock(this.productId));
    if (rooms.length < 2 || !stock) return nothing;
    const given = stock.quotas.reduce((sum, { sellable }) => sum + sellable, 0);
    return html`
      <fieldset>
        <legend>${words.title}</legend>
        ${stock.sellable === null ? nothing : html`<p class="quiet">${words.hint(Math.max(0, stock.sellable - given))}</p>`}
        ${rooms.map((room) => this.#room(room, stock))}
      </fieldset>
    `;
  }

  #room({ id, title }: Room, { quotas }: Stock): TemplateResult {
    const { rooms: words } = this.words.sell;
    const quota = quotas.find(({ room }) => room === id);
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => this.#give(event, id)}>
        <span
          ><b>${title}</b
          ><small class="quiet">${quota ? words.has(quota.sellable, quota.quantity) : words.none}</small></span
        >
        <input
          class="figure"
          inputmode="numeric"
          autocomplete="off"
          maxlength="8"
          aria-label=${words.field(title)}
          .value=${this.typed[id] ?? ''}
          @input=${(event: InputEvent) => {
            this.typed = { ...this.typed, [id]: (event.target as HTMLInputElement).value };
            this.wrong = '';
          }}
        />
        <button type="submit">${words.give}</button>
        ${this.wrong === id ? html`<p class="error" role="alert">${words.bad}</p>` : nothing}
      </form>
    `;
  }

  #give(event: SubmitEvent, room: string): void {
    event.preventDefault();
    const quantity = parseCount(this.typed[room] ?? '');
    this.wrong = quantity === null ? room : '';
    if (quantity === null) return;
    this.desk.send('allocate', { productId: this.productId, room, quantity });
    this.typed = { ...this.typed, [room]: '' };
  }
}
