import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import type { ShopLinkErrors } from './check-shop-link.js';
import { countersOf, isNamed, NO_IDS, NO_SHOP, SHOPS, type ShopIdName, type ShopLinkDraft } from './shop-link-draft.js';
import { ShopLinkChangedEvent } from './shop-link.events.js';
import styles from './shop-link.styles.js';

/**
 * Connects a product to a shop: by which number the shop knows it, and who counts what is left.
 *
 * @tag deck-shop-link
 *
 * @fires {ShopLinkChangedEvent} deck-shop-link-changed - The operator changed it.
 */
export class DeckShopLinkElement extends DeskElement {
  static readonly tagName = 'deck-shop-link';
  static override readonly styles = [controls, fields, styles];

  /** What the operator says so far. */
  @property({ attribute: false }) draft: ShopLinkDraft = NO_SHOP;

  /** What is wrong with it; opens the part. */
  @property({ attribute: false }) errors: ShopLinkErrors | null = null;

  @query('details') private readonly details!: HTMLDetailsElement | null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('errors') || !this.errors || !this.details) return;
    this.details.open = true;
    if (this.errors.shop !== this.draft.shop) this.#change({ shop: this.errors.shop });
    this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus();
  }

  protected override render() {
    const { shop: words } = this.words;
    const { ids, shop } = this.draft;
    const named = Object.entries(ids).filter(([, each]) => isNamed(each));
    const choices = [...new Set([...SHOPS, ...Object.keys(ids)])];
    return html`
      <details>
        <summary>
          <span>
            <b>${words.title}</b>
            <small class="quiet">
              ${named.length > 0 ? named.map(([name, { id }]) => `${words.name(name)} ${id}`).join(' · ') : words.none}
            </small>
          </span>
        </summary>
        <div class="body">
          <div class="fields">
            <div class="field shop">
              <label for="shop">${words.which}</label>
              <select
                id="shop"
                @change=${(event: Event) => this.#change({ shop: (event.target as HTMLSelectElement).value })}
              >
                ${choices.map((name) => html`<option value=${name} ?selected=${name === shop}>${words.name(name)}</option>`)}
              </select>
            </div>
            ${this.#idField('id')} ${this.#idField('variantId')}
            ${shop === 'shopify' ? this.#idField('inventoryItemId') : nothing} ${this.#idField('sku')}
          </div>
          ${this.#counters()}
        </div>
      </details>
    `;
  }

  #idField(name: ShopIdName): TemplateResult {
    const { shop: words } = this.words;
    const { ids, shop } = this.draft;
    const error = this.errors?.shop === shop ? this.errors.fields[name] : undefined;
    return drawField({
      name,
      label: words.fields[name],
      text: ids[shop]?.[name] ?? '',
      hint: name === 'id' ? words.idHint(shop) : words.hints[name],
      error: error?.[this.desk.$language.get()],
      keyboard: 'text',
      maxLength: 128,
      onInput: (text) => this.#change({ ids: { ...ids, [shop]: { ...(ids[shop] ?? NO_IDS), [name]: text } } }),
    });
  }

  /** Asked only where there is a choice. */
  #counters(): TemplateResult | typeof nothing {
    const { shop: words } = this.words;
    const counters = countersOf(this.draft);
    if (counters.length < 2) return nothing;
    return html`
      <fieldset>
        <legend>${words.counts}</legend>
        <div class="counters">
          ${counters.map(
            (counter) => html`
              <label class="counter">
                <input
                  type="radio"
                  name="counter"
                  value=${counter}
                  .checked=${counter === this.draft.stockFrom}
                  @change=${() => this.#change({ stockFrom: counter })}
                />
                <span>${counter === 'ledger' ? words.deckCounts : words.shopCounts(words.name(counter))}</span>
                <small class="quiet">${counter === 'ledger' ? words.deckCountsHint : words.shopCountsHint}</small>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  #change(part: Partial<ShopLinkDraft>): void {
    this.dispatchEvent(new ShopLinkChangedEvent({ ...this.draft, ...part }));
  }
}
