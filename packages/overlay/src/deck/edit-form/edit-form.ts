import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Money } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { claimEvidence } from '../desk/claim-evidence.js';
import { drawClaims } from '../look/claims.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { checkShopLink, type ShopLinkErrors } from '../shop-link/check-shop-link.js';
import { draftOf, NO_SHOP, type ShopLinkDraft } from '../shop-link/shop-link-draft.js';
import type { ShopLinkChangedEvent } from '../shop-link/shop-link.events.js';
import { checkEditedProduct, type EditedFields, type EditErrors } from './check-edited-product.js';
import { EditClosedEvent } from './edit-form.events.js';
import styles from './edit-form.styles.js';

const FIELDS = [
  { name: 'title', keyboard: 'text' },
  { name: 'price', keyboard: 'decimal' },
  { name: 'linkNo', keyboard: 'numeric' },
] as const;

/**
 * Changes what a product is called, what it costs, its link number, and its shops. What else the product has stays.
 *
 * @tag deck-edit-form
 *
 * @fires {EditClosedEvent} deck-edit-closed - It was saved or left.
 */
export class DeckEditFormElement extends DeskElement {
  static readonly tagName = 'deck-edit-form';
  static override readonly styles = [controls, fields, styles];

  /** The product's id. */
  @property({ attribute: false }) productId = '';

  @state() private fields: EditedFields = { title: '', price: '', linkNo: '' };
  @state() private errors: EditErrors = {};
  @state() private draft: ShopLinkDraft = NO_SHOP;
  @state() private draftErrors: ShopLinkErrors | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('productId')) return;
    const { store } = this.desk;
    const product = store.$product(this.productId).get();
    if (!product) return;
    const price = store.$offer(this.productId).get()?.price;
    this.fields = {
      title: product.title,
      price: price ? amountText(price) : '',
      linkNo: product.linkNo === undefined ? '' : String(product.linkNo),
    };
    this.draft = draftOf(product);
    this.errors = {};
    this.draftErrors = null;
  }

  protected override render() {
    const { edit } = this.words;
    return html`
      <form novalidate @submit=${this.#save}>
        <div class="fields">${FIELDS.map((field) => this.#field(field))}</div>
        <deck-shop-link
          .desk=${this.desk}
          .draft=${this.draft}
          .errors=${this.draftErrors}
          @deck-shop-link-changed=${({ draft }: ShopLinkChangedEvent) => {
            this.draft = draft;
            this.draftErrors = null;
          }}
        ></deck-shop-link>
        <div class="ends">
          <button class="wide" type="button" @click=${this.#leave}>${edit.back}</button>
          <button class="primary wide" type="submit">${edit.save}</button>
        </div>
      </form>
    `;
  }

  #field({ name, keyboard }: (typeof FIELDS)[number]): TemplateResult {
    const { add, edit } = this.words;
    const keptBack = this.read(this.desk.store.$offer(this.productId))?.price ? '' : edit.priceHint;
    return drawField({
      name,
      label: { title: add.name, price: add.price, linkNo: add.linkNo }[name],
      text: this.fields[name],
      hint: { title: '', price: keptBack, linkNo: add.optional }[name],
      error: this.errors[name]?.[this.desk.$language.get()],
      keyboard,
      maxLength: name === 'title' ? 80 : 16,
      claims: name === 'title' ? this.#claims() : undefined,
      onInput: (text) => {
        this.fields = { ...this.fields, [name]: text };
        this.errors = { ...this.errors, [name]: undefined };
      },
    });
  }

  #claims(): TemplateResult {
    const { store } = this.desk;
    const evidence = claimEvidence({
      product: this.read(store.$product(this.productId)),
      offer: this.read(store.$offer(this.productId)),
      session: this.read(store.$session),
    });
    return drawClaims(this.fields.title, evidence, this.desk.$language.get());
  }

  #leave = (): void => {
    this.dispatchEvent(new EditClosedEvent());
  };

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { store } = this.desk;
    const product = store.$product(this.productId).get();
    if (!product) return;
    const others = store.$products.get().filter(({ id }) => id !== product.id);
    const link = checkShopLink(this.draft, { before: product.sources, others });
    const checked = checkEditedProduct(
      this.fields,
      {
        product,
        offer: store.$offer(this.productId).get() ?? null,
        link: link.ok
          ? { sources: link.sources, stockFrom: link.stockFrom }
          : { sources: product.sources, stockFrom: product.stockFrom },
      },
      { currency: store.$session.get()?.currency ?? 'CNY', others },
    );
    this.draftErrors = link.ok ? null : link.errors;
    if (!checked.ok) {
      this.errors = checked.errors;
      const first = FIELDS.find(({ name }) => checked.errors[name]);
      this.renderRoot.querySelector<HTMLInputElement>(`#${first?.name}`)?.focus();
    }
    if (!checked.ok || !link.ok) return;
    if (checked.product) this.desk.send('put-product', { product: checked.product });
    if (checked.offer) this.desk.send('put-offer', { offer: checked.offer });
    this.#leave();
  };
}

/** An amount as it is typed: 39.90. */
function amountText({ minor, exponent }: Money): string {
  return (minor / 10 ** exponent).toFixed(exponent);
}
