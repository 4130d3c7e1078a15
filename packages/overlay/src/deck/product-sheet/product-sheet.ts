import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AdjustReason, Stock } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { deriveProductView, type ProductView } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { SheetClosedEvent } from '../look/sheet-closed.events.js';
import { sheet } from '../look/sheet.styles.js';
import { parseCount } from '../add-sheet/parse-fields.js';
import styles from './product-sheet.styles.js';

const QUICK = [-5, -1, 1, 5, 10] as const;
const REASONS: readonly AdjustReason[] = ['restock', 'damaged', 'recount', 'sold-elsewhere', 'gift', 'other'];

/**
 * The sheet of one product: stop or resume its sale, and change how many there are, with the reason.
 *
 * The figures are the ledger's; a step that was sent shows here only once it came back.
 *
 * @tag deck-product-sheet
 *
 * @fires {SheetClosedEvent} deck-sheet-closed - The sheet went down.
 */
export class DeckProductSheetElement extends DeskElement {
  static readonly tagName = 'deck-product-sheet';
  static override readonly styles = [controls, sheet, styles];

  /** The product that is open; empty when none is. */
  @property({ attribute: false }) productId = '';

  @state() private delta = 0;
  @state() private reason: AdjustReason | null = null;
  @state() private target = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('productId')) this.#clear();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.productId && !this.dialog?.open) this.dialog?.showModal();
    else if (!this.productId && this.dialog?.open) this.dialog.close();
  }

  #clear(): void {
    this.delta = 0;
    this.reason = null;
    this.target = '';
  }

  #close = (): void => {
    this.dialog?.close();
    if (this.productId) this.dispatchEvent(new SheetClosedEvent());
  };

  protected override render() {
    const { words, desk, productId } = this;
    const product = this.read(desk.store.$product(productId));
    const offer = this.read(desk.store.$offer(productId));
    const stock = this.read(desk.store.$stock(productId));
    if (!productId || !product) return html`<dialog></dialog>`;
    const language = desk.$language.get();
    const view = deriveProductView({ product, offer, stock }, { words, language, now: desk.store.now() });
    const ours = product.stockFrom === 'ledger';

    return html`
      <dialog aria-labelledby="heading" @close=${this.#close}>
        <div>
          <div class="head">
            ${view.picture ? html`<img src=${view.picture} alt="" />` : nothing}
            <h2 id="heading" tabindex="-1" autofocus>${view.link ? `${view.link} ` : ''}${view.title}</h2>
            <button class="close plain" type="button" aria-label=${words.actions.close} @click=${this.#close}>×</button>
          </div>
          ${this.#figures(stock, view)} ${this.#holds(stock)}
          ${
            ours
              ? html`${this.#adjust(view)} ${this.#set(view)}`
              : html`<p class="from-source">${words.stock.fromSource(product.stockFrom)}</p>`
          }
        </div>
      </dialog>
    `;
  }

  #figures(stock: Stock | null, view: ProductView): TemplateResult {
    const { stock: words } = this.words;
    const figure = (label: string, value: number | null | undefined): TemplateResult | typeof nothing =>
      value === null || value === undefined
        ? nothing
        : html`<div>
            <dt>${label}</dt>
            <dd class="figure">${value}</dd>
          </div>`;
    return html`
      <div class="figures">
        <p class="now ${view.state}">${view.stock}</p>
        <dl>
          ${figure(words.sellable, stock?.sellable)} ${figure(words.reserved, stock?.reserved)}
          ${figure(words.sold, stock?.sold)} ${figure(words.onHand, stock?.onHand)}
        </dl>
      </div>
    `;
  }

  #holds(stock: Stock | null): TemplateResult {
    const { productId, desk } = this;
    const { actions } = this.words;
    const hold = stock?.hold ?? 'none';
    if (hold !== 'none') {
      return html`
        <button class="primary" type="button" @click=${() => desk.send('resume', { productId })}>
          ${actions.resume}
        </button>
      `;
    }
    return html`
      <div class="holds">
        <button class="danger" type="button" @click=${() => desk.send('sold-out', { productId })}>
          ${actions.soldOut}<small>${actions.soldOutHint}</small>
        </button>
        <button type="button" @click=${() => desk.send('pause', { productId })}>
          ${actions.pause}<small>${actions.pauseHint}</small>
        </button>
      </div>
    `;
  }

  #adjust({ unit }: ProductView): TemplateResult {
    const { actions } = this.words;
    const { delta, reason } = this;
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
        <button class="primary wide" type="button" aria-disabled=${missing !== null} @click=${this.#sendAdjust}>
          ${missing ?? actions.adjustBy(delta, unit, actions.reasons[reason ?? 'other'])}
        </button>
      </fieldset>
    `;
  }

  #set({ unit }: ProductView): TemplateResult {
    const { actions } = this.words;
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
    this.#close();
  };

  #sendSet = (event: SubmitEvent): void => {
    event.preventDefault();
    const onHand = parseCount(this.target);
    if (onHand === null) return;
    this.desk.send('set-stock', { productId: this.productId, onHand });
    this.#close();
  };
}

function signed(n: number): string {
  return n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0';
}
