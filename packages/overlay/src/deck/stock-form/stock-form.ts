import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AdjustReason } from '@stallcast/protocol';
import { parseCount } from '../add-sheet/parse-fields.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { StockSentEvent } from './stock-form.events.js';
import styles from './stock-form.styles.js';

const QUICK = [-5, -1, 1, 5, 10] as const;
/** What a reason usually does to the stock; the others go either way. */
const USUAL_SIGN: Partial<Record<AdjustReason, number>> = { restock: 1, damaged: -1, 'sold-elsewhere': -1, gift: -1 };
const REASONS: readonly AdjustReason[] = ['restock', 'damaged', 'recount', 'sold-elsewhere', 'gift', 'other'];

/**
 * Changes how many there are of a product whose stock the ledger keeps: by a number with its reason, or to a number.
 *
 * @tag deck-stock-form
 *
 * @fires {StockSentEvent} deck-stock-sent - A change was sent.
 */
export class DeckStockFormElement extends DeskElement {
  static readonly tagName = 'deck-stock-form';
  static override readonly styles = [controls, styles];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  /** The word for what is counted; may be empty. */
  @property({ attribute: false }) unit = '';

  @state() private delta = 0;
  @state() private reason: AdjustReason | null = null;
  @state() private target = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('productId')) return;
    this.delta = 0;
    this.reason = null;
    this.target = '';
  }

  protected override render() {
    return html`${this.#adjust()} ${this.#set()}`;
  }

  #adjust(): TemplateResult {
    const { actions } = this.words;
    const { delta, reason, unit } = this;
    const isOdd = reason !== null && (USUAL_SIGN[reason] ?? 0) * delta < 0;
    const odd = isOdd ? actions.oddReason(delta, actions.reasons[reason]) : '';
    const missing = delta === 0 ? actions.chooseDelta : reason === null ? actions.chooseReason : null;
    return html`
      <fieldset>
        <legend>${actions.adjust}</legend>
        <div class="quick">
          ${QUICK.map(
            (step) => html`
              <button
                class="figure"
                type="button"
                aria-label=${actions.quick(step)}
                @click=${() => (this.delta += step)}
              >
                ${signed(step)}
              </button>
            `,
          )}
        </div>
        <div class="delta">
          <output class="figure" aria-live="polite">${signed(delta)}</output>
          <button class="plain" type="button" ?hidden=${delta === 0} @click=${() => (this.delta = 0)}>
            ${actions.reset}
          </button>
        </div>
        <div class="reasons" role="radiogroup" aria-label=${actions.reason}>
          ${REASONS.map(
            (value) => html`
              <label>
                <input
                  type="radio"
                  name="reason"
                  .checked=${reason === value}
                  @change=${() => (this.reason = value)}
                /><span>${actions.reasons[value]}</span>
              </label>
            `,
          )}
        </div>
        <p class="odd" role="status" ?hidden=${odd === ''}>${odd}</p>
        <button class="primary wide" type="button" aria-disabled=${missing !== null} @click=${this.#sendAdjust}>
          ${missing ?? actions.adjustBy(delta, unit, actions.reasons[reason ?? 'other'])}
        </button>
      </fieldset>
    `;
  }

  #set(): TemplateResult {
    const { actions } = this.words;
    const { unit } = this;
    const count = parseCount(this.target);
    return html`
      <form class="set" @submit=${this.#sendSet}>
        <label for="target">${actions.set}</label>
        <div class="row">
          <input
            id="target"
            class="figure"
            inputmode="numeric"
            autocomplete="off"
            placeholder=${actions.setField}
            aria-label=${actions.setField}
            .value=${this.target}
            @input=${(event: InputEvent) => (this.target = (event.target as HTMLInputElement).value)}
          />
          <button type="submit" aria-disabled=${count === null}>
            ${count === null ? actions.setEmpty : actions.setTo(count, unit)}
          </button>
        </div>
        ${this.target && count === null ? html`<p class="hint" role="alert">${actions.setHint}</p>` : nothing}
      </form>
    `;
  }

  #sendAdjust = (): void => {
    const { productId, delta, reason } = this;
    if (delta === 0 || reason === null) return;
    this.desk.send('adjust-stock', { productId, delta, reason });
    this.dispatchEvent(new StockSentEvent());
  };

  #sendSet = (event: SubmitEvent): void => {
    event.preventDefault();
    const onHand = parseCount(this.target);
    if (onHand === null) return;
    this.desk.send('set-stock', { productId: this.productId, onHand });
    this.dispatchEvent(new StockSentEvent());
  };
}

function signed(n: number): string {
  return n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0';
}
