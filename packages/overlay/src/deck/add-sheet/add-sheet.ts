import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ulid } from 'ulid';
import { DeskElement } from '../desk/desk-element.js';
import { claimEvidence } from '../desk/claim-evidence.js';
import { drawClaims } from '../look/claims.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { SheetClosedEvent } from '../look/sheet-closed.events.js';
import { sheet } from '../look/sheet.styles.js';
import { checkShopLink, type ShopLinkErrors } from '../shop-link/check-shop-link.js';
import { NO_SHOP, type ShopLinkDraft } from '../shop-link/shop-link-draft.js';
import type { ShopLinkChangedEvent } from '../shop-link/shop-link.events.js';
import styles from './add-sheet.styles.js';
import { checkNewProduct, type FieldErrors, type ProductFields } from './check-new-product.js';
import { shrinkPicture } from './shrink-picture.js';

const NOTHING_YET: ProductFields = { title: '', linkNo: '', price: '', weight: '', stock: '' };

/** The fields in their order, each with the keyboard that a phone offers for it. */
const FIELDS = [
  { name: 'title', keyboard: 'text' },
  { name: 'price', keyboard: 'decimal' },
  { name: 'stock', keyboard: 'numeric' },
  { name: 'linkNo', keyboard: 'numeric' },
  { name: 'weight', keyboard: 'decimal' },
] as const;

/**
 * The sheet that adds a product: name, price and stock, and what else is known.
 *
 * @tag deck-add-sheet
 *
 * @fires {SheetClosedEvent} deck-sheet-closed - The sheet went down.
 */
export class DeckAddSheetElement extends DeskElement {
  static readonly tagName = 'deck-add-sheet';
  static override readonly styles = [controls, sheet, fields, styles];

  /** Whether the sheet is up. */
  @property({ type: Boolean }) open = false;

  @state() private fields: ProductFields = NOTHING_YET;
  @state() private errors: FieldErrors = {};
  @state() private draft: ShopLinkDraft = NO_SHOP;
  @state() private draftErrors: ShopLinkErrors | null = null;
  @state() private picture: string | null = null;
  @state() private pictureBad = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('open')) return;
    if (this.open) this.dialog?.showModal();
    else this.dialog?.close();
  }

  #close = (): void => {
    if (this.open) this.dispatchEvent(new SheetClosedEvent());
    this.fields = NOTHING_YET;
    this.errors = {};
    this.draft = NO_SHOP;
    this.draftErrors = null;
    this.picture = null;
    this.pictureBad = false;
  };

  protected override render() {
    const { add, actions } = this.words;
    return html`
      <dialog aria-labelledby="heading" @close=${this.#close}>
        <form novalidate @submit=${this.#save}>
          <div class="head">
            <h2 id="heading">${add.title}</h2>
            <button class="close plain" type="button" aria-label=${actions.close} @click=${this.#close}>×</button>
          </div>
          <div class="fields">${this.#shownFields().map((field) => this.#field(field))}</div>
          ${this.#pictureField()}
          <deck-shop-link
            .desk=${this.desk}
            .draft=${this.draft}
            .errors=${this.draftErrors}
            @deck-shop-link-changed=${({ draft }: ShopLinkChangedEvent) => {
              this.draft = draft;
              this.draftErrors = null;
            }}
          ></deck-shop-link>
          <button class="primary wide" type="submit">${add.save}</button>
        </form>
      </dialog>
    `;
  }

  #field({ name, keyboard }: (typeof FIELDS)[number]): TemplateResult {
    const { add } = this.words;
    const label = { title: add.name, linkNo: add.linkNo, price: add.price, weight: add.weight, stock: add.stock }[name];
    const hint = { title: add.nameHint, linkNo: add.optional, price: '', weight: add.weightHint, stock: '' }[name];
    return drawField({
      name,
      label,
      text: this.fields[name],
      hint,
      error: this.errors[name]?.[this.desk.$language.get()],
      keyboard,
      maxLength: name === 'title' ? 80 : 16,
      focused: name === 'title',
      claims: name === 'title' ? this.#claims() : undefined,
      onInput: (text) => {
        this.fields = { ...this.fields, [name]: text };
        this.errors = { ...this.errors, [name]: undefined };
      },
    });
  }

  #claims(): TemplateResult {
    const evidence = claimEvidence({ session: this.read(this.desk.store.$session) });
    return drawClaims(this.fields.title, evidence, this.desk.$language.get());
  }

  /** A stock that a shop counts is not typed here. */
  #shownFields() {
    return FIELDS.filter(({ name }) => name !== 'stock' || this.draft.stockFrom === 'ledger');
  }

  #pictureField(): TemplateResult {
    const { add } = this.words;
    return html`
      <div class="picture">
        ${this.picture ? html`<img src=${this.picture} alt="" />` : nothing}
        <label class="choose">
          <input type="file" accept="image/*" @change=${this.#choose} /><span>${add.choosePicture}</span>
        </label>
        ${
          this.picture
            ? html`<button type="button" @click=${() => (this.picture = null)}>${add.removePicture}</button>`
            : html`<p class=${this.pictureBad ? 'error' : 'quiet'}>
                ${this.pictureBad ? add.pictureBad : add.pictureHint}
              </p>`
        }
      </div>
    `;
  }

  #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.picture = await shrinkPicture(file);
    this.pictureBad = this.picture === null;
    input.value = '';
  };

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { store } = this.desk;
    const products = store.$products.get();
    const link = checkShopLink(this.draft, { before: [], others: products });
    const checked = checkNewProduct(this.fields, {
      id: ulid().toLowerCase(),
      currency: store.$session.get()?.currency ?? 'CNY',
      products,
      link: link.ok ? { sources: link.sources, stockFrom: link.stockFrom } : { sources: [], stockFrom: 'ledger' },
      picture: this.picture,
    });
    this.draftErrors = link.ok ? null : link.errors;
    if (!checked.ok) {
      this.errors = checked.errors;
      const first = FIELDS.find(({ name }) => checked.errors[name]);
      this.renderRoot.querySelector<HTMLInputElement>(`#${first?.name}`)?.focus();
    }
    if (!checked.ok || !link.ok) return;
    this.desk.send('put-product', { product: checked.product });
    this.desk.send('put-offer', { offer: checked.offer });
    if (checked.stock !== null) {
      this.desk.send('set-stock', { productId: checked.product.id, onHand: checked.stock });
    }
    this.#close();
  };
}
