import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Product, Stock } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { scopeOf } from '../desk/feature-toggle.js';
import { deriveProductView, type ProductView } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { editIcon } from '../look/icons.js';
import { SheetClosedEvent } from '../look/sheet-closed.events.js';
import { sheet } from '../look/sheet.styles.js';
import { titleOf } from '../desk/title-of.js';
import { describeCommand } from '../outbox/describe-command.js';
import { subjectOf } from '../team/subject-of.js';
import { teamWords } from '../team/team-words.js';
import { drawUnsentStock, unsentStock } from '../unsent-stock/unsent-stock.js';
import styles from './product-sheet.styles.js';

/**
 * The sheet of one product: its price, its sale, and how many there are; behind a key, what it is called and its shops.
 *
 * The figures are the ledger's; a step that was sent shows here only once it came back.
 *
 * @tag deck-product-sheet
 *
 * @fires {SheetClosedEvent} deck-sheet-closed - The sheet went down.
 */
export class DeckProductSheetElement extends DeskElement {
  static readonly tagName = 'deck-product-sheet';
  static override readonly styles = [controls, sheet, unsentStock, styles];

  /** The product that is open; empty when none is. */
  @property({ attribute: false }) productId = '';

  @state() private editing = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('productId')) this.editing = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.productId && !this.dialog?.open) this.dialog?.showModal();
    else if (!this.productId && this.dialog?.open) this.dialog.close();
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

    return html`
      <dialog aria-labelledby="heading" @close=${this.#close}>
        <div>
          <div class="head">
            ${view.picture ? html`<img src=${view.picture} alt="" />` : nothing}
            <h2 id="heading" tabindex="-1" autofocus>${view.link ? `${view.link} ` : ''}${view.title}</h2>
            <button class="close plain" type="button" aria-label=${words.actions.close} @click=${this.#close}>×</button>
          </div>
          <div role="status">${this.#told()}</div>
          ${this.editing ? this.#editForm() : this.#onAirKeys(product, stock, view)}
        </div>
      </dialog>
    `;
  }

  /** What somebody else has just done to the product that is open. */
  #told(): TemplateResult | typeof nothing {
    const { desk, words } = this;
    const told = this.read(desk.team.$told);
    if (!told || subjectOf(told.command) !== this.productId) return nothing;
    const { justNow, someone } = teamWords[desk.$language.get()];
    const title = (): string => titleOf(desk, this.productId) ?? words.did.unknownProduct;
    return html`<p class="told">
      ${justNow(
        told.by || someone,
        describeCommand(
          told.command,
          words,
          title,
          () => undefined,
          (id) => this.read(desk.store.$rooms).find((room) => room.id === id)?.title ?? id,
        ),
      )}
    </p>`;
  }

  #editForm(): TemplateResult {
    return html`<deck-edit-form
        .desk=${this.desk}
        .productId=${this.productId}
        @deck-edit-closed=${() => (this.editing = false)}
      ></deck-edit-form>
      <hr />
      <deck-presale-form .desk=${this.desk} .productId=${this.productId}></deck-presale-form>`;
  }

  /** What is needed while the show is on. */
  #onAirKeys({ stockFrom }: Product, stock: Stock | null, view: ProductView): TemplateResult {
    const { words, desk, productId } = this;
    return html`
      ${this.#figures(stock, view)}
      <deck-price-form .desk=${desk} .productId=${productId} @deck-price-sent=${this.#close}></deck-price-form>
      ${this.#holds(stock)}
      ${
        stockFrom === 'ledger'
          ? html`<deck-stock-form
              .desk=${desk}
              .productId=${productId}
              .unit=${view.unit}
              @deck-stock-sent=${this.#close}
            ></deck-stock-form>`
          : html`<p class="from-source">${words.stock.fromSource(words.shop.name(stockFrom))}</p>`
      }
      <deck-quota-form .desk=${desk} .productId=${productId}></deck-quota-form>
      <button class="edit plain" type="button" @click=${() => (this.editing = true)}>
        ${editIcon}<span>${words.edit.open}</span>
      </button>
    `;
  }

  #figures(stock: Stock | null, view: ProductView): TemplateResult {
    const { desk, productId } = this;
    const { stock: words } = this.words;
    const unsent = drawUnsentStock(this.read(desk.outbox.$commands), productId, desk.$language.get());
    const figure = (label: string, value: number | null | undefined): TemplateResult | typeof nothing =>
      value === null || value === undefined
        ? nothing
        : html`<div>
            <dt>${label}</dt>
            <dd class="figure">${value}</dd>
          </div>`;
    return html`
      <div class="figures">
        <p class="now ${view.state}">${view.stock}${unsent}</p>
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
    const { sell } = this.words;
    if (hold !== 'none') {
      return html`
        <div class="holds">
          <button class="primary" type="button" @click=${() => desk.send('resume', { productId })}>
            ${actions.resume}
          </button>
          <button type="button" @click=${() => desk.send('bring-back', { productId, ...scopeOf(desk) })}>
            ${sell.bringBack}<small>${sell.bringBackHint}</small>
          </button>
        </div>
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
}
