import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoney, type Money } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { claimEvidence } from '../desk/claim-evidence.js';
import { drawClaims } from '../look/claims.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { doubtsOf } from '../price-entry/check-price.js';
import { keptFloor } from '../price-entry/kept-floor.js';
import { sentenceOf } from '../words/sentence-of.js';
import { checkShopLink, type ShopLinkErrors } from '../shop-link/check-shop-link.js';
import { draftOf, NO_SHOP, type ShopLinkDraft } from '../shop-link/shop-link-draft.js';
import type { ShopLinkChangedEvent } from '../shop-link/shop-link.events.js';
import { checkEditedProduct, type EditedFields, type EditErrors } from './check-edited-product.js';
import { EditClosedEvent } from './edit-form.events.js';
import { mergeFields } from './merge-fields.js';
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
  /** The minor units of a price that was pressed once and is asked about. */
  @state() private asked: number | null = null;
  @state() private errors: EditErrors = {};
  @state() private draft: ShopLinkDraft = NO_SHOP;
  @state() private draftErrors: ShopLinkErrors | null = null;
  /** What stood in the fields when the form was opened, or since a clash was told. */
  private opened: EditedFields = { title: '', price: '', linkNo: '' };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('productId')) return;
    const product = this.desk.store.$product(this.productId).get();
    if (!product) return;
    this.fields = this.opened = this.#saved();
    this.asked = null;
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
          <button class="wide ${this.asked === null ? 'primary' : 'danger'}" type="submit">
            ${this.asked === null ? edit.save : edit.saveSure}
          </button>
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
        this.asked = null;
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

  /** What the ledger has at this moment, as it would be typed. */
  #saved(): EditedFields {
    const { store } = this.desk;
    const product = store.$product(this.productId).get();
    const price = store.$offer(this.productId).get()?.price;
    return {
      title: product?.title ?? '',
      price: price ? amountText(price) : '',
      linkNo: product?.linkNo === undefined ? '' : String(product.linkNo),
    };
  }

  /** Takes in what another deck has saved meanwhile; false where both have changed one field, which is then told. */
  #merge(): boolean {
    const saved = this.#saved();
    const { fields, clashes } = mergeFields(this.opened, this.fields, saved);
    this.fields = fields;
    this.opened = saved;
    for (const name of clashes)
      this.errors = { ...this.errors, [name]: sentenceOf(({ edit }) => edit.clash(saved[name])) };
    return clashes.length === 0;
  }

  /** Asks once about a price that is far from the one before, or below the floor. */
  #isSure(price: Money | null, before: Money | null): boolean {
    const floor = keptFloor(this.desk.stall, this.productId, price?.currency ?? 'CNY');
    const [doubt] = price ? doubtsOf(price, before, floor) : [];
    if (!price || !doubt || this.asked === price.minor) return true;
    this.asked = price.minor;
    this.errors = {
      price: sentenceOf(({ sell }) =>
        doubt.kind === 'floor'
          ? sell.price.doubts.floor(formatMoney(doubt.floor))
          : sell.price.doubts[doubt.kind](doubt.percent),
      ),
    };
    return false;
  }

  #leave = (): void => {
    this.dispatchEvent(new EditClosedEvent());
  };

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { store } = this.desk;
    const product = store.$product(this.productId).get();
    if (!product || !this.#merge()) return;
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
    const before = store.$offer(this.productId).get()?.price ?? null;
    if (checked.offer && !this.#isSure(checked.offer.price, before)) return;
    if (checked.product) this.desk.send('put-product', { product: checked.product });
    if (checked.offer) this.desk.send('put-offer', { offer: checked.offer });
    this.#leave();
  };
}

/** An amount as it is typed: 39.90. */
function amountText({ minor, exponent }: Money): string {
  return (minor / 10 ** exponent).toFixed(exponent);
}
